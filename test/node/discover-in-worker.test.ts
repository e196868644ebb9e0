import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type * as core from "../../src/index.js";
import type * as node from "../../src/node/index.js";

// A worker thread runs compiled code alone: the package as `npm run build` leaves it.
const dist = new URL("../../dist/", import.meta.url);
const built = existsSync(new URL("theme-worker.js", dist));
const load = async (): Promise<typeof core & typeof node> => ({
  ...(await import(new URL("index.js", dist).href)),
  ...(await import(new URL("node.js", dist).href)),
});
const papers: core.Paper[] = readFileSync(new URL("../../fixtures/abstracts.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

describe.skipIf(!built)("discoverThemesInWorker", () => {
  it("discoverThemesInWorker(papers, { k, threads }) gives the model of discoverThemes and tells its progress here", async () => {
    const { discoverThemes, discoverThemesInWorker, createAnalyzer, serialize } = await load();
    const analyzer = createAnalyzer({ normal: "surface" });
    const stages = new Set<string>();
    const onProgress = ({ stage }: core.Progress): unknown => stages.add(stage);
    const model = await discoverThemesInWorker(papers, { k: 6, threads: 2, analyzer, onProgress });
    const expected = discoverThemes(papers, { k: 6, analyzer });
    expect(Buffer.compare(serialize(model), serialize(expected))).toBe(0);
    expect([...stages]).toEqual(["vectors", "clusters", "labels"]);
  });

  it("discoverThemesInWorker(papers, { threads }) gives the same bits where two threads share the work", {
    timeout: 120_000,
  }, async () => {
    const { discoverThemes, discoverThemesInWorker, serialize } = await load();
    const many = Array.from({ length: 126 }, (_, copy) =>
      papers.map(({ id, title, abstract }) => ({ id: `${copy}-${id}`, title, abstract: abstract.split(". ")[0]! })),
    );
    const model = await discoverThemesInWorker(many.flat(), { k: 6, threads: 2 });
    expect(Buffer.compare(serialize(model), serialize(discoverThemes(many.flat(), { k: 6 })))).toBe(0);
  });

  it("discoverThemesInWorker(papers, { signal }) ends the worker when the signal is aborted", async () => {
    const { discoverThemesInWorker, isThemataError } = await load();
    const controller = new AbortController();
    const running = discoverThemesInWorker(papers, {
      signal: controller.signal,
      onProgress: () => controller.abort("enough"),
    });
    const error: unknown = await running.catch((reason: unknown) => reason);
    expect(isThemataError(error, "ABORTED")).toBe(true);
    expect((error as Error).cause).toBe("enough");
    await expect(discoverThemesInWorker(papers, { signal: AbortSignal.abort() })).rejects.toThrow(/aborted/);
  });

  it("discoverThemesInWorker(papers, options) rejects with the errors of discoverThemes and of onProgress", async () => {
    const { discoverThemesInWorker, isThemataError } = await load();
    const error: unknown = await discoverThemesInWorker(papers, { k: 500 }).catch((reason: unknown) => reason);
    expect(isThemataError(error, "TOO_FEW_PAPERS") && error.details.needed).toBe(500);
    const onProgress = (): never => {
      throw new RangeError("mine");
    };
    await expect(discoverThemesInWorker(papers, { onProgress })).rejects.toThrow("mine");
    await expect(discoverThemesInWorker(papers, { threads: 0 })).rejects.toThrow(/threads/);
    const wrong = [
      { thread: 2 } as never,
      { k: 0 },
      { seed: -1 },
      { signal: "stop" } as never,
      { phrases: () => [] } as never,
    ].map((options) => expect(discoverThemesInWorker(papers, options)).rejects.toThrow(/^discoverThemesInWorker: /));
    await Promise.all(wrong);
    await expect(discoverThemesInWorker(papers, { thread: 2 } as never)).rejects.toThrow(/`threads`/);
    const analyzer = { terms: (text: string): string[] => text.split(" ") };
    await expect(discoverThemesInWorker(papers, { analyzer })).rejects.toThrow(/not a function/);
  });
});
