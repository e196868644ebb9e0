import { describe, expect, it } from "vitest";
import { fitTagger, isThemataError, type Paper, tagPapers } from "../../src/index.js";
import { tagStream } from "../../src/node/index.js";
import { demonstration } from "../fixtures.js";

const papers = demonstration.slice(0, 40);
const tagger = fitTagger({
  themes: [
    { id: "rlhf", name: "Human feedback", description: "Reward models learned from human preferences." },
    { id: "bandits", name: "Bandits", description: "Regret bounds for bandits." },
  ],
  background: papers,
});

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

describe("tagStream(tagger, source)", () => {
  it("answers every paper once, in order, as tagPapers does, with the caller's paper", async () => {
    const answers = await collect(tagStream(tagger, papers));
    expect(answers.map((a) => ("tags" in a ? { paperId: a.paperId, fit: a.fit, tags: a.tags } : a))).toEqual(
      tagPapers(tagger, papers),
    );
    expect(answers.map((a) => ("paper" in a ? a.paper : undefined))).toEqual(papers);
  });

  it("hands problems on and makes one of a record that is no paper, without ending", async () => {
    const problem = { code: "invalid-json", message: "line 2", line: 2 };
    const answers = await collect(
      tagStream(tagger, [{ paper: papers[0]! }, { problem }, null as unknown as Paper, papers[1]!]),
    );
    expect(answers[1]).toEqual({ problem });
    expect(answers[2]).toMatchObject({ problem: { code: "invalid-paper", record: 2 } });
    expect(answers.length).toBe(4);
    expect("tags" in answers[3]!).toBe(true);
  });

  it("asks for a paper only when the last answer was taken, and closes the source when the consumer stops", async () => {
    let asked = 0;
    let closed = false;
    async function* endless(): AsyncGenerator<Paper> {
      try {
        for (;;) yield { ...papers[asked % papers.length]!, id: `p${asked++}` };
      } finally {
        closed = true;
      }
    }
    let taken = 0;
    for await (const _ of tagStream(tagger, endless())) {
      taken += 1;
      if (taken === 5) break;
    }
    expect(asked).toBe(5);
    expect(closed).toBe(true);
  });

  it("stops with ABORTED when the signal is aborted", async () => {
    const abort = new AbortController();
    const stream = tagStream(tagger, papers, { signal: abort.signal });
    await stream.next();
    abort.abort();
    await expect(stream.next()).rejects.toSatisfy((error) => isThemataError(error, "ABORTED"));
  });
});
