/**
 * How far a single paper names each theme in its own words, where there are no others to ask.
 *
 * A name, a part of one and a phrase of a description are so many witnesses; a word of the paper speaks for one of them
 * alone, the one that is named most fully. A word that papers have about themselves counts beside its neighbour only:
 * "model" is no reward model. Among many themes some name of a single word stands in any paper by chance, one of
 * several words less often, and so it says less.
 *
 * Reference: Pearl, J. (1988). Probabilistic Reasoning in Intelligent Systems, 4.3 (noisy or).
 */

import type { CsrMatrix } from "../../matrix/csr.js";
import { type DenseMatrix, zeros } from "../../matrix/dense.js";
import { power } from "../../matrix/elementary.js";
import { academicWords } from "../../text/academic-words.js";
import { type Analyzer, readTerms } from "../../text/analyzer.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";
import type { TfidfModel } from "../../vectors/tfidf.js";
import type { TaggerMemory } from "../tagger.js";
import { knownTerms, pairShare, partsOf, type Shares, sharesOfTerms } from "./naming.js";

/** Something that speaks for a theme when a paper has it. */
export interface Witness {
  readonly theme: number;
  readonly shares: Shares;
  /** What naming it in full is worth. */
  readonly worth: number;
}

const worthOfPart = 0.8;
const worthOfPhrase = 0.7;
const worthOfWord = 0.35;
/** With more themes than this a name is worth less, by their number to this power for a name of one word. */
const fewThemes = 10;
const byChance = 0.6;

/** Fewer papers do not tell how a collection names its themes. */
const fewestPapers = 30;

/** Whether each paper is asked alone: there are no examples, and no background to speak of. */
export function askedAlone({ vectors, labelledRows }: TaggerMemory): boolean {
  return labelledRows.length === 0 && vectors.rows < fewestPapers;
}

/** The witnesses of each theme, in the vocabulary of a tagger. */
export function witnessesOf(themes: readonly ThemeDefinition[], tfidf: TfidfModel, analyzer: Analyzer): Witness[] {
  const known = knownTerms(tfidf);
  const empty = new Set([...academicWords].flatMap((word) => readTerms(analyzer, word)));
  const besides = (term: string): number => (empty.has(term) ? 1 : pairShare);
  const crowd = Math.max(1, themes.length / fewThemes);
  const witnesses: Witness[] = [];
  themes.forEach(({ name, aliases = [], keywords = [], description = "" }, theme) => {
    const add = (text: string, worth: number, worthAlone: number): void => {
      const terms = [...new Set(readTerms(analyzer, text))];
      const words = terms.filter((term) => !term.includes(" "));
      if (words.length === 0 || (worth < 1 && words.every((word) => empty.has(word)))) return;
      const common = power(crowd, -byChance / words.length);
      const shares = sharesOfTerms(terms, known, besides);
      witnesses.push({ theme, shares, worth: common * (words.length === 1 ? worthAlone : worth) });
    };
    for (const text of [name, ...aliases, ...keywords]) {
      add(text, 1, 1);
      const parts = partsOf(text);
      if (parts.length > 1) for (const part of parts) add(part, worthOfPart, worthOfPart);
    }
    for (const phrase of partsOf(description)) add(phrase, worthOfPhrase, worthOfWord);
  });
  return witnesses;
}

/** How far each paper names each theme, from 0 to 1: papers x themes. */
export function ownNaming(
  { rows, indptr, indices }: CsrMatrix,
  witnesses: readonly Witness[],
  themes: number,
): DenseMatrix {
  const naming = zeros(rows, themes);
  for (let row = 0; row < rows; row += 1) {
    const has = new Set(indices.subarray(indptr[row]!, indptr[row + 1]!));
    const heard = witnesses
      .map((witness) => ({ witness, found: foundOf(witness, has) }))
      .filter(({ found }) => found > 0)
      .sort((a, b) => b.found - a.found);
    const left = new Map<number, Set<number>>();
    for (const { witness } of heard) {
      const { theme, shares } = witness;
      const own = left.get(theme) ?? new Set(has);
      left.set(theme, own);
      const place = row * themes + theme;
      naming.data[place] = 1 - (1 - naming.data[place]!) * (1 - foundOf(witness, own));
      for (const column of shares.keys()) own.delete(column);
    }
  }
  return naming;
}

/** The share of a witness among some columns, times its worth. */
function foundOf({ shares, worth }: Witness, columns: ReadonlySet<number>): number {
  let found = 0;
  for (const [column, share] of shares) if (columns.has(column)) found += share;
  return worth * found;
}
