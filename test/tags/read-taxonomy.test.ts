import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isThemataError, readTaxonomy } from "../../src/index.js";

const samples = new URL("../../fixtures/formats/", import.meta.url);
const corpora = new URL("../../../shared/corpora/taxonomies/", import.meta.url);

const two = [
  { id: "transport", name: "Transport", description: "How people and goods move" },
  {
    id: "rail",
    name: "Rail travel",
    description: "Trains by day and by night",
    aliases: ["railways", "trains"],
    parents: ["transport"],
  },
];

describe("readTaxonomy(input)", () => {
  it.each([
    ["taxonomy.csv", "csv"],
    ["taxonomy.json", "json"],
  ])("reads %s", (file, format) => {
    expect(readTaxonomy(readFileSync(new URL(file, samples)))).toStrictEqual({ themes: two, problems: [], format });
  });

  it("reads JSON Lines, TSV, trees, names by id, and plain names", () => {
    const lines = two.map((theme) => JSON.stringify(theme)).join("\n");
    expect(readTaxonomy(lines)).toStrictEqual({ themes: two, problems: [], format: "jsonl" });
    const markdown = "| name | keywords |\n|------|:--------:|\n| Rail | trains |\n";
    expect(readTaxonomy(markdown).themes).toStrictEqual([{ id: "Rail", name: "Rail", keywords: ["trains"] }]);
    expect(readTaxonomy("code\tlabel\tsynonyms\nx\tRail, travel\ttrains|railways\n").themes).toStrictEqual([
      { id: "x", name: "Rail, travel", aliases: ["trains", "railways"] },
    ]);
    expect(readTaxonomy('{"rlhf":"Human feedback","b":{"children":["C"]}}').themes).toStrictEqual([
      { id: "rlhf", name: "Human feedback" },
      { id: "b", name: "b" },
      { id: "C", name: "C", parents: ["b"] },
    ]);
    expect(readTaxonomy("# mine\nRLHF\n\nExploration\n")).toStrictEqual({
      themes: [
        { id: "RLHF", name: "RLHF" },
        { id: "Exploration", name: "Exploration" },
      ],
      problems: [],
      format: "text",
    });
    expect(readTaxonomy('["RLHF","Exploration"]').themes.map(({ id }) => id)).toStrictEqual(["RLHF", "Exploration"]);
  });

  it("finds parents by id or name, makes ids unique, and says what is wrong", () => {
    const { themes, problems } = readTaxonomy("id,name,parents\na,Alpha,\nb,Beta,alpha; nowhere\nb,Again,b\n,,a\n");
    expect(themes).toStrictEqual([
      { id: "a", name: "Alpha" },
      { id: "b", name: "Beta", parents: ["a"] },
      { id: "b~2", name: "Again", parents: ["b"] },
    ]);
    expect(problems.map(({ code, line, id }) => [code, line, id])).toStrictEqual([
      ["duplicate-id", 4, "b~2"],
      ["no-name", 5, undefined],
      ["unknown-parent", undefined, "b"],
    ]);
  });

  it("is safe with names of Object.prototype", () => {
    const { themes } = readTaxonomy('{"__proto__":"Prototype","constructor":{"name":"Maker","parents":["__proto__"]}}');
    expect(themes).toStrictEqual([
      { id: "__proto__", name: "Prototype" },
      { id: "constructor", name: "Maker", parents: ["__proto__"] },
    ]);
  });

  it("gives no themes for an empty input and throws PARSE_FAILED where there are none", () => {
    expect(readTaxonomy(" \n")).toStrictEqual({ themes: [], problems: [], format: "text" });
    for (const text of ["{", '{"a":1}', "<rdf:RDF/>", '{"@context":{},"@graph":[]}']) {
      try {
        readTaxonomy(text);
        expect.unreachable();
      } catch (error) {
        expect(isThemataError(error, "PARSE_FAILED")).toBe(true);
      }
    }
    expect(() => readTaxonomy("a", { fromat: "csv" } as object)).toThrowError(/format/);
  });

  it.skipIf(!existsSync(corpora)).each([
    ["arxiv-taxonomy.jsonl", 155],
    ["nlp-taxonomy.jsonl", 83],
    ["cso-topic-labels.jsonl", 14_612],
  ])("reads all of %s", (file, count) => {
    const { themes, problems } = readTaxonomy(readFileSync(new URL(file, corpora)));
    expect(themes).toHaveLength(count);
    expect(problems).toStrictEqual([]);
  });
});

describe("readTaxonomy(input) of odd shapes", () => {
  const idsOf = (text: string, format?: "json" | "csv"): string[] =>
    readTaxonomy(text, format === undefined ? {} : { format }).themes.map(({ id }) => id);

  it("reads one theme alone, and passes over what is none", () => {
    expect(idsOf('{"name": "Rail"}')).toEqual(["Rail"]);
    expect(idsOf('{"themes": ["Rail", 7, null, {"label": "Road"}]}')).toEqual(["Rail", "Road"]);
    expect(idsOf('{"a": "Rail", "version": 2}')).toEqual(["a"]);
    expect(() => readTaxonomy("7", { format: "json" })).toThrow(/at least one theme/);
  });

  it("finds the parents of children by name where there is no id, beside those they name", () => {
    const tree = '[{"name": "Travel", "children": [{"name": "Rail", "parents": ["Night"]}]}, {"name": "Night"}]';
    expect(readTaxonomy(tree).themes[1]).toEqual({ id: "Rail", name: "Rail", parents: ["Night", "Travel"] });
  });

  it("reads tables with the line ends of old Macs, any case of header, and a header word above plain names", () => {
    expect(idsOf("id,name\ra,Rail\rb,Road\r")).toEqual(["a", "b"]);
    expect(idsOf("Notation;prefLabel\nx;Rail\n")).toEqual(["x"]);
    expect(idsOf("Name\nRail\nRoad\n")).toEqual(["Rail", "Road"]);
    expect(idsOf("name\nRail\n", "csv")).toEqual(["Rail"]);
  });

  it.each(["# nothing but a remark", "[]", "id,name\n,\n"])("finds nothing in %j", (text) => {
    expect(() => readTaxonomy(text)).toThrow(/at least one theme/);
  });

  it("tells that bytes were read as Latin-1, or that some were lost", () => {
    const bytes = (name: string, ...odd: readonly number[]): Uint8Array =>
      Uint8Array.from([...new TextEncoder().encode(`id,name\na,${name}`), ...odd]);
    const { themes, problems } = readTaxonomy(bytes("Caf", 0xe9, 0x0a));
    expect(themes).toEqual([{ id: "a", name: "Café" }]);
    expect(problems).toMatchObject([{ code: "guessed-encoding" }]);
    expect(readTaxonomy(bytes("Zoölogië ", 0xff)).problems).toMatchObject([{ code: "undecodable-bytes", line: 2 }]);
  });

  it.each([
    ["bibtex", "@article{a,\n  title = {Rail},\n}\n"],
    ["ris", "TY  - JOUR\nTI  - Rail\nER  - \n"],
  ])("refuses papers in %s, whose lines are no names, unless they are asked for", (format, text) => {
    expect(() => readTaxonomy(text)).toThrow(
      expect.objectContaining({ code: "PARSE_FAILED", message: expect.stringContaining(`got papers in ${format}`) }),
    );
    expect(readTaxonomy(text, { format: "text" }).themes.length).toBeGreaterThan(2);
  });

  it("tells lines that are no JSON, and keeps the others", () => {
    const { themes, problems } = readTaxonomy('{"name": "Rail"}\n{broken\n{"name": "Road"}\n');
    expect(themes.map(({ name }) => name)).toEqual(["Rail", "Road"]);
    expect(problems).toMatchObject([{ code: "no-name", line: 2 }]);
  });
});
