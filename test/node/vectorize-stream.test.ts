import { createReadStream, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Paper } from "../../src/index.js";
import { streamPapers, vectorizeStream } from "../../src/node/index.js";
import { createAnalyzer } from "../../src/text/analyzer.js";
import { vectorizePapers } from "../../src/vectors/vectorize-papers.js";

const file = new URL("../../fixtures/abstracts.jsonl", import.meta.url);
const papers: Paper[] = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe("vectorizeStream", () => {
  it("vectorizeStream(streamPapers(file)) gives the vectors of the papers read at once", async () => {
    const streamed = await vectorizeStream(streamPapers(createReadStream(file)));
    const { model, vectors } = vectorizePapers(papers, createAnalyzer(), { minDf: 2, sublinearTf: true }, "single");
    expect(streamed.ids).toEqual(papers.map(({ id }) => id));
    expect(streamed.model).toEqual(model);
    expect(streamed.vectors).toEqual(vectors);
    expect(streamed.missedAtMost).toBe(0);
  });

  it("vectorizeStream(source) takes papers as they are and keeps the problems of a reader", async () => {
    const problem = { code: "invalid-json", message: "A broken line.", line: 2 };
    const source = each([papers[0]!, { problem }, { paper: papers[1]! }]);
    const { ids, problems } = await vectorizeStream(source, { minDf: 1 });
    expect(ids).toEqual([papers[0]!.id, papers[1]!.id]);
    expect(problems).toEqual([problem]);
  });

  it("vectorizeStream(source) refuses an empty stream, a value that is no paper and an unknown option", async () => {
    await expect(vectorizeStream(each<Paper>([]))).rejects.toThrow(/at least one document/);
    await expect(vectorizeStream(each<Paper>([{ ...papers[0]!, id: "" }]))).rejects.toThrow(/`id`/);
    await expect(vectorizeStream(each(papers), { mostTerms: 0 })).rejects.toThrow(/mostTerms/);
  });
});
