import { describe, expect, it } from "vitest";
import { createPaperIndex, deserialize, type PaperIndex, paperIndexFromData, serialize } from "../../src/index.js";
import { demonstration, paperOf } from "../fixtures.js";

describe("PaperIndex, changed", () => {
  it("add(papers) replaces a paper with a known id, in its place", () => {
    const index = createPaperIndex([paperOf("a", "soil"), paperOf("b", "soil"), paperOf("c", "ocean")]);
    index.add([paperOf("a", "ocean")]);
    expect(index.size).toBe(3);
    expect(index.get("a")!.title).toBe("ocean");
    expect(index.related("soil").map(({ paperId }) => paperId)).toEqual(["b"]);
    expect(index.related("ocean").map(({ paperId }) => paperId)).toEqual(["a", "c"]);
  });

  it("add(papers), remove(ids) change nothing when a paper or an id is refused", () => {
    const index = createPaperIndex([paperOf("a", "soil")]);
    const twice = [paperOf("b", "soil"), paperOf("b", "rain")];
    expect(() => index.add(twice)).toThrow(expect.objectContaining({ code: "DUPLICATE_PAPER_ID" }));
    expect(() => index.add([paperOf("b", "soil"), paperOf("", "rain")])).toThrow(
      expect.objectContaining({ code: "INVALID_PAPER" }),
    );
    expect(() => index.remove(["a", "nobody"])).toThrow(expect.objectContaining({ code: "UNKNOWN_PAPER" }));
    expect(index.size).toBe(1);
    expect(index.get("a")).toBeDefined();
    expect(index.get("b")).toBeUndefined();
  });

  it.each(["ab", null, 5, [5]])("remove(ids) refuses %j, which is no list of ids", (ids) => {
    const index = createPaperIndex([paperOf("a", "soil"), paperOf("b", "rain")]);
    expect(() => index.remove(ids as never)).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
    expect(index.size).toBe(2);
  });

  it("staleness rises with additions and removals and falls to 0 at rebuild()", () => {
    const index = createPaperIndex(demonstration.slice(0, 100));
    expect(index.staleness).toBe(0);
    index.add(demonstration.slice(100, 120));
    expect(index.staleness).toBeCloseTo(0.2, 10);
    index.remove([demonstration[0]!.id]);
    expect(index.staleness).toBeCloseTo(0.21, 10);
    index.rebuild();
    expect(index.staleness).toBe(0);
    expect(index.size).toBe(119);
  });

  it("rebuild() gives every answer of a fresh index, the latent share included", () => {
    const index = createPaperIndex(demonstration.slice(0, 60));
    index.add(demonstration.slice(60));
    index.remove(demonstration.slice(0, 20).map(({ id }) => id));
    const fresh = createPaperIndex(demonstration.slice(20));
    const lexical = { denseShare: 0 };
    const id = demonstration[80]!.id;
    expect(index.related(id, lexical)).toEqual(fresh.related(id, lexical));
    index.rebuild();
    for (const { id } of demonstration.slice(20, 40)) expect(index.related(id)).toEqual(fresh.related(id));
  });

  it("createPaperIndex(papers), add(papers) put a paper halfway to the mean of its five nearest, and move no other", () => {
    const words = [
      "moisture rain",
      "moisture snow",
      "rain snow",
      "rain wind",
      "snow wind",
      "wind moisture",
      "wind rain",
    ];
    const papers = words.map((text, i) => paperOf(`p${i}`, `soil ${text}`));
    const index = createPaperIndex(papers.slice(0, 6), { dimensions: 3, longestRun: 1 });
    const before = index.toData().dense!.data;
    index.add(papers.slice(6));
    const { basis, dense, starts, entries } = index.toData();
    const unit = (v: readonly number[]): number[] => v.map((x) => x / Math.hypot(...v));
    const own = papers.map((_, row) => {
      const sum = [0, 0, 0];
      for (const entry of entries.subarray(starts[row], starts[row + 1])) {
        const from = (basis!.place[entry >>> 6]! - 1) * 3;
        for (let d = 0; d < 3; d += 1) sum[d]! += (1 + Math.log(entry & 63)) * basis!.components[from + d]!;
      }
      return unit(sum);
    });
    // Of six papers, all of which have a word in common, the five nearest are the others.
    for (let row = 0; row < 6; row += 1) {
      const others = own.slice(0, 6).filter((_, other) => other !== row);
      const expected = unit(own[row]!.map((x, d) => x + others.reduce((sum, v) => sum + v[d]! / 5, 0)));
      expected.forEach((x, d) => {
        expect(dense!.data[3 * row + d]).toBeCloseTo(x, 5);
      });
    }
    expect(dense!.data.subarray(0, 18)).toEqual(before);
    expect(index.similarity("p6", papers[6]!)).toBeCloseTo(1, 5);
  });

  it("an index that was empty gets its latent space at the first question", () => {
    const index = createPaperIndex<(typeof demonstration)[number]>([]);
    index.add(demonstration);
    const fresh = createPaperIndex(demonstration);
    expect(index.related(demonstration[3]!.id)).toEqual(fresh.related(demonstration[3]!.id));
  });

  it("serialize(index) and deserialize keep answers and what is asked later", () => {
    const index = createPaperIndex(demonstration.slice(0, 100));
    index.add(demonstration.slice(100));
    index.remove([demonstration[5]!.id]);
    const again = deserialize(serialize(index)) as PaperIndex<(typeof demonstration)[number]>;
    const id = demonstration[7]!.id;
    expect(again.related(id)).toEqual(index.related(id));
    expect(again.search("reward model")).toEqual(index.search("reward model"));
    expect(again.staleness).toBe(index.staleness);
    for (const each of [index, again]) each.add([paperOf("new", "Reward models") as (typeof demonstration)[number]]);
    expect(again.related("new")).toEqual(index.related("new"));
    for (const each of [index, again]) each.rebuild();
    expect(again.related("new")).toEqual(index.related("new"));
  });

  it("toData() of an index with the caller's own analyzer needs it again wherever a copy is read", () => {
    const analyzer = {
      terms: function letters(text: string) {
        return [...text.replaceAll(" ", "")];
      },
    };
    const papers = [paperOf("a", "abc"), paperOf("b", "bcd"), paperOf("c", "xyz")];
    const data = createPaperIndex(papers, { analyzer }).toData();
    const copy = structuredClone(data);
    const answers = createPaperIndex(papers, { analyzer }).related("d");
    expect(answers.map(({ paperId }) => paperId)).toEqual(["b"]);
    expect(paperIndexFromData(data).related("d")).toEqual(answers);
    expect(paperIndexFromData(copy, { analyzer }).related("d")).toEqual(answers);
    const refused = expect.objectContaining({ code: "MODEL_FORMAT", message: expect.stringContaining("(`letters`)") });
    expect(() => paperIndexFromData(copy)).toThrow(refused);
    const nameless = createPaperIndex(papers, { analyzer: { terms: (() => (text: string) => [...text])() } }).toData();
    expect(() => paperIndexFromData(structuredClone(nameless))).toThrow(/own\. Pass it again/);
    for (const odd of [null, {}, { papers: [] }])
      expect(() => paperIndexFromData(odd as never)).toThrow(/what toData gave/);
  });

  it("ids and words such as __proto__ are ids and words", () => {
    const index = createPaperIndex([
      paperOf("__proto__", "constructor toString"),
      paperOf("constructor", "constructor hasOwnProperty"),
    ]);
    expect(index.related("__proto__").map(({ paperId }) => paperId)).toEqual(["constructor"]);
    expect(index.search("toString")[0]!.paperId).toBe("__proto__");
    index.remove(["__proto__"]);
    expect(index.get("__proto__")).toBeUndefined();
    expect(index.get("toString")).toBeUndefined();
  });
});

describe("createPaperIndex(papers, { vectors })", () => {
  const papers = ["a", "b", "c", "d"].map((id) => paperOf(id, "soil moisture"));
  const vectors = [
    [1, 0],
    [0.8, 0.6],
    [0, 2],
    [-1, 0],
  ];

  it("denseShare: 1 ranks by the cosine of the vectors alone, opposite ones left out", () => {
    const answers = createPaperIndex(papers, { vectors, denseShare: 1 }).related("a");
    expect(answers.map(({ paperId }) => paperId)).toEqual(["b"]);
    expect(answers[0]!.score).toBeCloseTo(0.8, 6);
    expect(answers[0]!.because).toEqual([]);
  });

  it("half of the score is the vectors' by default", () => {
    const [first] = createPaperIndex(papers, { vectors }).related("a");
    expect(first!.score).toBeCloseTo(0.5 + 0.5 * 0.8, 6);
  });

  it("add(papers, { vectors }) and related(text, { vector }) take vectors too; without one, words alone count", () => {
    const index = createPaperIndex(papers, { vectors });
    index.add([paperOf("e", "ocean"), paperOf("f", "ocean")], {
      vectors: [
        [0, 1],
        [1, 1],
      ],
    });
    expect(index.related("e")[0]!.paperId).toBe("f");
    expect(index.related("soil moisture", { vector: [0, 1] })[0]!.paperId).toBe("c");
    expect(index.related("ocean").map(({ score }) => score)).toEqual([1, 1].map((one) => expect.closeTo(one, 6)));
  });

  it("refuses vectors of another number or length", () => {
    const index = createPaperIndex(papers, { vectors });
    const refused = expect.objectContaining({ code: "INVALID_OPTION" });
    expect(() => createPaperIndex(papers, { vectors: vectors.slice(1) })).toThrow(refused);
    expect(() => index.add([paperOf("e", "x")], { vectors: [[1, 2, 3]] })).toThrow(refused);
    expect(() => index.related("soil", { vector: [1] })).toThrow(refused);
    expect(() => index.related("soil", { vector: [1, Number.NaN] })).toThrow(refused);
    expect(() => createPaperIndex(papers).related("soil", { vector: [1, 2] })).toThrow(/vectors/);
  });
});
