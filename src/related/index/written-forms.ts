/** How terms are written where the paper that has them holds no abstract to read: the commonest form in other papers. */

import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import type { Paper } from "../../papers/paper.js";
import type { Analyzer } from "../../text/analyzer.js";
import { countWords, type WordList } from "./word-list.js";

/** Papers that are read; their titles have nearly every word that a reader would miss. */
const read = 20_000;

/** The commonest written word, lower case, of each term that single words of the papers become. */
export function writtenForms(papers: readonly (Paper | undefined)[], analyzer: Analyzer): Map<string, string> {
  const words: WordList = new Map();
  for (const row of evenlySpaced(papers.length, read)) {
    const paper = papers[row];
    if (paper !== undefined) countWords(words, paper, 1);
  }
  const forms = new Map<string, string>();
  for (const [word, count] of words) {
    const terms = analyzer.terms(word);
    if (terms.length === 1 && count > (words.get(forms.get(terms[0]!) ?? "") ?? 0)) forms.set(terms[0]!, word);
  }
  return forms;
}
