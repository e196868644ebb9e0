/** How terms are written where the paper that has them holds no abstract to read: the commonest form in titles. */

import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import { type Paper, textOf } from "../../papers/paper.js";
import type { Analyzer } from "../../text/analyzer.js";
import { remembered } from "../../text/remembered.js";
import { surfaceForms } from "../../text/surface-forms.js";
import { tokenize } from "../../text/tokenize.js";

/** Papers whose titles are read; they have nearly every word that a reader would miss. */
const read = 20_000;

/** Writes a term as most titles do, with capitals where they belong; the term itself where no single word becomes it. */
export function termWriter(papers: readonly (Paper | undefined)[], analyzer: Analyzer): (term: string) => string {
  const forms = surfaceForms<string>();
  const termsOf = remembered((word) => analyzer.terms(word));
  for (const row of evenlySpaced(papers.length, read)) {
    const title = papers[row] === undefined ? "" : textOf(papers[row], "title");
    for (const { kind, norm, start, end } of tokenize(title)) {
      if (kind !== "word" && kind !== "acronym") continue;
      const terms = termsOf(norm);
      if (terms.length === 1) forms.add(terms[0]!, title, start, end, true);
    }
  }
  return (term) => forms.best(term) || term;
}
