import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { streamRecords } from "../../src/cli/stream-records.js";
import { readPapers } from "../../src/formats/index.js";
import { fitTagger, tagPapers } from "../../src/index.js";
import { saveFile } from "../../src/node/index.js";
import { demonstration } from "../fixtures.js";
import { killAndResume } from "./killed-runs.js";
import { records, themata } from "./streams.js";

interface Answer {
  readonly paperId?: string;
  readonly mine?: number;
  readonly tags?: readonly { readonly themeId: string }[];
  readonly problem?: { readonly code: string; readonly line: number };
  readonly problems?: readonly { readonly code: string; readonly id: string }[];
}

const themes = ["rlhf", "exploration"].map((id, i) => ({ id, name: ["Human feedback", "Exploration"][i]! }));
const tagger = fitTagger({ themes, background: demonstration });
const lines = (papers: readonly object[]): string => papers.map((paper) => `${JSON.stringify(paper)}\n`).join("");
let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "themata-pipeline-"));
  await saveFile(inFolder("tagger.bin"), tagger);
  writeFileSync(inFolder("themes.csv"), "id,name\nrlhf,Human feedback\nexploration,=Exploration\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("themata tag --model", () => {
  it("answers every line once, in order, with the caller's fields, and what cannot be read with a problem", async () => {
    const input = `${lines([{ id: "x", title: "Human feedback", abstract: "", mine: 5 }])}not json\n\n[1]\r\n${lines([
      { title: "Curious exploration", abstract: "Exploration." },
      { id: "x", title: "Again", abstract: "The same id." },
      { id: "y" },
    ])}{"id": "last", "title": "Human feedback", "abstract": "No newline"}`;
    const { code, output, messages } = await themata(["tag", "-m", inFolder("tagger.bin")], { input });
    const answers = records<Answer>(output);
    expect(code).toBe(0);
    expect(answers.map(({ paperId, problem }) => paperId ?? problem!.line)).toEqual([
      "x",
      2,
      4,
      "paper-0004",
      "x",
      7,
      "last",
    ]);
    expect(answers[0]).toMatchObject({ mine: 5, title: "Human feedback", tags: [{ themeId: "rlhf" }] });
    expect(answers[1]!.problem!.code).toBe("unreadable-line");
    expect(answers[3]!.problems).toMatchObject([{ code: "missing-id", id: "paper-0004" }]);
    expect(messages).toContain("stdin:2: ");
    expect(messages).toContain("3 of 7 answers tell a problem in place of tags.");
  });

  it("gives the tags that tagPapers gives, from files of any format, whatever the pieces of the input", async () => {
    const expected = tagPapers(tagger, demonstration).map(({ tags }) => tags.map(({ themeId }) => themeId));
    const ris = inFolder("library.ris");
    const csv = inFolder("library.csv");
    for (const file of [ris, csv]) await themata(["convert", "fixtures/abstracts.jsonl", "-o", file]);
    for (const file of ["fixtures/abstracts.jsonl", ris, csv]) {
      const answers = records<Answer>((await themata(["tag", file, "-m", inFolder("tagger.bin")])).output);
      expect(answers.map(({ tags }) => tags!.map(({ themeId }) => themeId))).toEqual(expected);
    }
    const text = readFileSync("fixtures/abstracts.jsonl");
    const pieces = Array.from({ length: Math.ceil(text.length / 1000) }, (_, i) =>
      text.subarray(1000 * i, 1000 * (i + 1)),
    );
    const ids: unknown[] = [];
    for await (const batch of streamRecords(pieces, undefined)) {
      for (const read of batch) {
        const record = read();
        ids.push("paper" in record ? record.paper.id : record.problem);
      }
    }
    expect(ids).toEqual(demonstration.map(({ id }) => id));
  });

  it("reads NaN, as Python writes it, and leaves zeros out", async () => {
    const input =
      '{"id":"x","title":"Human feedback","abstract":NaN,"year":NaN}\n{"id":"y","title":"Hu\0man feedback"}\n';
    const { code, output } = await themata(["tag", "-m", inFolder("tagger.bin")], { input });
    const [first, second] = records<Answer>(output);
    expect([code, first, second]).toMatchObject([0, { paperId: "x", year: null }, { title: "Human feedback" }]);
  });

  it("refuses options out of range, and those that discovered themes know nothing of, before it writes", async () => {
    await themata(["discover", "fixtures/abstracts.jsonl", "-k", "3", "-m", inFolder("found.bin")]);
    const output = inFolder("kept.jsonl");
    writeFileSync(output, "kept\n");
    for (const [words, message] of [
      ["-m tagger.bin -n 0", "--limit to be a whole number from 1 up"],
      ["-m tagger.bin --precision 2", "--precision to be a number from 0 to 1"],
      ["-m found.bin -n 0", "--limit to be a whole number from 1 up"],
      ["-m found.bin --precision 0.5", "--all and --precision are for taggers"],
      ["-m found.bin --all", "--all and --precision are for taggers"],
    ] as const) {
      const given = words.split(" ").map((word) => (word.endsWith(".bin") ? inFolder(word) : word));
      const { code, messages } = await themata(["tag", "fixtures/abstracts.jsonl", ...given, "-o", output]);
      expect([code, messages]).toEqual([2, expect.stringContaining(message)]);
    }
    expect(readFileSync(output, "utf8")).toBe("kept\n");
  });

  it("answers an empty stream with nothing", async () => {
    expect(await themata(["tag", "-m", inFolder("tagger.bin")], { input: "" })).toMatchObject({ code: 0, output: "" });
  });

  it("--resume goes on where the output ends, takes a broken line away, and refuses another input", async () => {
    const [whole, part] = [inFolder("whole.jsonl"), inFolder("part.jsonl")];
    const words = ["tag", "fixtures/abstracts.jsonl", "-m", inFolder("tagger.bin"), "-o"];
    await themata([...words, whole]);
    const expected = readFileSync(whole, "utf8");
    for (const length of [0, 10, Math.floor(expected.length / 3), expected.length - 1, expected.length]) {
      writeFileSync(part, expected.slice(0, length));
      expect(await themata([...words, part, "--resume"])).toMatchObject({ code: 0, messages: "" });
      expect(readFileSync(part, "utf8")).toBe(expected);
    }
    writeFileSync(part, lines([{ paperId: "another" }]));
    expect((await themata([...words, part, "--resume"])).code).toBe(2);
    writeFileSync(part, `${expected}${expected}`);
    expect((await themata([...words, part, "--resume"])).code).toBe(2);
    expect((await themata(["tag", "fixtures/abstracts.jsonl", "-m", inFolder("tagger.bin"), "--resume"])).code).toBe(2);
  });

  it("killed at random moments and resumed, it writes what an unkilled run writes", { timeout: 180_000 }, async () => {
    const input = inFolder("many.jsonl");
    const copies = Array.from({ length: 10 }, (_, copy) =>
      demonstration.map((paper) => ({ ...paper, id: `${paper.id}-${copy}` })),
    );
    writeFileSync(input, lines(copies.flat()));
    const [whole, output] = [inFolder("unkilled.jsonl"), inFolder("killed.jsonl")];
    await themata(["tag", input, "-m", inFolder("tagger.bin"), "-o", whole]);
    const expected = readFileSync(whole, "utf8");
    const command = [process.execPath, "--import", "tsx", "src/cli/index.ts"];
    const moments = [0.15, 0.6].map((share) => share * Buffer.byteLength(expected));
    const model = inFolder("tagger.bin");
    expect(await killAndResume({ command, model, input, output, moments })).toBeGreaterThan(0);
    expect(readFileSync(output, "utf8") === expected).toBe(true);
  });
});

describe("themata tag -o LIBRARY", () => {
  it.each(["bib", "ris", "csv"])(
    "writes the tags among the keywords of a .%s file, where our reader finds them",
    async (extension) => {
      const [before, after] = [inFolder(`before.${extension}`), inFolder(`after.${extension}`)];
      await themata(["convert", "fixtures/abstracts.jsonl", "-o", before]);
      const { code } = await themata(["tag", before, "-m", inFolder("tagger.bin"), "-o", after]);
      expect(code).toBe(0);
      const answers = records<Answer>((await themata(["tag", before, "-m", inFolder("tagger.bin")])).output);
      const read = readPapers(readFileSync(after)).papers;
      expect(read).toHaveLength(demonstration.length);
      let given = 0;
      read.forEach(({ keywords }, i) => {
        for (const { themeId } of answers[i]!.tags!) {
          expect(keywords).toContain(themes.find(({ id }) => id === themeId)!.name);
          given += 1;
        }
      });
      expect(given).toBeGreaterThan(20);
      if (extension !== "csv") return;
      await themata(["tag", before, "--themes", inFolder("themes.csv"), "-o", after]);
      expect(readFileSync(after, "utf8")).not.toMatch(/(^|[,;"]\s*)=Exploration/m);
    },
  );

  it("keeps the mark by which a spreadsheet knows UTF-8, and gives one to UTF-16", async () => {
    const text = "Title,Abstract,Keywords\nCafé of human feedback,Human feedback.,café\n";
    const written = async (bytes: Buffer): Promise<string> => {
      const [before, after] = [inFolder("marked.csv"), inFolder("still-marked.csv")];
      writeFileSync(before, bytes);
      await themata(["tag", before, "--themes", inFolder("themes.csv"), "--all", "-o", after]);
      return readFileSync(after, "utf8");
    };
    expect(await written(Buffer.from(text))).toMatch(/^Title,.*\nCafé.*café; Human feedback/);
    expect(await written(Buffer.from(`\uFEFF${text}`))).toMatch(/^\uFEFFTitle,.*\nCafé.*café; Human feedback/);
    expect(await written(Buffer.from(`\uFEFF${text}`, "utf16le"))).toMatch(/^\uFEFFTitle,.*\nCafé/);
  });

  it("refuses several files, and another format", async () => {
    const ris = inFolder("one.ris");
    await themata(["convert", "fixtures/abstracts.jsonl", "-o", ris]);
    const words = ["-m", inFolder("tagger.bin"), "-o"];
    expect((await themata(["tag", ris, ris, ...words, inFolder("two.ris")])).code).toBe(2);
    expect((await themata(["tag", ris, ...words, inFolder("two.bib")])).code).toBe(2);
  });
});
