/**
 * How far a paper names a theme: the share of a name that stands in it, each word weighing as much as it tells papers
 * apart.
 *
 * A name counts whole and by its best part, as there are papers on planning alone under "planning and scheduling". A
 * quarter of a word's weight is for its standing beside its neighbour, since "number" and "theory" may stand anywhere. Any
 * of a theme's names will do; a part of its description tells less.
 */

import { addTo, appendTo } from "../../matrix/by-key.js";
import { type CsrMatrix, transpose } from "../../matrix/csr.js";
import { type DenseMatrix, zeros } from "../../matrix/dense.js";
import { type Analyzer, readTerms } from "../../text/analyzer.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";
import { columnsOf } from "../../vectors/counts.js";
import type { TfidfModel } from "../../vectors/tfidf.js";
import { commonnessOf, inPapersSpelling } from "./papers-spelling.js";

/** Terms by column with the share of a name that each is; the shares add up to 1. */
export type Shares = ReadonlyMap<number, number>;

/** One way to name a theme. */
export interface ThemeName {
  readonly theme: number;
  /** The name as a whole. */
  readonly whole: Shares;
  /** Its parts, which are alternatives. */
  readonly parts: readonly Shares[];
  /** What naming it in full is worth. */
  readonly worth: number;
}

const parting = /\s*(?:[,;:.()/&]|\b(?:and|or)\b)\s*/iu;
/** So much of a word's weight is for its standing beside its neighbour. */
export const pairShare = 0.25;
/** A part of a description says less than the name. */
const worthOfDescription = 0.7;

/** The ways to name each theme, in the vocabulary of a tagger. */
export function namesOfThemes(themes: readonly ThemeDefinition[], tfidf: TfidfModel, analyzer: Analyzer): ThemeName[] {
  const known = knownTerms(tfidf);
  const sharesOf = (pieces: readonly string[]): Shares => {
    const terms = [...new Set(pieces.flatMap((piece) => readTerms(analyzer, piece)))];
    return sharesOfTerms(terms, known, () => pairShare);
  };
  const nameOf = (theme: number, text: string, worth: number): ThemeName => {
    const parts = partsOf(text);
    return { theme, whole: sharesOf(parts), parts: parts.map((part) => sharesOf([part])), worth };
  };
  const commonness = commonnessOf(known.columnOf, tfidf.idf);
  const spelled = themes.map((theme) => inPapersSpelling(theme, analyzer, commonness));
  return spelled.flatMap(({ name, aliases = [], keywords = [], description = "" }, theme) => [
    ...[name, ...aliases, ...keywords].map((text) => nameOf(theme, text, 1)),
    ...description
      .split(parting)
      .map((text) => nameOf(theme, text, worthOfDescription))
      .filter(({ whole }) => whole.size > 1),
  ]);
}

/** The parts of a name or description, which commas, "and" and the like stand between. */
export function partsOf(text: string): string[] {
  return text.split(parting).filter((part) => part !== "");
}

/** The terms of a tagger. */
export interface KnownTerms {
  readonly columnOf: ReadonlyMap<string, number>;
  /** The idf of a term, the largest for one that is not known. */
  idfOf(term: string): number;
}

/** What is known of the terms of a model. */
export function knownTerms({ vocabulary, idf }: TfidfModel): KnownTerms {
  const columnOf = columnsOf(vocabulary);
  const unknown = idf.reduce((most, weight) => Math.max(most, weight), 1);
  return { columnOf, idfOf: (term) => idf[columnOf.get(term) ?? -1] ?? unknown };
}

/**
 * Shares by squared idf; a term that is not in the vocabulary takes its share away.
 *
 * @param besideOf how much of a word's weight is for its standing beside its neighbour
 */
export function sharesOfTerms(
  terms: readonly string[],
  { columnOf, idfOf }: KnownTerms,
  besideOf: (term: string) => number,
): Shares {
  const singles = terms.filter((term) => !term.includes(" "));
  const weightOf = (term: string): number => idfOf(term) ** 2;
  const total = singles.reduce((sum, term) => sum + weightOf(term), 0);
  const pairsOf = pairsByWord(terms);
  const shares = new Map<number, number>();
  const add = (term: string, share: number): void => {
    const column = columnOf.get(term);
    if (column !== undefined) addTo(shares, column, share);
  };
  for (const term of singles) {
    const share = weightOf(term) / total;
    const pairs = pairsOf.get(term) ?? [];
    const beside = pairs.length === 0 ? 0 : besideOf(term);
    add(term, share * (1 - beside));
    for (const pair of pairs) add(pair, (share * beside) / pairs.length);
  }
  return shares;
}

/** The runs of terms that have each word, in order. */
function pairsByWord(terms: readonly string[]): Map<string, string[]> {
  const pairsOf = new Map<string, string[]>();
  for (const pair of terms) {
    if (!pair.includes(" ")) continue;
    for (const word of new Set(pair.split(" "))) {
      appendTo(pairsOf, word, pair);
    }
  }
  return pairsOf;
}

/** How far each paper names each theme, from 0 to 1: papers x themes. */
export function namingOf(vectors: CsrMatrix, names: readonly ThemeName[], themes: number): DenseMatrix {
  const papersOf = transpose(vectors);
  const naming = zeros(vectors.rows, themes);
  const found = new Float64Array(vectors.rows);
  const best = new Float64Array(vectors.rows);
  const addShares = (sums: Float64Array, shares: Shares, share: number): void => {
    for (const [column, own] of shares) {
      for (let p = papersOf.indptr[column]!; p < papersOf.indptr[column + 1]!; p += 1) {
        sums[papersOf.indices[p]!]! += share * own;
      }
    }
  };
  for (const { theme, whole, parts, worth } of names) {
    best.fill(0);
    for (const part of parts) {
      found.fill(0);
      addShares(found, part, 0.5);
      for (let row = 0; row < found.length; row += 1) if (found[row]! > best[row]!) best[row] = found[row]!;
    }
    addShares(best, whole, 0.5);
    for (let row = 0; row < best.length; row += 1) {
      const p = row * themes + theme;
      naming.data[p] = Math.max(naming.data[p]!, worth * best[row]!);
    }
  }
  return naming;
}
