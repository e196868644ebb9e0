import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readPapers } from "../../src/formats/index.js";
import { readPapersFile } from "../../src/node/index.js";

const folder = mkdtempSync(join(tmpdir(), "themata-read-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines of papers, a megabyte and more of them. */
function lines(
  count: number,
  abstract: (i: number) => string = () => "Plain words, again and again. ".repeat(9),
): string {
  const papers = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, title: `Paper ${i}`, abstract: abstract(i) }));
  return papers.map((paper) => JSON.stringify(paper)).join("\n");
}

const many = lines(4_000);
const longLine = JSON.stringify({ papers: JSON.parse(`[${many.replaceAll("\n", ",")}]`) });
const inputs: Readonly<Record<string, string | Buffer>> = {
  "lines of ASCII": many,
  "lines that end in CRLF, the last with nothing after it": `${many.replaceAll("\n", "\r\n")}\r\n`,
  "lines that end in CR": many.replaceAll("\n", "\r"),
  "signs of two, three and four bytes": lines(4_000, (i) => `${"é–𝛽 ".repeat(i % 50)}end`),
  "one long line": longLine,
  "a mark at the beginning": `\uFEFF${many}`,
  "a sign for lost bytes": `${many}\n${JSON.stringify({ id: "lost", title: "a \uFFFD b" })}`,
  "Latin-1 after much ASCII": Buffer.concat([
    Buffer.from(many),
    Buffer.from('\n{"title":"Schr\u00f6dinger\u0092s"}', "latin1"),
  ]),
  "one byte of many that is no UTF-8": Buffer.concat([
    Buffer.from(lines(2_000, () => "é")),
    Buffer.from('\n{"title":"broken \u00ff here"}', "latin1"),
  ]),
  "UTF-16": Buffer.from(`\uFEFF${many}`, "utf16le"),
  "UTF-16 without a mark": Buffer.from(many, "utf16le"),
  nothing: "",
  "white space": " \n".repeat(200_000),
  "white space before papers": `${" \n".repeat(200_000)}${many}`,
  "a character cut off at the end": Buffer.from(`${many}é`).subarray(0, -1),
  "a table": `title,abstract\n${Array.from({ length: 9_000 }, (_, i) => `"Paper ${i}","two\nlines é"`).join("\n")}`,
  bibliography: "@article{a, title = {The {TeX} book}, year = 1984}\n".repeat(2_000),
};

/** What is read, or the code of what is thrown. */
async function outcome(read: () => unknown): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe("readPapersFile(path)", () => {
  it.each(Object.entries(inputs))("reads what readPapers reads of the bytes: %s", async (name, input) => {
    const bytes = Buffer.from(input as string);
    const expected = await outcome(() => readPapers(bytes));
    const path = join(folder, name);
    for (const stored of [bytes, gzipSync(bytes)]) {
      writeFileSync(path, stored);
      expect(await outcome(() => readPapersFile(path))).toStrictEqual(expected);
    }
  });

  it("reads the format that is asked for, whatever the beginning looks like", async () => {
    const path = join(folder, "asked");
    writeFileSync(path, many);
    for (const format of ["jsonl", "csv", "bibtex", "listing"] as const) {
      const expected = await outcome(() => readPapers(many, { format }));
      expect(await outcome(() => readPapersFile(path, { format }))).toStrictEqual(expected);
    }
  });
});
