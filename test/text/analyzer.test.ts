import { readFileSync } from "node:fs";
import fc from "fast-check";
import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { describe, expect, it, vi } from "vitest";
import { createAnalyzer, paperTerms } from "../../src/text/analyzer.js";
import { ngrams } from "../../src/text/ngrams.js";
import { compiledWords } from "../../src/text/plain-words/compiled.js";
import { twinWords } from "../../src/text/plain-words/twin.js";
import { stem } from "../../src/text/stem.js";
import { englishStopWords } from "../../src/text/stop-words.js";
import { createTermScanner, type TermRules } from "../../src/text/term-scanner.js";
import { tokenize } from "../../src/text/tokenize.js";
import { wordParts } from "../../src/text/word-parts.js";
import { demonstration, paperOf } from "../fixtures.js";

const golden: { stems: Record<string, string>; grams: string[] } = JSON.parse(
  readFileSync(new URL("../../fixtures/golden/text.json", import.meta.url), "utf8"),
);

const porterEndings =
  "s es ies ss sses ed eed ing y ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize ion sion tion e ll li".split(
    " ",
  );

/** Pieces of texts. */
const piece = fc.constantFrom(
  ..."a model Models GPT-4o -and -\n don't model's co\u00adop é e\u0301 β 深度学 3 3.5 1,234 10% 5\\% 2d 3d2 ,000 1e5 2.5e-3 gpt3's 90s' models' (RLHF) \u0011 (see doi arXiv interdisciplinarity deep-interdisciplinarity e.g. U.S. al. doi: arXiv:2401.12345 10.1/2 http://x.y a@b.org a/b (s) ( [1] [x] (Smith, 2020) $x$ $ & &amp; <b> \\emph{x} \\'e _ ~ # * + : ; 😀 \ud800 GPT-3.5 1.5B 1.5v2 2401.12345v2 10.1000/x 10. i.e. U.S.C. bird's-eye O'Reilly 's don't--- pre- – — × ≈ \u2010 \u0301 0.4–1.1 Erdős–Rényi a–b http:// https://a.b/c?d) ftp:// www. (2020) (A 2020) 1999 $5 $k$-means $2.5$ $\\alpha$ \\cite{x} \\textbf{ \\ab \\o { } {\\ &#39; < <!-- interpretability interpretabilities . .. ) , ! ' '' \" / @1 ++ \u200b 's. S".split(
    " ",
  ),
  " ",
  " ",
  "\n",
  ". ",
);

/** What an analyzer does, word by word. */
function naiveTerms(text: string): string[] {
  const words = tokenize(text).filter(({ kind }) => kind === "word" || kind === "acronym");
  return words
    .flatMap(({ norm }) => wordParts(norm))
    .filter(
      (part) => part.length > 1 && part.length <= 100 && !englishStopWords.has(part) && !/^[\p{N}.,]+$/u.test(part),
    )
    .map(stem);
}

describe("createAnalyzer(options)", () => {
  const { terms } = createAnalyzer();

  it("splits hyphenated words, drops stop words and numbers, stems", () => {
    expect(terms("State-of-the-art models' rewards: 3.5 of GPT-4o, don’t they?")).toEqual([
      "state",
      "art",
      "model",
      "reward",
      "gpt",
      "4o",
    ]);
  });

  it("leaves out addresses, formulas, citations and markup", () => {
    expect(terms("\\emph{Agents} [12] at https://a.org (Smith et al., 2020) with $O(n)$ <b>act</b>")).toEqual([
      "agent",
      "act",
    ]);
  });

  it("pairs ideographs, which stand without spaces", () => {
    expect(terms("深度学习")).toEqual(["深度", "度学", "学习"]);
  });

  it("gives surfaces, longer terms, n-grams or the caller's stop words where asked", () => {
    expect(createAnalyzer({ normal: "surface" }).terms("Trained models")).toEqual(["trained", "models"]);
    expect(createAnalyzer({ minLength: 4 }).terms("an odd reward")).toEqual(["reward"]);
    expect(createAnalyzer({ ngramRange: [1, 2] }).terms("deep reward models")).toEqual([
      "deep",
      "reward",
      "model",
      "deep reward",
      "reward model",
    ]);
    expect(createAnalyzer({ stopWords: ["deep"] }).terms("the deep end")).toEqual(["the", "end"]);
    expect(createAnalyzer({ stopWords: "none" }).terms("the deep")).toEqual(["the", "deep"]);
  });

  it("gives what the tokenizer and the stemmer give word by word, in the corpus and in any text", () => {
    for (const { title, abstract } of demonstration)
      expect(terms(`${title}. ${abstract}`)).toEqual(naiveTerms(`${title}. ${abstract}`));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expect(terms(pieces.join(""))).toEqual(naiveTerms(pieces.join("")));
      }),
      { numRuns: 1000 },
    );
  });

  it("reads a megabyte of numbers that end in a word in linear time", () => {
    expect(terms(`${"1,".repeat(500_000)}a model`)).toEqual(["model"]);
    expect(terms(`${"1.".repeat(500_000)}a model`)).toEqual(["model"]);
  });

  it("makes an equal analyzer from its own options", () => {
    const first = createAnalyzer({ ngramRange: [1, 2], normal: "surface", stopWords: ["model"] });
    const second = createAnalyzer(JSON.parse(JSON.stringify(first.options)));
    expect(second.options).toEqual(first.options);
    expect(second.terms("The reward model learns")).toEqual(first.terms("The reward model learns"));
  });

  it("refuses options that it does not know", () => {
    expect(() => createAnalyzer({ ngramRange: [2, 1] })).toThrow(/ngramRange/);
    expect(() => createAnalyzer({ stem: true } as never)).toThrow(/unknown option/);
    expect(() => createAnalyzer().terms(undefined as never)).toThrow("expected `text` to be a text, got undefined");
  });
});

describe("createTermScanner(rules)", () => {
  it("numbers terms by first meeting and keeps the numbers", () => {
    const scanner = createTermScanner({ stopWords: englishStopWords, normal: "stem", minLength: 2 });
    expect([...scanner.scan("Reward models and rewards")]).toEqual([0, 1, 0]);
    expect([...scanner.scan("a new model")]).toEqual([2, 1]);
    expect(scanner.terms).toEqual(["reward", "model", "new"]);
  });

  const everyWord: TermRules = { stopWords: new Set(), normal: "surface", minLength: 1 };
  const readers = [
    ["in WebAssembly", compiledWords],
    ["in plain TypeScript", twinWords],
  ] as const;

  it.each(readers)("gives what the tokenizer gives, its plain words read %s", (_, open) => {
    const reader = open()!;
    const english = createTermScanner({ stopWords: englishStopWords, normal: "stem", minLength: 2 }, () => reader);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const found = [...english.scan(pieces.join(""))].map((number) => english.terms[number]);
        expect(found).toEqual(naiveTerms(pieces.join("")));
      }),
      { numRuns: 300 },
    );
  });

  it.each(readers)("numbers each plain word once, read %s, up to what the tokenizer must see", (_, open) => {
    const reader = open()!;
    reader.take("Deep nets, GPT-4 nets deep and caf\u00e9s \u03b2 nets, ");
    expect(reader.read(0)).toBe(31);
    const numbers = [...reader.found.subarray(0, reader.count())];
    expect(numbers.map((number) => reader.word(number))).toEqual(["deep", "nets", "gpt", "4", "nets", "deep", "and"]);
    expect(numbers).toEqual([0, 1, 2, 3, 1, 0, 4]);
    expect(reader.size()).toBe(5);
    expect(reader.read(36)).toBe(37);
    expect(reader.read(38)).toBe(45);
    expect([...reader.found.subarray(0, reader.count())]).toEqual([1]);
  });

  it.each(readers)("goes on where the words read %s were forgotten", (_, open) => {
    const reader = open()!;
    const scanner = createTermScanner(everyWord, () => reader);
    const texts = Array.from({ length: 8 }, (_, t) =>
      Array.from({ length: 80_000 }, (_, i) => `w${(80_000 * t + i).toString(36)}`).join(" "),
    );
    for (const text of texts) scanner.scan(text);
    expect(reader.times()).toBe(1);
    expect(reader.size()).toBeLessThan(200_000);
    expect([...scanner.scan("w0 w1 wanything w0")]).toEqual([0, 1, 640_000, 0]);
    expect(scanner.terms.length).toBe(640_001);
  });

  it("grows no memory of WebAssembly, which would slow every loop over typed arrays down", () => {
    const grow = vi.spyOn(WebAssembly.Memory.prototype, "grow");
    expect(compiledWords()).toBeDefined();
    expect(grow).not.toHaveBeenCalled();
    grow.mockRestore();
  });

  it("reads texts of more than a million signs", () => {
    const scanner = createTermScanner(everyWord);
    const words = Array.from({ length: 300_000 }, (_, i) => `w${i % 1000}`);
    expect(words.join(" ").length).toBeGreaterThan(1 << 20);
    expect([...scanner.scan(words.join(" "))]).toEqual(words.map((_, i) => i % 1000));
    expect([...scanner.scan("w7 w8 new")]).toEqual([7, 8, 1000]);
  });

  it("grows with the words it meets", () => {
    const scanner = createTermScanner(everyWord);
    const words = Array.from({ length: 20_000 }, (_, i) => `w${i.toString(36)}`);
    expect([...scanner.scan(words.join(" "))]).toEqual(words.map((_, i) => i));
    expect([...scanner.scan(words.join(" "))]).toEqual(words.map((_, i) => i));
    expect(scanner.terms).toEqual(words);
  });
});

describe("paperTerms(analyzer, paper)", () => {
  const paper = { ...paperOf("1", "Reward models", "We train agents."), keywords: ["deep learning"] };

  it("counts each field as often as its weight says, keywords not at all by default", () => {
    expect(paperTerms(createAnalyzer(), paper)).toEqual(["reward", "model", "train", "agent"]);
    const weighted = createAnalyzer({ fields: { title: 2, abstract: 0, keywords: 1 } });
    expect(paperTerms(weighted, paper)).toEqual(["reward", "model", "reward", "model", "deep", "learn"]);
  });

  it("accepts a caller's own analyzer and absent fields", () => {
    expect(paperTerms({ terms: (text) => text.split(" ") }, paper)).toEqual([
      "Reward",
      "models",
      "We",
      "train",
      "agents.",
    ]);
    expect(paperTerms(createAnalyzer(), { id: "1", title: "Only", abstract: undefined } as never)).toEqual([]);
  });
});

describe("stem(word)", () => {
  it("asks each of Porter's steps about the words that it changes", () => {
    const ending = fc.constantFrom(...porterEndings);
    const word = fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.array(ending, { maxLength: 3 }));
    fc.assert(
      fc.property(word, ([beginning, endings]) => {
        const made = [beginning, ...endings].join("").slice(0, 40);
        expect(stem(made)).toBe(porter.stem(made));
      }),
      { numRuns: 2_000 },
    );
  });

  it("agrees with nltk's Porter stemmer", () => {
    for (const [word, expected] of Object.entries(golden.stems)) expect(stem(word)).toBe(expected);
    expect(Object.keys(golden.stems).length).toBeGreaterThan(400);
  });

  it("leaves words alone that are long or no plain English", () => {
    const long = "s".repeat(41);
    expect(stem(long)).toBe(long);
    expect(["c++", "naïves", "4o", "as"].map(stem)).toEqual(["c++", "naïves", "4o", "as"]);
  });
});

describe("englishStopWords", () => {
  it("are tokens of the tokenizer themselves, so that none is missed", () => {
    for (const word of englishStopWords) {
      expect(tokenize(word)).toHaveLength(1);
      for (const part of wordParts(tokenize(word)[0]!.norm)) expect(englishStopWords.has(part)).toBe(true);
    }
  });

  it("do not eat the field's words", () => {
    for (const word of ["system", "case", "interest", "fire", "bill", "cross", "mine", "bottom"].filter(
      (w) => w !== "mine",
    )) {
      expect(englishStopWords.has(word)).toBe(false);
    }
  });
});

describe("ngrams(terms, range)", () => {
  it("orders runs as scikit-learn does", () => {
    expect(ngrams(["reward", "model", "trains", "a", "policy"], [1, 3])).toEqual(golden.grams);
  });
});
