import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readPapers } from "../../src/formats/index.js";
import { isThemataError, type Paper, type Problem } from "../../src/index.js";
import { readPapersFile, streamPapers } from "../../src/node/index.js";

const samples = new URL("../../fixtures/formats/", import.meta.url);
const files = readdirSync(samples).filter((name) => !/README|taxonomy/.test(name));
const bytesOf = (file: string): Uint8Array => readFileSync(new URL(file, samples));

/** Pieces of so many bytes. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function gather(source: Parameters<typeof streamPapers>[0]): Promise<{ papers: Paper[]; problems: Problem[] }> {
  const papers: Paper[] = [];
  const problems: Problem[] = [];
  for await (const event of streamPapers(source)) {
    if ("paper" in event) papers.push(event.paper);
    else problems.push(event.problem);
  }
  return { papers, problems };
}

describe("streamPapers(source)", () => {
  it.each(files)("gives what readPapers gives for %s, in pieces of any size and compressed", async (file) => {
    const { papers, problems } = readPapers(bytesOf(file));
    for (const size of [3, 1000]) expect(await gather(pieces(bytesOf(file), size))).toStrictEqual({ papers, problems });
    expect(await gather(pieces(gzipSync(bytesOf(file)), 50))).toStrictEqual({ papers, problems });
  });

  it.each(["papers.jsonl", "generic.csv", "zotero.ris"])(
    "counts the lines of %s alike whatever they end in and wherever the text is cut",
    async (file) => {
      for (const end of ["\r\n", "\r"]) {
        const once = Buffer.from(bytesOf(file)).toString("utf8").replace(/\r?\n/g, end);
        // The format is told by a long beginning, which is read as one piece.
        const text = once.repeat(Math.ceil(100_000 / once.length));
        const whole = readPapers(text);
        const cut = function* (size: number): Generator<string> {
          const small = text.length - 2_000;
          yield text.slice(0, small);
          for (let at = small; at < text.length; at += size) yield text.slice(at, at + size);
        };
        for (const size of [1, 2]) {
          expect(await gather(cut(size))).toStrictEqual({ papers: whole.papers, problems: whole.problems });
        }
      }
    },
  );

  it.each(["jsonl", "csv", "tsv", "ris", "nbib", "wos"] as const)(
    "gives %s on the way, before the source has ended",
    async (format) => {
      const header = { csv: "id,title,abstract\n", tsv: "id\ttitle\tabstract\n" } as Record<string, string>;
      const record = {
        jsonl: (i: number) => `{"id":"p${i}","title":"T","abstract":"A"}\n`,
        csv: (i: number) => `p${i},T,"A"\n`,
        tsv: (i: number) => `p${i}\tT\tA\n`,
        ris: (i: number) => `TY  - JOUR\nID  - p${i}\nTI  - T\nAB  - A\nER  - \n`,
        nbib: (i: number) => `PMID- ${i}\nTI  - T\nAB  - A\n\n`,
        wos: (i: number) => `PT J\nUT p${i}\nTI T\nAB A\nER\n\n`,
      }[format];
      let written = 0;
      async function* source(): AsyncGenerator<string> {
        yield header[format] ?? "";
        for (; written < 20_000; written += 1000)
          yield Array.from({ length: 1000 }, (_, i) => record(written + i)).join("");
      }
      let read = 0;
      let furthest = 0;
      for await (const event of streamPapers(source())) {
        if ("paper" in event) read += 1;
        furthest = Math.max(furthest, written - read);
      }
      expect(read).toBe(20_000);
      expect(furthest).toBeLessThan(10_000);
    },
  );

  it("reads text, bytes and nothing at all", async () => {
    const papers = [{ id: "a", title: "T", abstract: "A" }];
    expect(await gather(["\uFEFFid,title,abs", "tract\na,T,A\n"])).toStrictEqual({ papers, problems: [] });
    expect(await gather([])).toStrictEqual({ papers: [], problems: [] });
    expect(await gather([" ", "\n"])).toStrictEqual({ papers: [], problems: [] });
  });

  it("reads UTF-16 and Latin-1", async () => {
    const text = "id,title,abstract\na,Über,Maß\n";
    const signs = Buffer.from("id,title,abstract\na,\x8auber\x92s,\x80 5\n", "latin1");
    expect((await gather(pieces(signs, 3))).papers[0]).toStrictEqual({ id: "a", title: "Šuber’s", abstract: "€ 5" });
    expect((await gather(pieces(Buffer.from(`\uFEFF${text}`, "utf16le"), 3))).papers[0]?.title).toBe("Über");
    const latin = await gather(pieces(Buffer.from(text, "latin1"), 3));
    expect(latin.papers[0]?.title).toBe("Über");
    expect(latin.problems.map(({ code }) => code)).toStrictEqual(["guessed-encoding"]);
  });

  it("gives what there is of compressed data that is cut off, and says so", async () => {
    const lines = Array.from(
      { length: 5000 },
      (_, i) => `{"id":"p${(i * 7919) % 5000}","title":"T${i}","abstract":"A"}\n`,
    ).join("");
    const zipped = gzipSync(lines);
    const { papers, problems } = await gather(pieces(zipped.subarray(0, zipped.length / 2), 100));
    expect(papers.length).toBeGreaterThan(1000);
    expect(papers.length).toBeLessThan(4000);
    expect(problems.map(({ code }) => code)).toContain("damaged-gzip");
  });

  it("closes its source when the reader stops, and passes its errors on", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<string> {
      try {
        for (let i = 0; ; i += 1) yield `{"id":"p${i}","title":"T","abstract":"A"}\n`.repeat(500);
      } finally {
        closed = true;
      }
    }
    for await (const _ of streamPapers(source())) break;
    expect(closed).toBe(true);
    async function* failing(): AsyncGenerator<string> {
      yield '{"id":"a","title":"T","abstract":"A"}\n';
      throw new Error("the disk is gone");
    }
    await expect(gather(failing())).rejects.toThrow("the disk is gone");
  });

  it("throws PARSE_FAILED where nothing can be read", async () => {
    const error = await gather(["no format of ours"]).catch((thrown: unknown) => thrown);
    expect(isThemataError(error, "PARSE_FAILED")).toBe(true);
  });
});

describe("readPapersFile(path)", () => {
  const folder = mkdtempSync(join(tmpdir(), "themata-read-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("gives what readPapers gives, plain and compressed", async () => {
    for (const file of ["library.bib", "pubmed.xml", "scopus.csv", "latin-1.ris"]) {
      const wanted = readPapers(bytesOf(file));
      const zipped = join(folder, `${file}.gz`);
      writeFileSync(zipped, gzipSync(bytesOf(file)));
      expect(await readPapersFile(new URL(file, samples).pathname)).toStrictEqual(wanted);
      expect(await readPapersFile(zipped)).toStrictEqual(wanted);
    }
  });

  it("takes a format, and passes on what the file system says", async () => {
    const path = join(folder, "plain.txt");
    writeFileSync(path, "id,title,abstract\na,T,A\n");
    expect((await readPapersFile(path, { format: "csv" })).papers).toHaveLength(1);
    await expect(readPapersFile(join(folder, "absent"))).rejects.toThrow("ENOENT");
  });
});
