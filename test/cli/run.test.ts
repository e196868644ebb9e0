import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FoundRecord } from "../../src/cli/neighbours-text.js";
import type { TaggedRecord } from "../../src/cli/tagged-text.js";
import { displayWidth } from "../../src/cli/terminal-text.js";
import type { ThemeRecord } from "../../src/cli/theme-records.js";
import { verbs } from "../../src/cli/verbs.js";
import { createPaperIndex, type Paper } from "../../src/index.js";
import { demonstration } from "../fixtures.js";
import { records, themata } from "./streams.js";

const abstracts = "fixtures/abstracts.jsonl";
/** Its first forty papers, for tests of form. */
let few: string;
const control = "\u001b";
let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "themata-cli-"));
  few = inFolder("few.jsonl");
  writeFileSync(few, readFileSync(abstracts, "utf8").split("\n").slice(0, 40).join("\n"));
  writeFileSync(
    inFolder("themes.csv"),
    "id,name,description\nrlhf,Human feedback,Reward models from human preferences\nbandits,Bandits,Regret of bandit arms\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("themata discover", () => {
  it("answers in JSON Lines in a pipe: label, size, phrases and representative titles of each theme", async () => {
    const { code, output, messages } = await themata(["discover", abstracts, "--k", "10"]);
    expect([code, messages]).toEqual([0, ""]);
    const themes = records<ThemeRecord>(output);
    expect(themes).toHaveLength(10);
    expect(themes.reduce((sum, { size }) => sum + size, 0)).toBe(160);
    for (const { label, phrases, representatives, paperIds, size } of themes) {
      expect(label).not.toBe("");
      expect(phrases.length).toBeGreaterThan(2);
      expect(representatives.slice(0, 2).every(({ title }) => title !== "")).toBe(true);
      expect(paperIds).toHaveLength(size);
    }
  });

  it("is the verb where none is given, and reads stdin", async () => {
    const input = readFileSync(few, "utf8");
    const piped = await themata(["-k", "4"], { input });
    expect(piped.output).toBe((await themata(["discover", few, "-k4"])).output);
    expect(records(piped.output)).toHaveLength(4);
  });

  it("counts the papers of a long file as they are read, and finds the same themes", async () => {
    const long = inFolder("long.jsonl");
    const blank = `${" ".repeat(1_000_000)}\n`;
    writeFileSync(long, readFileSync(few));
    appendFileSync(long, "\n");
    for (let i = 0; i < 256; i += 1) appendFileSync(long, blank);
    const { code, output, messages } = await themata([long, "-k", "4"], { terminal: true });
    rmSync(long);
    expect(code).toBe(0);
    expect(messages).toContain("is long");
    expect(messages).toContain("Read 40 papers");
    expect(output).toBe((await themata([few, "-k", "4"], { terminal: true })).output);
  });

  it("answers in words on a terminal, in lines that fit", async () => {
    for (const columns of [40, 80, 200]) {
      const { output } = await themata([few, "-k", "5", "--no-color"], { terminal: true, columns });
      expect(output).toContain("5 themes in 40 papers");
      for (const line of output.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  it("shows colours and progress on a terminal only, and no colours with NO_COLOR", async () => {
    const coloured = await themata([few, "-k", "3"], { terminal: true });
    expect(coloured.output).toContain(control);
    expect(coloured.messages).toContain("finding themes");
    const plain = await themata([few, "-k", "3"], { terminal: true, environment: { NO_COLOR: "1" } });
    expect(plain.output).not.toContain(control);
    const quiet = await themata([few, "-k", "3", "-q", "--text"]);
    expect([quiet.messages, quiet.output.includes(control)]).toEqual(["", false]);
  });

  it("writes reports and a model that tag reads, and leaves no draft behind", async () => {
    const reports = ["map.html", "map.svg", "themes.md", "report.csv"].flatMap((name) => ["-r", inFolder(name)]);
    const model = inFolder("themes.bin");
    expect((await themata([abstracts, "-k", "10", ...reports, "-m", model])).code).toBe(0);
    expect(readFileSync(inFolder("map.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect(readFileSync(inFolder("map.svg"), "utf8")).toMatch(/^<svg /);
    expect(readFileSync(inFolder("themes.md"), "utf8")).toMatch(/^# Themes of 160 papers/);
    expect(readFileSync(inFolder("report.csv"), "utf8")).toMatch(/^id,title/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const themes = records<ThemeRecord>((await themata([abstracts, "-k", "10"])).output);
    const tagged = records<TaggedRecord>((await themata(["tag", abstracts, "-m", model])).output);
    for (const { paperId, tags } of tagged) {
      expect(themes.find(({ paperIds }) => paperIds.includes(paperId))!.themeId).toBe(tags[0]!.themeId);
    }
  });

  it("merges files, one record for each paper", async () => {
    const twice = await themata([few, few, "-k", "3"], { terminal: true });
    expect(twice.messages).toContain("40 of 80 records were of a paper read before and were merged.");
    expect(twice.output).toContain("in 40 papers");
  });
});

describe("themata tag", () => {
  it("tags by a taxonomy, with the phrases that spoke for it", async () => {
    const { output } = await themata(["tag", abstracts, "--themes", inFolder("themes.csv")]);
    const tagged = records<TaggedRecord>(output);
    expect(tagged).toHaveLength(160);
    const { tags } = tagged.find(({ paperId }) => paperId === "a035")!;
    expect(tags[0]).toMatchObject({ themeId: "rlhf", name: "Human feedback" });
    expect(tags[0]!.evidence.length).toBeGreaterThan(0);
  });

  it("learns from examples and saves what it learnt", async () => {
    const tagger = inFolder("tagger.bin");
    const learnt = await themata(["tag", abstracts, "--examples", abstracts, "--save", tagger]);
    expect(learnt.messages).toBe("");
    const loaded = await themata(["tag", abstracts, "-m", tagger]);
    expect(loaded.output).toBe(learnt.output);
    const first = records<TaggedRecord>(loaded.output).filter(({ tags }, i) => {
      return tags[0] !== undefined && demonstration[i]!.themes.includes(tags[0].themeId);
    });
    expect(first.length).toBeGreaterThan(120);
  });
});

describe("themata related", () => {
  it("answers as the index does", async () => {
    const { output } = await themata(["related", abstracts, "--id", "a035", "--limit", "4"]);
    const expected = createPaperIndex(demonstration).related("a035", { limit: 4 });
    expect(records<FoundRecord>(output).map(({ paperId }) => paperId)).toEqual(expected.map(({ paperId }) => paperId));
  });

  it("gives the neighbours of a text, of papers liked, and of all", async () => {
    const about = await themata(["related", abstracts, "--about", "regret of bandits", "-n", "2"]);
    expect(records(about.output)).toHaveLength(2);
    const like = await themata(["related", abstracts, "--like", "a035,a153", "--unlike", "a002"]);
    expect(records<FoundRecord>(like.output).some(({ paperId }) => ["a035", "a153", "a002"].includes(paperId))).toBe(
      false,
    );
    expect(records((await themata(["related", few, "-n", "1"])).output)).toHaveLength(40);
  });
});

describe("themata search", () => {
  it("finds papers by words", async () => {
    const { output } = await themata(["search", "reward hacking", abstracts, "-n", "3"]);
    const [first] = records<FoundRecord>(output);
    const { title, abstract } = demonstration.find(({ id }) => id === first!.paperId)!;
    expect(`${title} ${abstract}`.toLowerCase()).toContain("hack");
  });

  it("takes the query from an option too, and says when nothing was found", async () => {
    const { output } = await themata(["search", abstracts, "--query", "zzzzzz"], { terminal: true });
    expect(output).toContain("Nothing was found.");
  });
});

describe("themata evaluate", () => {
  it("compares with the themes in the records", async () => {
    const [scores] = records<{ nmi: number; classes: number }>((await themata(["evaluate", abstracts])).output);
    expect(scores!.classes).toBeGreaterThan(5);
    expect(scores!.nmi).toBeGreaterThan(0.4);
  });

  it("measures tags where there is something to tag with", async () => {
    const { output } = await themata(["evaluate", abstracts, "--themes", inFolder("themes.csv")]);
    expect(
      records<{ perTheme: { themeId: string; recall: number }[] }>(output)[0]!.perTheme.find(
        ({ themeId }) => themeId === "rlhf",
      )!.recall,
    ).toBeGreaterThan(0.5);
  });
});

describe("themata evaluate --judgements", () => {
  const related = demonstration.slice(0, 12).map(({ id, themes }) => {
    const same = demonstration.filter((other) => other.id !== id && other.themes[0] === themes[0]);
    return { id, related: same.map((other) => other.id) };
  });

  it("ranks what is related to each judged paper", async () => {
    writeFileSync(inFolder("related.jsonl"), related.map((row) => JSON.stringify(row)).join("\n"));
    const { output } = await themata([
      "evaluate",
      abstracts,
      "--judgements",
      inFolder("related.jsonl"),
      "--limit",
      "5",
    ]);
    const [scores] = records<{ queries: number; k: number; ndcg: number; map: number }>(output);
    expect(scores).toMatchObject({ queries: 12, k: 5 });
    expect(scores!.ndcg).toBeGreaterThan(0.4);
    expect(scores!.map).toBeGreaterThan(0.2);
  });

  it("searches with the texts of --queries", async () => {
    writeFileSync(inFolder("judged.jsonl"), '{"query": 1, "doc": "a001", "grade": 2}\n{"query": 1, "doc": "a085"}\n');
    writeFileSync(inFolder("queries.jsonl"), '{"id": 1, "text": "tool-calling agents that recover from faults"}\n');
    const words = [
      "evaluate",
      abstracts,
      "--judgements",
      inFolder("judged.jsonl"),
      "--queries",
      inFolder("queries.jsonl"),
    ];
    expect(records(await themata(words).then(({ output }) => output))).toMatchObject([{ queries: 1, mrr: 1 }]);
    const terminal = await themata([...words, "--no-color"], { terminal: true });
    expect(terminal.output).toContain("1 query");
  });

  it("is wrong use where a query has no text and is no paper", async () => {
    const { code, messages } = await themata(["evaluate", abstracts, "--judgements", inFolder("judged.jsonl")]);
    expect(code).toBe(2);
    expect(messages).toContain("Query 1");
  });
});

describe("themata convert", () => {
  it("writes what it reads", async () => {
    const { output } = await themata(["convert", abstracts]);
    expect(records<Paper>(output).map(({ id }) => id)).toEqual(demonstration.map(({ id }) => id));
  });

  it("tells the format by the name of the output, and reads it back", async () => {
    expect((await themata(["convert", abstracts, "-o", inFolder("library.bib")])).output).toBe("");
    const back = await themata(["convert", inFolder("library.bib")]);
    expect(records<Paper>(back.output)).toHaveLength(160);
  });

  it("takes the last file for the output where it is not there yet, and for an input where it is", async () => {
    const made = inFolder("made.ris");
    expect((await themata(["convert", few, made])).output).toBe("");
    const both = await themata(["convert", few, made]);
    expect(records<Paper>(both.output).length).toBeGreaterThan(0);
    expect(records<Paper>((await themata(["convert", made])).output).length).toBeGreaterThan(0);
    expect((await themata(["convert", inFolder("missing.txt")])).code).not.toBe(0);
  });

  it("refuses before any work what could not be written, and says how a query is asked", async () => {
    const nowhere = join(folder, "nowhere", "map.html");
    const refused = await themata([few, "--report", nowhere]);
    expect([refused.code, refused.messages]).toEqual([
      2,
      `themata: There is no folder ${join(folder, "nowhere")} for map.html.\n`,
    ]);
    const asked = await themata(["search", few]);
    expect(asked.code).toBe(2);
    expect(asked.messages).toContain("the query stands before it");
    const written = await themata(["convert", few, "--to", "xml"]);
    expect(written.messages).toContain("--to xml: papers are written as jsonl, json, csv, tsv, ris, bibtex.");
    const unknown = await themata([few, "-x"]);
    expect(unknown.messages).toContain("Unknown option -x. See themata help.");
  });

  it("tells many problems of one kind in one line, and a library without abstracts", async () => {
    const titles = Array.from({ length: 9 }, (_, i) => JSON.stringify({ id: `p${i}`, title: `Title ${i}` }));
    const { messages } = await themata(["convert", "-"], { input: titles.join("\n") });
    expect(messages).toContain("stdin:1: The record has a title but no abstract. And 8 more like it.");
    expect(messages).toContain("no paper has an abstract");
    expect(messages.split("\n").filter((line) => line.includes("but no abstract"))).toHaveLength(1);
  });

  it("lists problems with their files and lines", async () => {
    const { output } = await themata(["convert", "-", "--problems"], { input: '{"id":"a","title":"A"}\nnonsense\n' });
    expect(records(output)).toContainEqual(expect.objectContaining({ file: "stdin", line: 2 }));
  });
});

describe("what goes wrong", () => {
  it.each([
    [["--granularty", "2", abstracts], "Unknown option --granularty. Did you mean --granularity?"],
    [["discvr", abstracts], "There is neither a verb nor a file discvr. Did you mean discover?"],
    [[abstracts, "-k"], "-k needs a value: -k N."],
    [[abstracts, "--seed", "x"], '--seed needs a number, got "x".'],
    [[abstracts, "--k", "three"], 'expected --k to be "auto" or a whole number from 1 up, got "three".'],
    [[abstracts, "--granularity", "99"], "expected --granularity to be a number from 0.1 to 10, got 99."],
    [["nothere.bib"], "There is no file nothere.bib."],
    [["fixtures"], "fixtures is a folder."],
    [[abstracts, "-r", "map.pdf"], "--report map.pdf: the name should end in .html, .md, .csv or .svg."],
    [["tag", abstracts], "Nothing to tag with."],
    [["related", abstracts, "--id", "zzz"], "No paper has the id zzz."],
    [["related", abstracts, "--id", "a051", "--like", "a001"], "--id stands alone."],
    [["related", abstracts, "--id", "a051", "--unlike", "a001"], "--id stands alone."],
    [["related", abstracts, "--id", "a051", "--about", "bandits"], "--id stands alone."],
    [["evaluate", abstracts, "--field", "venue"], 'No paper has a theme in the field "venue".'],
    [["search"], "What to search for?"],
    [["search", " ", abstracts], "What to search for?"],
    [["help", "tagg"], "Did you mean tag?"],
  ])("themata %j is wrong use: code 2", async (words, message) => {
    const { code, output, messages } = await themata(words);
    expect(messages).toContain(message);
    expect([code, output]).toEqual([2, ""]);
  });

  it("is code 1 where the input allows no answer", async () => {
    expect((await themata([], { input: "" })).code).toBe(1);
    expect((await themata(["-"], { input: "rubbish" })).code).toBe(1);
    expect((await themata(["tag", abstracts, "-m", abstracts])).code).toBe(1);
    expect((await themata([abstracts, "-k", "500"])).code).toBe(1);
  });

  it("lets no title write to the terminal", async () => {
    const input = readFileSync(abstracts, "utf8").replace('"title": "', '"title": "\\u001b[2J\\u0007\\u009b31m');
    const { output } = await themata(["search", "tool-calling agents", "-", "--no-color"], { input, terminal: true });
    expect(output).toContain("Error 503");
    expect(output).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe("themata help", () => {
  it("names every verb and the exit codes, and is what a bare call on a terminal shows", async () => {
    const { code, output } = await themata(["--help"]);
    expect(code).toBe(0);
    for (const { name } of verbs) expect(output).toContain(`  ${name}`);
    expect(output).toContain("Exit codes");
    expect((await themata([], { terminal: true, environment: { NO_COLOR: "1" } })).output).toBe(output);
  });

  it("tells every option of a verb, with examples, in lines that fit", async () => {
    for (const { name, options } of verbs) {
      const { output } = await themata(["help", name]);
      for (const option of options) expect(output).toContain(`--${option.name}`);
      expect(output).toContain("Examples");
      expect((await themata([name, "--help"])).output).toBe(output);
    }
  });

  it("gives the version of the package", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect((await themata(["--version"])).output).toBe(`${version}\n`);
  });
});
