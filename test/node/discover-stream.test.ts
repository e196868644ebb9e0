import { createReadStream, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  createAnalyzer,
  createPaperIndex,
  deserialize,
  discoverThemes,
  isThemataError,
  type Paper,
  type PaperIndex,
  type Progress,
  paperIndexFromData,
  serialize,
  tokenize,
} from "../../src/index.js";
import { discoverThemesInStream, streamPapers } from "../../src/node/index.js";
import { sameBits } from "../fixtures.js";

const file = new URL("../../fixtures/abstracts.jsonl", import.meta.url);
const papers: Paper[] = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** More papers than are held in memory: titles and first sentences of the demonstration corpus again and again, mixed. */
function* manyPapers(count: number): Generator<Paper> {
  for (let i = 0; i < count; i += 1) {
    const turn = i + Math.floor(i / papers.length);
    const [one, other] = [papers[turn % papers.length]!, papers[(i * 7 + turn) % papers.length]!];
    yield { id: `p${i}`, title: one.title, abstract: other.abstract.split(". ")[0]! };
  }
}

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

describe("discoverThemesInStream", { timeout: 120_000 }, () => {
  const count = 20_300;
  const stages = new Map<Progress["stage"], number>();
  const largeStream = (async () => {
    const onProgress = ({ stage, fraction }: Progress): void => {
      expect(fraction).toBeGreaterThanOrEqual(stages.get(stage) ?? 0);
      stages.set(stage, fraction);
    };
    const found = await discoverThemesInStream(each(manyPapers(count)), { k: 5, index: "titles", onProgress });
    return { ...found, stages };
  })();
  const fields = { title: 2, abstract: 1, keywords: 0 };
  const indexOptions = { longestRun: 1, analyzer: createAnalyzer({ fields }), fields } as const;
  const scores = (index: PaperIndex): object[] => index.related("p7").map(({ paperId, score }) => ({ paperId, score }));

  it("discoverThemesInStream(streamPapers(file)) gives the model of discoverThemes for a small collection", async () => {
    const { model, problems, missedAtMost } = await discoverThemesInStream(streamPapers(createReadStream(file)), {
      k: 6,
    });
    expect(sameBits(model, discoverThemes(papers, { k: 6 }))).toBe(true);
    expect(problems).toEqual([]);
    expect(missedAtMost).toBe(0);
  });

  it("discoverThemesInStream(source) finds the same themes without holding the text; representatives are of the papers it holds", async () => {
    const { model, stages } = await largeStream;
    const expected = discoverThemes([...manyPapers(count)], { k: 5 });
    const plain = (found: typeof model): typeof model => ({
      ...found,
      themes: found.themes.map((theme) => ({ ...theme, representatives: [] })),
    });
    expect(sameBits(plain(model), plain(expected))).toBe(true);
    for (const theme of model.themes) {
      expect(theme.representatives).toHaveLength(5);
      for (const { paperId } of theme.representatives) expect(theme.paperIds).toContain(paperId);
    }
    expect([...stages]).toEqual(["read", "vectors", "clusters", "labels"].map((stage) => [stage, 1]));
  });

  it("discoverThemesInStream(source, { index }) makes the index of createPaperIndex in the same pass", async () => {
    const { index } = await largeStream;
    const expected = createPaperIndex([...manyPapers(count)], indexOptions);
    const bare = paperIndexFromData({ ...expected.toData(), papers: index!.toData().papers });
    expect(sameBits(index!, bare)).toBe(true);
    expect(scores(index!)).toEqual(scores(expected));
    expect(index!.get("p7")).toEqual({ id: "p7", title: expected.get("p7")!.title, abstract: "" });
    expect(sameBits(deserialize(serialize(index!)), index!)).toBe(true);
  });

  it('discoverThemesInStream(source, { index: "papers" }) keeps the text, and with it the reasons', async () => {
    // More different words than lie side by side.
    const long = { id: "long", title: "", abstract: Array.from({ length: 265_000 }, (_, i) => `w${i}x`).join(" ") };
    const given = [...manyPapers(9), long, ...manyPapers(20_010)].map((paper, i) => ({ ...paper, id: `p${i}` }));
    const { index } = await discoverThemesInStream(given, { k: 2, index: "papers" });
    const expected = createPaperIndex(given, indexOptions);
    expect(index!.related("p7")).toEqual(expected.related("p7"));
    for (const each of [index!, expected]) {
      each.add([{ id: "new", title: given[70]!.title, abstract: given[80]!.abstract }]);
      each.remove(["p7", "p9"]);
    }
    expect(index!.related("new")).toEqual(expected.related("new"));
    expect(sameBits(index!, expected)).toBe(true);
    expect((await discoverThemesInStream(papers, { k: 2 })).index).toBeUndefined();
  });

  it("an index of titles tells its reasons in whole words, also those of dropped abstracts", async () => {
    const { index } = await largeStream;
    const written = new Set(papers.flatMap(({ title }) => tokenize(title).flatMap(({ norm }) => norm.split("-"))));
    const stems = new Set(papers.flatMap(({ title }) => createAnalyzer().terms(title)));
    const told = index!.related("p7").flatMap(({ because }) => because.flatMap(({ phrase }) => phrase.split(/[ -]/)));
    const cut = told.map((word) => word.toLowerCase()).filter((word) => stems.has(word) && !written.has(word));
    expect(told.length).toBeGreaterThan(20);
    expect(cut).toEqual([]);
  });

  it("discoverThemesInStream(source, { index }) gives a small collection the index of its whole papers", async () => {
    const { index } = await discoverThemesInStream(papers, { k: 6, index: "titles" });
    expect(index!.related(papers[0]!.id)).toEqual(createPaperIndex(papers).related(papers[0]!.id));
    await expect(discoverThemesInStream(papers, { index: "abstracts" as "titles" })).rejects.toThrow(/"papers"/);
  });

  it("discoverThemesInStream(source) keeps the problems of a reader and refuses what is no paper", async () => {
    const problem = { code: "invalid-json", message: "A broken line.", line: 2 };
    const { model, problems } = await discoverThemesInStream([...papers, { problem }], { k: 2 });
    expect(model.papers).toHaveLength(papers.length);
    expect(problems).toEqual([problem]);
    await expect(discoverThemesInStream(each([{ ...papers[0]!, id: "" }]))).rejects.toThrow(/`id`/);
    await expect(discoverThemesInStream([])).rejects.toThrow(/at least one paper/);
    await expect(discoverThemesInStream(papers, { vectors: [] } as object)).rejects.toThrow(/vectors/);
  });

  it("discoverThemesInStream(source) refuses a second paper of an id, however late it comes", async () => {
    const twice = function* (): Generator<Paper> {
      yield* manyPapers(20_100);
      yield { id: "p3", title: "Late", abstract: "" };
    };
    const error: unknown = await discoverThemesInStream(twice(), { k: 5 }).catch((reason: unknown) => reason);
    expect(isThemataError(error, "DUPLICATE_PAPER_ID") && error.details).toEqual({
      id: "p3",
      first: 3,
      second: 20_100,
    });
  });

  it("discoverThemesInStream(source, { signal }) stops reading when the signal is aborted", async () => {
    let read = 0;
    const endless = function* (): Generator<Paper> {
      for (;;) {
        read += 1;
        yield { id: `p${read}`, title: "On and on", abstract: "" };
      }
    };
    const controller = new AbortController();
    const running = discoverThemesInStream(endless(), {
      signal: controller.signal,
      onProgress: () => read > 1_000 && controller.abort(),
    });
    await expect(running).rejects.toThrow(/aborted/);
    expect(read).toBeLessThan(2_000);
  });
});
