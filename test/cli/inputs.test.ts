import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FoundRecord } from "../../src/cli/neighbours-text.js";
import type { TaggedRecord } from "../../src/cli/tagged-text.js";
import { displayWidth } from "../../src/cli/terminal-text.js";
import type { ThemeRecord } from "../../src/cli/theme-records.js";
import { fitPhraseStatistics, fitTagger, type Paper } from "../../src/index.js";
import { saveFile } from "../../src/node/index.js";
import { demonstration } from "../fixtures.js";
import { records, themata } from "./streams.js";

const themes = "id,name,description\nrlhf,Human feedback,Reward models\nbandits,Bandits,Regret of bandit arms\n";
const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");
let folder: string;
const inFolder = (name: string): string => join(folder, name);
const written = (name: string, text: string | Uint8Array): string => {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
};
let few: string;
let tagger: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "themata-inputs-"));
  few = written("few.jsonl", lines(demonstration.slice(0, 30)));
  tagger = inFolder("tagger.bin");
  await saveFile(tagger, fitTagger({ themes: [{ id: "rlhf", name: "Human feedback" }], background: demonstration }));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the words of a command line", () => {
  it.each([
    [["discover"], "No file was named. Give one, or - to read stdin."],
    [["zzzzzzzz"], "The verbs are discover, tag,"],
    [["discover", "--json=yes"], '--json takes no value, got "yes".'],
  ])("themata %j on a terminal is wrong use: code 2", async (words, message) => {
    const { code, messages } = await themata(words, { terminal: true, environment: { NO_COLOR: "1" } });
    expect([code, messages]).toEqual([2, expect.stringContaining(message)]);
  });

  it("a model needs a file to tag, too", async () => {
    const { code, messages } = await themata(["tag", "-m", tagger, "--json"], { terminal: true });
    expect([code, messages]).toEqual([2, expect.stringContaining("No file was named.")]);
  });

  it("themata help is the help of the program, and what follows -- is no option", async () => {
    expect((await themata(["help"])).output).toBe((await themata(["--help"])).output);
    const asked = await themata(["search", "--", "--help", few]);
    expect(records<FoundRecord>(asked.output)[0]!.because[0]!.phrase).toBe("help");
  });

  it("themata search --every-word asks for all words", async () => {
    const ids = async (...more: string[]): Promise<number> => {
      const { output } = await themata(["search", "regret of the zzzzzz", few, "--json", ...more]);
      return output === "" ? 0 : records(output).length;
    };
    expect(await ids()).toBeGreaterThan(0);
    expect(await ids("--every-word")).toBe(0);
  });
});

describe("the options of a command line", () => {
  it("-k=3 and -o=FILE are what --k=3 and --output=FILE are", async () => {
    const { output } = await themata(["discover", few, "-k=3"]);
    expect(output).toBe((await themata(["discover", few, "--k=3"])).output);
    expect((await themata(["convert", few, `-o=${inFolder("short.csv")}`])).code).toBe(0);
    expect(existsSync(inFolder("short.csv"))).toBe(true);
  });

  it("files may have commas in their names, ids in a list have them between", async () => {
    const [examples, report] = [written("Doe, 2020.jsonl", readFileSync(few)), inFolder("Roe, 2021.md")];
    expect((await themata(["tag", few, "--examples", examples])).code).toBe(0);
    expect((await themata(["discover", few, "-k", "2", "-r", report])).code).toBe(0);
    expect(existsSync(report)).toBe(true);
    const like = async (...words: string[]): Promise<string> => (await themata(["related", few, ...words])).output;
    expect(await like("--like", "a001, a002")).toBe(await like("--like", "a001", "--like", "a002"));
  });

  it.each(["convert", "related", "tag --themes TAX", "discover", "search --query reward", "convert NEW"])(
    "themata %s looks for the folders of its outputs before it reads",
    async (line) => {
      const nowhere = inFolder("nowhere/x.jsonl");
      const words = line.split(" ").map((word) => word.replace("TAX", written("tax.csv", themes)));
      const named = words.includes("NEW")
        ? ["convert", "absent.bib", nowhere]
        : [...words, "absent.bib", "-o", nowhere];
      const { code, messages } = await themata(named);
      expect([code, messages]).toEqual([2, `themata: There is no folder ${inFolder("nowhere")} for x.jsonl.\n`]);
    },
  );

  it("-n Infinity is every answer, and blanks are no number", async () => {
    const { output } = await themata(["related", few, "--id", "a001", "-n", "Infinity"]);
    expect(records(output).length).toBeGreaterThan(10);
    const { code, messages } = await themata(["related", few, "--id", "a001", "-n", " "]);
    expect([code, messages]).toEqual([2, 'themata: -n needs a number, got " ".\n']);
  });

  it("a field that no paper has is told with those that it has", async () => {
    const { code, messages } = await themata(["evaluate", few, "--field", "topic"]);
    expect([code, messages]).toEqual([
      2,
      expect.stringContaining("the first paper has id, title, abstract, date, themes."),
    ]);
  });
});

describe("files that would be written over", () => {
  it.each([
    ["FEW -o FEW", "is named twice"],
    ["discover FEW -m OUT.bin -r map.md -o ./OUT.bin", "is named twice"],
    ["convert FEW --to csv --output FEW", "is named twice"],
    ["tag FEW --themes TAX -o TAX", "is named twice"],
    ["tag FEW --themes TAX --save FEW", "is named twice"],
    ["tag FEW -m FEW -o FEW", "is named twice"],
    ["tag FEW -m OUT.bin --themes TAX", "--model FILE has its own themes"],
    ["tag FEW -m FEW", "a file that discover --model or tag --save wrote"],
    ["search FEW reward-hacking", 'themata search "reward-hacking"'],
  ])("themata %s is refused, and they stay as they were", async (line, message) => {
    const tax = written("tax.csv", themes);
    const names: Readonly<Record<string, string>> = { FEW: few, TAX: tax, "OUT.bin": inFolder("out.bin") };
    const words = line.split(" ").map((word) => names[word.replace("./", "")] ?? word);
    const before = readFileSync(few, "utf8");
    const { code, messages, output } = await themata(words);
    expect(messages).toContain(message);
    expect(code).toBeGreaterThan(0);
    expect(output).toBe("");
    expect([readFileSync(few, "utf8"), readFileSync(tax, "utf8")]).toStrictEqual([before, themes]);
  });

  it("a library takes its own place with the tags among its keywords", async () => {
    const library = written(
      "own.ris",
      "TY  - JOUR\nID  - a\nTI  - Human feedback\nAB  - Reward models.\nVL  - 7\nER  - \n",
    );
    const { code } = await themata(["tag", library, "--themes", written("tax.csv", themes), "--all", "-o", library]);
    expect(code).toBe(0);
    expect(readFileSync(library, "utf8")).toMatch(/KW {2}- Human feedback\n[\s\S]*VL {2}- 7\n/);
  });
});

describe("files that are named", () => {
  it("compressed input is read from stdin, and written back as plain text", async () => {
    const ris = inFolder("library.ris");
    await themata(["convert", few, "-o", ris]);
    const packed = gzipSync(readFileSync(ris));
    const { output } = await themata(["convert", "-"], { input: packed });
    expect(records<Paper>(output).map(({ id }) => id)).toEqual(demonstration.slice(0, 30).map(({ id }) => id));
    const back = inFolder("back.ris");
    const given = await themata(["tag", written("library.ris.gz", packed), "-m", tagger, "-o", back]);
    expect(given.code).toBe(0);
    expect(readFileSync(back, "utf8")).toContain("KW  - Human feedback");
  });

  it("a cut gzip stream gives what it holds, and says so", async () => {
    const packed = gzipSync(readFileSync(few));
    const { output, messages } = await themata(["convert", "-"], { input: packed.subarray(0, packed.length - 20) });
    expect(records(output).length).toBeGreaterThan(10);
    expect(messages).toContain("stdin: The compressed data is cut off.");
  });

  it("--format is believed, whatever the text looks like", async () => {
    const input = "title,abstract\nOne,two\n";
    expect(records<Paper>((await themata(["convert", "-", "--format", "csv"], { input })).output)).toHaveLength(1);
    expect((await themata(["convert", "-", "--format", "ris"], { input })).code).toBe(1);
  });

  it("of two papers with one id, the second is renamed", async () => {
    const other = written("other.jsonl", lines([{ ...demonstration[100]!, id: demonstration[0]!.id }]));
    const { output, messages } = await themata(["convert", few, other]);
    expect(records(output)).toHaveLength(31);
    expect(messages).toBe(`${other}: Another paper has the id a001: renamed to a001~2.\n`);
    const many = written(
      "many.jsonl",
      lines(demonstration.slice(50, 60).map((paper, i) => ({ ...paper, id: `a00${i}` }))),
    );
    expect((await themata(["convert", few, many])).messages).toBe(
      `${many}: Another paper has the id a001: renamed to a001~2. And 8 more like it.\n`,
    );
  });

  it.each([
    ["nowhere/x.jsonl", 2, "There is no folder"],
    ["few.jsonl/x.jsonl", 1, "is no folder."],
  ])("-o %s cannot be written", async (path, expected, message) => {
    const { code, messages } = await themata(["convert", few, "-o", inFolder(path)]);
    expect([code, messages]).toEqual([expected, expect.stringContaining(message)]);
  });

  it("an empty file is told of, beside others too", async () => {
    const empty = written("empty.bib", "");
    const beside = await themata(["convert", few, empty]);
    expect([beside.code, beside.messages]).toEqual([0, `${empty}: there is no paper in it.\n`]);
    expect((await themata(["convert", empty])).messages).toContain(`${empty}: there is no paper in it.`);
    const { code, messages } = await themata(["tag", few, "--themes", empty]);
    expect([code, messages]).toEqual([1, expect.stringContaining(`${empty}: there is no theme in it.`)]);
  });

  it("one of several files that holds no papers is left out, and told, as is a folder", async () => {
    const picture = written("picture.png", Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]));
    const page = written("page.html", "<html><body>A page.</body></html>");
    mkdirSync(inFolder("inner"), { recursive: true });
    const others = [picture, page, inFolder("inner")];
    const told = [
      `${picture}: the format could not be told by the content: left out.\n`,
      `${page}: nothing of the input can be read as xml: left out.\n`,
      `${inFolder("inner")} is a folder: left out.\n`,
    ].join("");
    const converted = await themata(["convert", ...others, few]);
    expect([converted.code, converted.messages]).toEqual([0, told]);
    expect(records(converted.output)).toHaveLength(30);
    const tagged = await themata(["tag", ...others, few, "-m", tagger]);
    expect([tagged.code, tagged.messages]).toEqual([
      0,
      expect.stringMatching(/png: .*: left out\.\n.*html: .*: left out\.\n/),
    ]);
    expect(records<TaggedRecord>(tagged.output).filter(({ paperId }) => paperId !== undefined)).toHaveLength(30);
    const problems = await themata(["convert", "--problems", few, page]);
    expect(records(problems.output)).toEqual([
      { file: page, code: "unreadable-file", message: expect.stringContaining("left out.") },
    ]);
    for (const words of [["convert"], ["tag", "-m", tagger]]) {
      const { code, messages } = await themata([...words, ...others]);
      expect([code, messages]).toEqual([
        1,
        expect.stringContaining(`themata: None of the files holds papers that can be read.\n`),
      ]);
    }
    const { code, messages } = await themata(["convert", inFolder("absent.bib"), few]);
    expect([code, messages]).toEqual([2, `themata: There is no file ${inFolder("absent.bib")}.\n`]);
  });

  it("--problems lists those of a file without papers, too", async () => {
    const { code, output } = await themata(["convert", "--problems", written("none.json", '[{"a":1},{"b":2}]')]);
    expect([code, records(output)]).toEqual([
      0,
      [
        expect.objectContaining({ code: "no-text", record: 0 }),
        expect.objectContaining({ code: "no-text", record: 1 }),
      ],
    ]);
  });

  it("a folder is refused with the names of the files in it that may hold papers", async () => {
    const of = (name: string): string => join("library", name);
    mkdirSync(inFolder("library"));
    for (const name of ["a.bib", "b.bib", "c.RIS", "notes.md", "d.pdf"]) written(of(name), "");
    const { code, messages } = await themata([inFolder("library/")]);
    const named = `${inFolder("library")}/*.bib ${inFolder("library")}/*.ris`;
    expect([code, messages]).toEqual([2, expect.stringContaining(`Name the files in it: ${named}`)]);
  });

  it.each([
    ["search reward model FEW", "There is no file model. A query of several words stands in quotes"],
    ["related FEW --about reward models", "There is no file models. A text stands in quotes"],
    ["related FEW --id a00", "Did you mean a001?"],
    ["related FEW --like a001,b002", "Did you mean a002?"],
    ["related FEW --id zzzzzzzz", "The first is a001."],
  ])("%s: says what may have been meant", async (line, meant) => {
    const { code, messages } = await themata(line.split(" ").map((word) => word.replace("FEW", few)));
    expect([code, messages]).toEqual([2, expect.stringContaining(meant)]);
  });

  it.each([
    ["convert FEW -o x.docx", ".jsonl, .ndjson, .json, .csv, .tsv, .ris, .bib"],
    ["convert FEW -o x.constructor", ".bib"],
    ["convert FEW --problems -o x.csv", ".jsonl"],
    ["discover FEW -o x.csv", ".jsonl"],
    ["related FEW --id a001 -o x.bib", ".jsonl"],
    ["tag FEW --themes TAX -o x.xlsx", ".nbib"],
    ["tag FEW --themes TAX --save x.json", ".bin"],
    ["discover FEW -m x.csv", ".bin"],
    ["discover FEW -r x.xyz", ".svg"],
    ["discover FEW -r x.constructor", ".svg"],
  ])("%s: a name that promises another kind of file is refused, with those that are written", async (line, known) => {
    const named = line.replace("FEW", few).replace("TAX", written("tax.csv", themes));
    const words = named.split(" ").map((word) => word.replace(/^x(?=\.)/, inFolder("x")));
    const { code, messages, output } = await themata(words);
    expect([code, output, messages]).toEqual([2, "", expect.stringContaining(known)]);
    expect(existsSync(words.at(-1)!)).toBe(false);
  });

  it.each(["-o", "-m"])("%s: a folder is no file to write", async (option) => {
    const { code, messages } = await themata(["discover", few, option, folder]);
    expect([code, messages]).toEqual([2, expect.stringContaining(`${folder} is a folder: name a file in it`)]);
  });

  it.each([
    "convert FEW --to csv -o x.docx",
    "convert FEW --to bib -o x",
    "convert FEW -o x",
    "discover FEW -k 2 --text -o x.md",
  ])("%s: a name that promises nothing else is taken", async (line) => {
    const words = line.split(" ").map((word) => word.replace("FEW", few).replace(/^x(?=\.|$)/, inFolder("x")));
    expect((await themata(words)).code).toBe(0);
  });

  it("a saved value that holds no themes cannot tag", async () => {
    await saveFile(inFolder("phrases.bin"), fitPhraseStatistics(demonstration.slice(0, 5)));
    const { code, messages } = await themata(["tag", few, "-m", inFolder("phrases.bin")]);
    expect([code, messages]).toEqual([2, expect.stringContaining("holds neither themes")]);
  });

  it("entries of a taxonomy that cannot be read are told with their lines", async () => {
    const broken = written("broken.csv", `${themes},,Of nothing\n`);
    const { code, messages } = await themata(["tag", few, "--themes", broken]);
    expect([code, messages]).toEqual([0, expect.stringContaining(`${broken}:4: `)]);
  });

  it("--seeds FILE leads the themes", async () => {
    const seeds = written("seeds.csv", "id,name,keywords\nbandits,Bandits,regret; bandit; arm\n");
    const { output } = await themata(["discover", "fixtures/abstracts.jsonl", "-k", "8", "--seeds", seeds]);
    expect(records<ThemeRecord>(output).map(({ themeId }) => themeId)).toContain("bandits");
  });
});

describe("an answer that cannot be written", () => {
  it.skipIf(!existsSync("/dev/full"))("is told in a sentence: code 1", () => {
    const full = openSync("/dev/full", "w");
    const words = ["--import", "tsx", "src/cli/index.ts", "convert", few];
    const { status, stderr } = spawnSync(process.execPath, words, {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^themata: The answer could not be written: ENOSPC.*\n$/),
    ]);
  });
});

describe("themata discover --open", () => {
  const withPath = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
    const before = process.env["PATH"];
    process.env["PATH"] = path;
    try {
      return await work();
    } finally {
      process.env["PATH"] = before;
    }
  };

  it.skipIf(process.platform !== "linux")("opens the map, or says that it could not", async () => {
    const map = inFolder("map.html");
    const words = [few, "-k", "3", "--open", "-r", map];
    const tools = inFolder("tools");
    mkdirSync(tools);
    writeFileSync(join(tools, "xdg-open"), `#!/bin/sh\nprintf %s "$1" > ${inFolder("opened")}\n`);
    chmodSync(join(tools, "xdg-open"), 0o755);
    const opened = await withPath(`${tools}:/bin`, () => themata(words, { terminal: true }));
    expect(opened.messages).toContain(`Opened ${map}.`);
    expect(readFileSync(inFolder("opened"), "utf8")).toBe(map);
    const failed = await withPath(inFolder("nothing"), () => themata(words));
    expect(failed.messages).toContain(`${map} could not be opened from here: open it in a browser.`);
  });
});

describe("answers in words", () => {
  const untitled = { id: "no-title", title: "", abstract: demonstration[2]!.abstract };
  const long = { id: "wide", title: `${"界".repeat(60)} of ${"x".repeat(90)}`, abstract: demonstration[0]!.abstract };

  it("themata related on a terminal gives every paper, by its id where it has no title, in lines that fit", async () => {
    const papers = written("odd.jsonl", lines([untitled, long, ...demonstration.slice(3, 12)]));
    const { output } = await themata(["related", papers, "-n", "2", "--no-color"], { terminal: true });
    expect(output).toMatch(/^no-title\n/);
    for (const line of output.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });

  it("themata tag on a terminal says where no theme fits, and --text -o writes the same without colours", async () => {
    const input = lines([untitled, { id: "far", title: "Sourdough and yeast", abstract: "Bread rises." }]);
    const words = ["tag", "-", "--themes", written("themes.csv", themes)];
    const { output } = await themata([...words, "--no-color"], { input, terminal: true });
    expect(output).toContain("Sourdough and yeast\n  no theme fits\n");
    await themata([...words, "--text", "-o", inFolder("answer.txt")], { input, terminal: true });
    expect(readFileSync(inFolder("answer.txt"), "utf8")).toBe(output);
    const piped = await themata([...words, "--json"], { input, terminal: true });
    expect(records<TaggedRecord>(piped.output).map(({ paperId }) => paperId)).toEqual(["no-title", "far"]);
  });

  it("themata search names a paper without a title by its id", async () => {
    const { output } = await themata(["search", "bandit", "-", "--text"], { input: lines([untitled]) });
    expect(output).toContain("no-title\n");
  });
});

describe("streams", () => {
  const tag = ["tag", "-m"];

  it("a reader that takes its time gets every line", async () => {
    const words = [...tag, tagger, "fixtures/abstracts.jsonl"];
    expect(await themata(words, { slow: true })).toEqual(await themata(words));
  });

  it("input of no known format is a problem, and so is a line that holds several papers", async () => {
    expect((await themata([...tag, tagger], { input: "rubbish" })).code).toBe(1);
    const several = JSON.stringify({ papers: demonstration.slice(0, 2) });
    const { output } = await themata([...tag, tagger, "--format", "jsonl"], { input: `${several}\n` });
    expect(records(output)).toMatchObject([{ problem: { code: "no-single-paper", line: 1 } }]);
  });

  it("problems of a RIS record stand with its paper, and those of none by themselves", async () => {
    const input =
      "TY  - JOUR\nTI  - No abstract\nID  - a\nER  - \n\nTY  - JOUR\nER  - \n\nTY  - JOUR\nTI  - B\nAB  - C\n";
    const { output } = await themata([...tag, tagger], { input });
    const [first, second] = records<{ paperId?: string; problems?: object[]; problem?: object }>(output);
    expect(first).toMatchObject({ paperId: "a", problems: [{ code: "missing-abstract", id: "a" }] });
    expect(second).toHaveProperty("problem");
  });

  it("--resume goes on after an answer that was a problem", async () => {
    const output = inFolder("resumed.jsonl");
    const input = written("half.jsonl", `nonsense\n${lines([demonstration[0]!])}`);
    const words = [...tag, tagger, input, "-o", output];
    await themata(words);
    const whole = readFileSync(output, "utf8");
    writeFileSync(output, whole.slice(0, whole.indexOf("\n") + 1));
    expect((await themata([...words, "--resume"])).code).toBe(0);
    expect(readFileSync(output, "utf8")).toBe(whole);
    writeFileSync(output, "not an answer\n");
    expect((await themata([...words, "--resume"])).code).toBe(2);
  });
});
