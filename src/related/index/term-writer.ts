/** How terms are written that stand in no text of the paper that has them: the commonest form in titles and keywords. */

import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import { type Paper, textOf } from "../../papers/paper.js";
import { type Analyzer, readTerms } from "../../text/analyzer.js";
import { remembered } from "../../text/remembered.js";
import { surfaceForms } from "../../text/surface-forms.js";
import { tokenize } from "../../text/tokenize.js";

/** Papers whose titles are read; they have nearly every word that a reader would miss. */
const read = 20_000;

/** Writes the words of a term as most titles and keywords do, with capitals where they belong; as they are where no single word becomes them. */
export function termWriter(papers: readonly (Paper | undefined)[], analyzer: Analyzer): (term: string) => string {
  const forms = surfaceForms<string>();
  const termsOf = remembered((word) => readTerms(analyzer, word));
  for (const row of evenlySpaced(papers.length, read)) {
    const paper = papers[row];
    for (const text of paper === undefined ? [] : [textOf(paper, "title"), ...(paper.keywords ?? [])]) {
      for (const { kind, norm, start, end } of tokenize(text)) {
        if (kind !== "word" && kind !== "acronym") continue;
        const terms = termsOf(norm);
        if (terms.length === 1) forms.add(terms[0]!, text, start, end, true);
      }
    }
  }
  return (term) => term.replace(/\S+/g, (word) => forms.best(word) || word);
}
