import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  correctTagger,
  createAnalyzer,
  crossValidateTagger,
  deserialize,
  discoverThemes,
  fitTagger,
  learningCurve,
  type Paper,
  serialize,
  suggestExamples,
  type Tagger,
  tagPapers,
} from "../../src/index.js";
import { codeOf, demonstration, paperOf } from "../fixtures.js";

const ids = [...new Set(demonstration.map(({ themes }) => themes[0]!))].sort();
const themes = ids.map((id) => ({ id, name: id.replaceAll("-", " ") }));
const examples = demonstration.map((paper) => ({ paper, themes: paper.themes.filter((id) => ids.includes(id)) }));
const named = fitTagger({ themes, background: demonstration });
const taught = fitTagger({ themes, examples: examples.filter((_, i) => i % 4 !== 0), background: demonstration });
const heldOut = demonstration.filter((_, i) => i % 4 === 0);

const two = [
  { id: "rlhf", name: "Learning from human feedback" },
  { id: "bandits", name: "Multi-armed bandits" },
];

function accuracy(tagger: Tagger, papers: readonly (Paper & { readonly themes: readonly string[] })[]): number {
  const tagged = tagPapers(tagger, papers, { abstain: false, evidence: false });
  return tagged.filter(({ tags }, i) => papers[i]!.themes.includes(tags[0]!.themeId)).length / papers.length;
}

describe("fitTagger", () => {
  it("fitTagger({ themes }) tags by the words of the definitions", () => {
    const tagger = fitTagger({ themes: two });
    const papers = [paperOf("p1", "Preference learning from human feedback"), paperOf("p2", "Regret of armed bandits")];
    expect(tagPapers(tagger, papers).map(({ tags }) => tags[0]?.themeId)).toEqual(["rlhf", "bandits"]);
    expect(tagger.methods.map(({ method }) => method)).toEqual(["description", "description"]);
  });

  it("fitTagger({ themes, background }) does better than names alone, and says how", () => {
    expect(named.methods.every(({ method }) => method === "feedback")).toBe(true);
    expect(accuracy(named, demonstration)).toBeGreaterThan(accuracy(fitTagger({ themes }), demonstration) + 0.1);
  });

  it("fitTagger({ themes, background }) reads names in the spelling of the papers, also after a correction", () => {
    const american = (text: string): string =>
      text
        .replace(/isation\b/g, "ization")
        .replace(/ise(d?)\b/g, "ize$1")
        .replace(/our(s?)\b/g, "or$1");
    const papers = demonstration.map((paper) => ({
      ...paper,
      title: american(paper.title),
      abstract: american(paper.abstract ?? ""),
    }));
    const british = [
      { id: "plans", name: "Optimisation", aliases: ["Optimising"], keywords: ["optimise"] },
      { id: "deeds", name: "Our Behaviour", description: "What people do" },
      { id: "bandits", name: "Bandits" },
    ];
    const answers = (themes: typeof british) => {
      const tagger = fitTagger({ themes, background: papers });
      const corrected = correctTagger(tagger, [{ paper: papers[0]!, add: ["deeds"] }]);
      return [tagger, corrected].map((each) => tagPapers(each, papers, { evidence: false }));
    };
    const found = answers(british);
    expect(found).toStrictEqual(answers(JSON.parse(american(JSON.stringify(british)))));
    const used = new Set(found[0]!.flatMap(({ tags }) => tags.map(({ themeId }) => themeId)));
    expect([...used].sort()).toStrictEqual(["bandits", "deeds", "plans"]);
  });

  it("fitTagger({ themes, background }) loses no theme to keywords that no paper has", () => {
    const named = ["Exploration", "Bandits", "RLHF", "Offline reinforcement learning"];
    const tagged = (keywords: string[], background: readonly Paper[]): number => {
      const themes = named.map((name) => ({ id: name, name, keywords: name === "Exploration" ? keywords : [] }));
      const answers = tagPapers(fitTagger({ themes, background }), demonstration, { evidence: false });
      return answers.filter(({ tags }) => tags.some(({ themeId }) => themeId === "Exploration")).length;
    };
    const unmet = ["zyxology", "foobaring", "quuxness", "wibbling", "wobbling", "flumping"];
    expect(tagged(unmet, demonstration)).toBe(tagged([], demonstration));
    expect(tagged(unmet, demonstration.slice(0, 40))).toBeGreaterThan(tagged([], demonstration.slice(0, 40)) / 2);
  });

  it("fitTagger({ themes, background }) takes a name of 40,000 words", () => {
    const words = Array.from({ length: 40_000 }, (_, i) => `colour${i}`).join(" ");
    const endless = { id: "endless", name: `Bandits ${words}`, aliases: ["Bandits"] };
    const tagger = fitTagger({ themes: [endless, two[0]!], background: demonstration });
    const [tagged] = tagPapers(tagger, [paperOf("p1", "Regret of bandits")], { abstain: false });
    expect(tagged!.tags[0]!.themeId).toBe("endless");
  });

  it("fitTagger({ examples }) learns: held-out papers are tagged better than by names", () => {
    expect(
      taught.methods.every(({ method, examples: n }) => n > 5 && (method === "examples" || method === "linear")),
    ).toBe(true);
    expect(taught.calibration.kind).toBe("fitted");
    expect(accuracy(taught, heldOut)).toBeGreaterThan(accuracy(named, heldOut));
  });

  it("fitTagger({ examples }) makes a theme of every id that examples name", () => {
    const tagger = fitTagger({
      examples: [{ paper: paperOf("p1", "Dueling bandits"), themes: ["__proto__", "constructor"] }],
    });
    expect(tagger.themes.map(({ id }) => id)).toEqual(["__proto__", "constructor"]);
    const given = tagPapers(tagger, [paperOf("p2", "Dueling bandits again")], { precision: 0 })[0]!.tags;
    expect(given.map(({ themeId }) => themeId).sort()).toEqual(["__proto__", "constructor"]);
  });

  it("fitTagger(input, { method }) uses the method asked for", () => {
    const some = examples.filter((_, i) => i % 2 === 0);
    for (const method of ["description", "feedback", "examples", "linear"] as const) {
      const tagger = fitTagger({ themes, examples: some, background: heldOut }, { method });
      expect(new Set(tagger.methods.map((theme) => theme.method))).toEqual(new Set([method]));
      expect(accuracy(tagger, demonstration)).toBeGreaterThan(0.4);
    }
  });

  it("fitTagger(input) gives the same tagger every time, and leaves its input alone", () => {
    const before = JSON.stringify(examples);
    expect(fitTagger({ themes, examples: examples.slice(0, 40) })).toEqual(
      fitTagger({ themes, examples: examples.slice(0, 40) }),
    );
    expect(JSON.stringify(examples)).toBe(before);
  });

  it("fitTagger(input) is plain data: tags are the same after a clone, and after saving and loading", () => {
    const expected = tagPapers(taught, heldOut);
    expect(tagPapers(structuredClone(taught), heldOut)).toEqual(expected);
    expect(tagPapers(deserialize(serialize(taught)) as Tagger, heldOut)).toEqual(expected);
    const machine = fitTagger({ themes, examples: examples.slice(0, 60) }, { method: "linear" });
    expect(tagPapers(deserialize(serialize(machine)) as Tagger, heldOut)).toEqual(tagPapers(machine, heldOut));
  });

  it("fitTagger(input, { analyzer }) asks for a caller's analyzer again where it is not known", () => {
    const analyzer = {
      terms: (text: string): string[] =>
        text
          .toLowerCase()
          .split(/[^a-z]+/)
          .filter(Boolean),
    };
    const tagger = fitTagger({ themes: two }, { analyzer });
    const papers = [paperOf("p1", "Multi-armed bandits!")];
    const tags = tagPapers(tagger, papers);
    expect(tags[0]!.tags[0]!.themeId).toBe("bandits");
    const copy = structuredClone(tagger);
    expect(codeOf(() => tagPapers(copy, papers))).toBe("MODEL_FORMAT");
    expect(tagPapers(copy, papers, { analyzer })).toEqual(tags);
    expect(tags[0]!.tags[0]!.evidence[0]).toMatchObject({
      phrase: "Multi-armed",
      field: "title",
      start: 0,
      end: 11,
    });
  });

  it("tagPapers(tagger, papers) finds the place of a term of several words that a caller's analyzer makes of one", () => {
    const meaning = new Map([["llm", "large language model"]]);
    const analyzer = {
      terms: (text: string): string[] =>
        (text.toLowerCase().match(/[a-z]+/g) ?? []).map((word) => meaning.get(word) ?? word),
    };
    const definitions = [
      { id: "llm", name: "LLM" },
      { id: "bandits", name: "Bandits" },
    ];
    const tagger = fitTagger({ themes: definitions }, { analyzer });
    const [tagged] = tagPapers(tagger, [paperOf("p1", "Serving an LLM at home")], { abstain: false });
    expect(tagged!.tags[0]).toMatchObject({
      themeId: "llm",
      evidence: [{ phrase: "LLM", field: "title", start: 11, end: 14 }],
    });
  });

  it("fitTagger(input) says what is wrong with themes, examples and options", () => {
    const paper = paperOf("p1", "A title");
    expect(codeOf(() => fitTagger({}))).toBe("INVALID_THEME");
    expect(codeOf(() => fitTagger({ themes: [{ id: "", name: "x" }] }))).toBe("INVALID_THEME");
    expect(codeOf(() => fitTagger({ themes: [two[0]!, two[0]!] }))).toBe("INVALID_THEME");
    expect(codeOf(() => fitTagger(JSON.parse('{ "themes": [{ "id": "a", "name": "a", "keywords": "b" }] }')))).toBe(
      "INVALID_THEME",
    );
    expect(codeOf(() => fitTagger(JSON.parse('{ "examples": [{ "themes": ["a"] }] }')))).toBe("INVALID_PAPER");
    expect(codeOf(() => fitTagger({ themes: two, background: [paper, paper] }))).toBe("DUPLICATE_PAPER_ID");
    expect(codeOf(() => fitTagger({ themes: [{ id: "a", name: "the of" }] }))).toBe("EMPTY_VOCABULARY");
    expect(codeOf(() => fitTagger({ themes: two }, JSON.parse('{ "methods": "auto" }')))).toBe("INVALID_OPTION");
  });
});

describe("tagPapers", () => {
  it("tagPapers(tagger, papers) answers each paper in order, best tag first, whatever else is in the batch", () => {
    const together = tagPapers(taught, heldOut);
    expect(together.map(({ paperId }) => paperId)).toEqual(heldOut.map(({ id }) => id));
    heldOut.forEach((paper, i) => {
      expect(tagPapers(taught, [paper])[0]).toEqual(together[i]);
      const scores = together[i]!.tags.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    });
  });

  it("tagPapers(tagger, papers) gives no tag where nothing fits, and one with abstain: false", () => {
    const strange = paperOf(
      "p1",
      "A learned recipe for sourdough",
      "Flour, salt and water rest overnight; bake the loaf.",
    );
    expect(tagPapers(taught, [strange])[0]!.tags).toEqual([]);
    expect(tagPapers(taught, [strange], { abstain: false })[0]!.tags).toHaveLength(1);
    const wordless = [paperOf("p2", ""), paperOf("p3", "zzyzx", "qqq")];
    for (const { tags } of tagPapers(taught, wordless, { precision: 0 })) expect(tags).toEqual([]);
    for (const { tags } of tagPapers(taught, wordless, { abstain: false })) expect(tags).toHaveLength(1);
  });

  it("tagPapers(tagger, papers) says how far any theme explains a paper: less of one whose theme it never saw", () => {
    const out = new Set(ids.slice(0, 3));
    const known = examples.filter(({ themes: own }) => !own.some((id) => out.has(id)));
    const tagger = fitTagger({ examples: known.filter((_, i) => i % 4 !== 0) });
    const fits = (papers: readonly Paper[]): number[] => tagPapers(tagger, papers).map(({ fit }) => fit);
    const old = fits(known.filter((_, i) => i % 4 === 0).map(({ paper }) => paper));
    const novel = fits(demonstration.filter(({ themes: own }) => own.every((id) => out.has(id))));
    const lower = old.flatMap((fit) => novel.filter((other) => other < fit)).length;
    expect(lower / (old.length * novel.length)).toBeGreaterThan(0.8);
    for (const fit of [...old, ...novel]) expect(fit >= 0 && fit <= 1).toBe(true);
    expect(fits([paperOf("p", "zzyzx")])).toEqual([0]);
    const taught = correctTagger(tagger, [{ paper: paperOf("p", "zzyzx"), add: [tagger.themes[0]!.id] }]);
    expect(tagPapers(taught, [paperOf("p", "zzyzx")])[0]!.fit).toBe(1);
  });

  it("tagPapers(tagger, papers, { precision }) gives fewer tags, and righter ones, as the knob rises", () => {
    const given = [0, 0.25, 0.5, 0.75, 1].map((precision) =>
      tagPapers(taught, heldOut, { precision, evidence: false }),
    );
    const counts = given.map((tagged) => tagged.reduce((sum, { tags }) => sum + tags.length, 0));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]!).toBeGreaterThan(counts[4]!);
    const right = (tagged: ReturnType<typeof tagPapers>): number =>
      tagged.flatMap(({ tags }, i) => tags.filter(({ themeId }) => heldOut[i]!.themes.includes(themeId))).length;
    expect(right(given[4]!) / counts[4]!).toBeGreaterThan(right(given[0]!) / counts[0]!);
  });

  it("tagPapers(tagger, papers, { limit, evidence }) keeps the best, and leaves reasons out when told", () => {
    const all = tagPapers(taught, heldOut, { precision: 0 });
    const some = tagPapers(taught, heldOut, { precision: 0, limit: 1, evidence: false });
    all.forEach(({ tags }, i) => {
      expect(some[i]!.tags.map(({ themeId }) => themeId)).toEqual(tags.slice(0, 1).map(({ themeId }) => themeId));
      for (const tag of some[i]!.tags) expect(tag.evidence).toEqual([]);
    });
  });

  it("tagPapers(tagger, papers) explains every tag by phrases that stand where they are said to", () => {
    let reasons = 0;
    for (const [i, { tags }] of tagPapers(taught, heldOut).entries()) {
      for (const { evidence } of tags) {
        expect(evidence[0]!.weight).toBeGreaterThan(0);
        const weights = evidence.map(({ weight }) => weight);
        expect(weights).toEqual([...weights].sort((a, b) => b - a));
        for (const { phrase, field, start, end } of evidence) {
          expect(heldOut[i]![field].slice(start, end)).toBe(phrase);
          reasons += 1;
        }
      }
    }
    expect(reasons).toBeGreaterThan(100);
  });

  it("tagPapers(tagger, papers) takes any text", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("__proto__", "constructor toString", "\ud800 bandits"),
    );
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        const paper = { id: "p", title, abstract };
        const [tagged] = tagPapers(taught, [paper], { abstain: false });
        for (const { score, evidence } of tagged!.tags) {
          expect(score >= 0 && score <= 1).toBe(true);
          for (const { phrase, field, start, end } of evidence) expect(paper[field].slice(start, end)).toBe(phrase);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("tagPapers(tagger, papers) refuses papers that are none, and tags no papers as none", () => {
    expect(tagPapers(taught, [])).toEqual([]);
    expect(codeOf(() => tagPapers(taught, JSON.parse("[{}]")))).toBe("INVALID_PAPER");
    expect(codeOf(() => tagPapers(taught, [], { precision: 2 }))).toBe("INVALID_OPTION");
  });
});

describe("correctTagger", () => {
  const paper = demonstration.find(({ themes: own }) => own.length === 1 && own[0] === ids[0])!;
  const like = { ...paper, id: "like", title: `${paper.title}, revisited` };

  it("correctTagger(tagger, corrections) holds for the paper for ever, also after later corrections", () => {
    const first = correctTagger(named, [{ paper, add: [ids[1]!], remove: [ids[0]!] }]);
    const later = correctTagger(first, [{ paper: demonstration[50]!, add: [ids[2]!] }]);
    for (const tagger of [first, later, structuredClone(later)]) {
      const given = tagPapers(tagger, [paper], { precision: 1 })[0]!.tags;
      expect(given[0]).toMatchObject({ themeId: ids[1], score: 1 });
      expect(tagPapers(tagger, [paper], { precision: 0 })[0]!.tags.map(({ themeId }) => themeId)).not.toContain(ids[0]);
    }
  });

  it("correctTagger(tagger, corrections) moves papers like the corrected one the same way", () => {
    const score = (tagger: Tagger, theme: string): number =>
      tagPapers(tagger, [like], { precision: 0, abstain: false })
        .flatMap(({ tags }) => tags)
        .find(({ themeId }) => themeId === theme)?.score ?? 0;
    const corrected = correctTagger(named, [{ paper, add: [ids[1]!], remove: [ids[0]!] }]);
    expect(score(corrected, ids[1]!)).toBeGreaterThan(score(named, ids[1]!));
    expect(score(corrected, ids[0]!)).toBeLessThan(score(named, ids[0]!));
  });

  it("correctTagger(tagger, corrections) lets the later word hold, and leaves the tagger given alone", () => {
    const before = structuredClone(named);
    const back = correctTagger(correctTagger(named, [{ paper, add: [ids[1]!] }]), [{ paper, remove: [ids[1]!] }]);
    expect(back.decisions).toEqual([{ paperId: paper.id, add: [], remove: [ids[1]] }]);
    expect(named).toEqual(before);
  });

  it("correctTagger(tagger, corrections) refuses themes it does not know, and contradictions", () => {
    expect(codeOf(() => correctTagger(named, [{ paper, add: ["nobody"] }]))).toBe("UNKNOWN_THEME");
    expect(codeOf(() => correctTagger(named, [{ paper, add: [ids[0]!], remove: [ids[0]!] }]))).toBe("INVALID_OPTION");
    expect(codeOf(() => correctTagger(named, JSON.parse("[{}]")))).toBe("INVALID_PAPER");
  });
});

describe("suggestExamples", () => {
  it("suggestExamples(tagger, papers, { limit }) gives distinct papers without labels, falling scores, and their candidates", () => {
    const suggested = suggestExamples(taught, demonstration, { limit: 8 });
    expect(new Set(suggested.map(({ paperId }) => paperId)).size).toBe(8);
    const open = new Set(heldOut.map(({ id }) => id));
    expect(suggested.every(({ paperId }) => open.has(paperId))).toBe(true);
    const scores = suggested.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { candidates } of suggested) expect(candidates).toHaveLength(3);
  });

  it("suggestExamples(tagger, papers) does not ask the same thing twice", () => {
    const copies = heldOut.slice(0, 6).flatMap((paper) => [paper, { ...paper, id: `${paper.id}-copy` }]);
    const suggested = suggestExamples(taught, copies, { limit: 6 }).map(({ paperId }) => paperId.replace("-copy", ""));
    expect(new Set(suggested).size).toBe(6);
    expect(suggestExamples(taught, [])).toEqual([]);
  });
});

describe("crossValidateTagger, learningCurve", () => {
  const some = examples.filter((_, i) => i % 2 === 0);

  it("crossValidateTagger(input) tags every example once, by a tagger that had not seen it", () => {
    const report = crossValidateTagger({ themes, examples: some }, { folds: 4 });
    expect(report.papers.map(({ paperId }) => paperId)).toEqual(some.map(({ paper }) => paper.id));
    expect(report.accuracy).toBeGreaterThan(0.6);
    expect(report.scores.perTheme.length).toBe(ids.length);
    expect(report.reliability.reduce((sum, { size }) => sum + size, 0)).toBe(some.length);
    expect(report.calibrationError).toBeLessThan(0.25);
    for (const { gold, given } of report.confusions) expect(gold).not.toBe(given);
    expect(codeOf(() => crossValidateTagger({ themes, examples: some.slice(0, 3) }))).toBe("INVALID_OPTION");
  });

  it("learningCurve(input) rises with the examples", () => {
    const curve = learningCurve({ examples: some }, { sizes: [6, 60], draws: 2 });
    expect(curve.map((point) => point.examples)).toEqual([6, 60]);
    expect(curve[1]!.accuracy).toBeGreaterThan(curve[0]!.accuracy);
    expect(codeOf(() => learningCurve({ examples: some }, { sizes: [some.length] }))).toBe("INVALID_OPTION");
  });
});

it("fitTagger(input, { analyzer }) takes another analyzer of themata and keeps its options as data", () => {
  const tagger = fitTagger({ themes: two }, { analyzer: createAnalyzer({ ngramRange: [1, 3] }) });
  expect(structuredClone(tagger).analyzer).toMatchObject({ ngramRange: [1, 3] });
  expect(tagPapers(structuredClone(tagger), [paperOf("p", "human feedback")])[0]!.tags[0]!.themeId).toBe("rlhf");
});

describe("fitTagger({ model })", () => {
  it("fitTagger({ model }) tags the papers of a discovered model with their themes, and new ones from its vocabulary", () => {
    const papers = demonstration.slice(0, 80);
    const model = discoverThemes(papers, { k: 6 });
    const tagger = fitTagger({ model });
    expect(tagger.themes.map(({ id }) => id)).toEqual(model.themes.map(({ id }) => id));
    const tagged = tagPapers(tagger, papers, { abstain: false, evidence: false });
    const agreed = tagged.filter(({ tags }, i) => tags[0]!.themeId === model.assignments[i]!.themes[0]?.themeId);
    expect(agreed.length).toBeGreaterThan(70);
    const other = fitTagger({
      model,
      themes: [{ id: "own", name: "Sourdough" }],
      examples: [{ paper: demonstration[100]!, themes: ["own"] }],
    });
    expect(other.themes).toHaveLength(7);
    expect(tagPapers(other, [demonstration[100]!], { abstain: false })[0]!.tags[0]!.themeId).toBe("own");
  });
});
