import { describe, expect, it } from "vitest";
import { readPapers } from "../../../src/index.js";

/** The title as it comes out of an export: RIS takes one in a line. */
const read = (title: string): string | undefined => readPapers(`TY  - JOUR\nTI  - ${title}\nER  - \n`).papers[0]?.title;

describe("titles and abstracts of exports are made readable", () => {
  const cases: Readonly<Record<string, string>> = {
    "<i>E. coli</i> &amp; friends": "E. coli & friends",
    "<jats:p>One</jats:p><jats:p>Two</jats:p>": "One Two",
    "H<sub>2</sub>O at 10<sup>-3</sup> M": "H2O at 10^-3 M",
    "<sup>18</sup>F tracers": "18F tracers",
    "x < y and z > w, p<0.05, a<b and c>d": "x < y and z > w, p<0.05, a<b and c>d",
    "the <unk> token": "the <unk> token",
    "caf&eacute; &#946; &#x3b2; &beta; &unknown;": "café β β β &unknown;",
    "&amp;lt;i&amp;gt;Nature&amp;lt;/i&amp;gt;": "Nature",
    "A $\\beta$-VAE in $\\mathbb{R}^{d}$": "A β-VAE in R^d",
    "$O(n^2)$ and $\\mathcal{O}(1/\\sqrt{T})$": "O(n^2) and O(1/√T)",
    "H$_2$O and CO$_{2}$": "H2O and CO2",
    "costs $5 and then $10": "costs $5 and then $10",
    "S\\&P100 is 50\\% up": "S&P100 is 50% up",
    'Schr\\"{o}dinger, G\\"odel, Erd\\H{o}s, \\v{C}ech, Na\\"{\\i}ve': "Schrödinger, Gödel, Erdős, Čech, Naïve",
    "\\textbf{Bold} and \\emph{slanted}": "Bold and slanted",
    "\\frac{1}{2} of it \\cite{x}": "1/2 of it",
    "CO$_{\\textrm{2}}$ where $x_{\\foo}$ is": "CO2 where x_ is",
    "Nguy{\\~{\\^e}}n": "Nguyễn",
    "{\\~{}}5, x{\\^{}}2": "~5, x^2",
    "line ends.\\nMethods: two\\r\\nof them, three\\nwords, $x\\neq y$":
      "line ends. Methods: two of them, three words, x≠ y",
    "a {set} of braces": "a {set} of braces",
    "wide   and\tuneven": "wide and uneven",
  };

  it.each(Object.entries(cases))("%s", (given, wanted) => {
    expect(read(given)).toBe(wanted);
  });

  it("leaves readable text as it is", () => {
    for (const text of Object.values(cases)) expect(read(text)).toBe(text);
  });

  it.each([
    ["We train. © 2021 Elsevier B.V. All rights reserved.", "We train."],
    ["We train (and test). (C) 2019 Elsevier Ltd. All rights reserved.", "We train (and test)."],
    ["We train. © The Author(s) 2024. Published by Wiley.", "We train."],
    ["We train. Copyright: © 2018 Lee et al. This is an open access article.", "We train."],
    ["We train. Copyright 2023 Lee et al.", "We train."],
    ["© 2020 IEEE.", ""],
    ["First this. (c) We train.", "First this. (c) We train."],
    ["A law of 1990. Copyright is old.", "A law of 1990. Copyright is old."],
    ["We use Tool © 2015 and train.", "We use Tool © 2015 and train."],
  ])("an abstract ends before a copyright notice: %s", (given, wanted) => {
    const [paper] = readPapers(`TY  - JOUR\nTI  - T\nAB  - ${given}\nER  - \n`).papers;
    expect(paper!.abstract).toBe(wanted);
    const own = JSON.stringify({ id: "a", title: "T", abstract: given });
    expect(readPapers(own).papers[0]!.abstract).toBe(given);
  });

  it("stays linear on hostile text", () => {
    for (const piece of ["<a ", "$a", "\\", "&#", "\\'{", "{", "<sup>", "$", "a<b c=", "\\frac{", "x "]) {
      expect(read(`x ${piece.repeat(100_000 / piece.length)}`)).toBeTypeOf("string");
    }
  });
});
