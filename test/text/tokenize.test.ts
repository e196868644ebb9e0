import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Token, tokenize } from "../../src/text/tokenize.js";

const norms = (text: string): string[] => tokenize(text).map((token) => token.norm);
const kinds = (text: string): string[] => tokenize(text).map(({ norm, kind }) => `${norm} ${kind}`);
const one = (text: string): Token => {
  const tokens = tokenize(text);
  expect(tokens).toHaveLength(1);
  return tokens[0]!;
};

/** Letters, marks, escapes, markup and halves of pairs, mixed. */
const piece = fc.constantFrom(
  ..."a B e\u0301 \u0301 - -- ' ’ . , : / @ $ \\ & { } ( ) [ ] < > % + * # _ ~ = 1 23 é ß ﬁ Ａ β Σ 深 の ー ﾞ ש ع 😀 \u200d \u00ad \ud800 \udc00".split(
    " ",
  ),
  " ",
  "\n",
  "\\emph{",
  "\\'e",
  "&amp;",
  "$x$",
  "<b>",
  "http://",
  "10.1145/",
  "et al.",
  "e.g.",
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

describe("tokenize(text)", () => {
  it("keeps hyphenated words whole", () => {
    expect(norms("state-of-the-art R1-style GPT-4o fine-tuning")).toEqual([
      "state-of-the-art",
      "r1-style",
      "gpt-4o",
      "fine-tuning",
    ]);
  });

  it.each([
    ["β-VAE", "β-vae", "acronym"],
    ["Schrödinger", "schrödinger", "word"],
    ["naïve", "naïve", "word"],
    ["C++", "c++", "word"],
    ["C#", "c#", "word"],
    ["A*", "a*", "word"],
    ["k-means", "k-means", "word"],
    ["TD(λ)", "td(λ)", "acronym"],
    ["TD($\\lambda$)", "td(λ)", "acronym"],
    ["ARMA(1,1)", "arma(1,1)", "acronym"],
    ["L2", "l2", "word"],
    ["Erdős–Rényi", "erdős–rényi", "word"],
    ["Erd\\H{o}s--R\\'enyi", "erdős–rényi", "word"],
    ["S\\&P", "s&p", "acronym"],
    ["AT&amp;T", "at&t", "acronym"],
    ["model's", "model's", "word"],
    ["don’t", "don't", "word"],
    ["don&#8217;t", "don't", "word"],
    ["co\u00adop\u00aderation", "cooperation", "word"],
    ["eﬃcient", "efficient", "word"],
    ["ＦＵＬＬ", "full", "acronym"],
    ["na\u0308ive", "näive", "word"],
    ['Schr\\"odinger', "schrödinger", "word"],
    ['Schr{\\"o}dinger', "schrödinger", "word"],
    ["caf&eacute;", "café", "word"],
    ["$k$-means", "k-means", "word"],
    ["$\\beta$-VAE", "β-vae", "acronym"],
    ["$\\ell_1$-norm", "l1-norm", "word"],
    ["pass@1", "pass@1", "word"],
    ["GPT-3.5", "gpt-3.5", "acronym"],
    ["3D", "3d", "word"],
    ["7B", "7b", "word"],
    ["R²", "r2", "word"],
    ["e.g.", "e.g.", "word"],
    ["U.S.", "u.s.", "word"],
    ["LLMs", "llms", "acronym"],
    ["3.14", "3.14", "number"],
    ["1,234", "1,234", "number"],
    ["85.3\\%", "85.3%", "number"],
    ["1e-5", "1e-5", "number"],
    ["2019–2020", "2019–2020", "number"],
    ["$O(\\sqrt{T})$", "$o(\\sqrt{t})$", "formula"],
    ["\\(x + y\\)", "\\(x + y\\)", "formula"],
    ["https://github.com/a/b(c)", "https://github.com/a/b(c)", "url"],
    ["github.com/x/y", "github.com/x/y", "url"],
    ["doi:10.1145/12.3", "doi:10.1145/12.3", "doi"],
    ["arXiv:2401.12345v2", "arxiv:2401.12345v2", "arxiv"],
    ["a.b@c.org", "a.b@c.org", "email"],
    ["[1, 4-6]", "[1, 4-6]", "citation"],
    ["(Smith et al., 2020)", "(smith et al., 2020)", "citation"],
    ["\\citep{smith2020}", "\\citep{smith2020}", "citation"],
    ["\\emph", "\\emph", "markup"],
    ["<jats:p>", "<jats:p>", "markup"],
    ["&lt;", "<", "symbol"],
    ["👩‍🔬", "👩‍🔬", "symbol"],
    ["🇩🇪", "🇩🇪", "symbol"],
    ["深度学习", "深度学习", "word"],
    ["שלום", "שלום", "word"],
    ["\ud800", "\ud800", "symbol"],
  ])("reads %s as one token", (text, norm, kind) => {
    expect(one(text)).toMatchObject({ text, norm, kind, start: 0, end: text.length });
  });

  it("leaves a sentence's punctuation outside addresses", () => {
    expect(kinds("(see https://a.org/b).")).toEqual([
      "( punctuation",
      "see word",
      "https://a.org/b url",
      ") punctuation",
      ". punctuation",
    ]);
  });

  it("tells prices from formulas and arithmetic from tags", () => {
    expect(norms("costs $5 and $10")).toEqual(["costs", "$", "5", "and", "$", "10"]);
    expect(norms("a<b, c>d")).toEqual(["a", "<", "b", ",", "c", ">", "d"]);
  });

  it("takes what stands between escaped brackets for a formula, up to its own end", () => {
    const formulas = (text: string): string[] =>
      tokenize(text)
        .filter(({ kind }) => kind === "formula")
        .map((token) => token.text);
    expect(formulas(String.raw`so \(a + \frac{1}{2}\) and \[b \] hold`)).toEqual([
      String.raw`\(a + \frac{1}{2}\)`,
      String.raw`\[b \]`,
    ]);
    expect(formulas(String.raw`open \(a + b, or \[ c`)).toEqual([]);
    expect(formulas(String.raw`\(a \(b\) c`)).toEqual([String.raw`\(b\)`]);
    expect(formulas("$$x + 1$$ for $a\\$b$, not $$$$ or $ 5 $")).toEqual(["$$x + 1$$", "$a\\$b$"]);
  });

  it("joins words broken over two lines, and keeps hyphens that belong to the word", () => {
    expect(norms("optimi-\nzation")).toEqual(["optimization"]);
    expect(norms("well-\n  known")).toEqual(["well-known"]);
    expect(norms("state-of-\nthe-art")).toEqual(["state-of-the-art"]);
    expect(norms("client-\nand server-side")).toEqual(["client", "-", "and", "server-side"]);
  });

  it("keeps the text inside markup", () => {
    expect(norms("\\emph{hard} <i>problems</i>")).toEqual(["\\emph", "{", "hard", "}", "<i>", "problems", "</i>"]);
  });

  it("gives the text back from tokens and gaps; gaps are white space alone", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let back = "";
        let at = 0;
        for (const token of tokenize(text)) {
          const gap = text.slice(at, token.start);
          expect(gap).toMatch(/^\s*$/u);
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(token.end).toBeGreaterThan(token.start);
          back += gap + token.text;
          at = token.end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/u);
        expect(back + text.slice(at)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("gives equal norms for the composed and the decomposed form of a text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(kinds(text.normalize("NFC"))).toEqual(kinds(text.normalize("NFD")));
      }),
      { numRuns: 500 },
    );
  });

  it("reads hostile texts to their end", () => {
    for (const bad of [
      "a",
      "(",
      "\\emph{",
      "\u0301",
      "e\u0301\u0327",
      "a-",
      "$x ",
      "<a b=c",
      "a.b@c.",
      "[1,",
      "1,",
      "&amp",
      "\ud800",
    ]) {
      const text = bad.repeat(20_000);
      expect(tokenize(text).at(-1)!.end).toBe(text.trimEnd().length);
    }
  });
});
