/**
 * The phrases of themes that are more, or less, frequent among some of their papers than among the others: newer
 * against older ones.
 *
 * References: Fisher, R. A. (1922). On the interpretation of chi-squared from contingency tables. JRSS 85, 87-94.
 * doi:10.2307/2340521 (the exact test). Benjamini, Y., Hochberg, Y. (1995). doi:10.1111/j.2517-6161.1995.tb02031.x (the
 * allowance for testing thousands of phrases).
 */

import type { CsrMatrix } from "../matrix/csr.js";
import { beyondChance, hypergeometricTail } from "./chance.js";
import { readableHeadings } from "./name-themes.js";
import type { PhraseTable } from "./theme-model.js";

/** A phrase with the share of a theme's papers that hold it, before and after. */
export interface PhraseShift {
  readonly phrase: string;
  /** Share of the older papers, in [0, 1]. */
  readonly before: number;
  /** Share of the newer papers, in [0, 1]. */
  readonly after: number;
}

/** The phrases of a theme that moved, the most telling first. */
export interface ThemeDrift {
  readonly rising: readonly PhraseShift[];
  readonly falling: readonly PhraseShift[];
}

/** Papers that a theme needs on either side. */
const fewestPapers = 5;
/** Newer papers that must hold a rising phrase, older ones a falling one. */
const fewestHolders = 3;
const shownPhrases = 5;
/** Of the phrases told, the share that may be chance. */
const falseShare = 0.05;

interface Test {
  readonly theme: number;
  readonly phrase: number;
  readonly rises: boolean;
  readonly chance: number;
  readonly before: number;
  readonly after: number;
}

/**
 * For each theme the phrases that moved beyond chance. Linear in the table's entries.
 *
 * @param labels theme of each row of the table, -1 for none
 * @param newer whether a row is one of the newer papers
 */
export function driftedPhrases(
  table: PhraseTable,
  labels: ArrayLike<number>,
  themes: number,
  newer: (row: number) => boolean,
): ThemeDrift[] {
  const tests = Array.from({ length: themes }, (_, theme) => testsOf(table.matrix, labels, theme, newer)).flat();
  const stands = beyondChance(
    tests.map(({ chance }) => chance),
    falseShare,
  );
  const moved = tests.filter((_, i) => stands[i]).sort((a, b) => a.chance - b.chance || a.phrase - b.phrase);
  return Array.from({ length: themes }, (_, theme) => {
    const ofTheme = moved.filter((test) => test.theme === theme);
    return { rising: shifts(table, ofTheme, true), falling: shifts(table, ofTheme, false) };
  });
}

function testsOf(matrix: CsrMatrix, labels: ArrayLike<number>, theme: number, newer: (row: number) => boolean): Test[] {
  const counts = new Map<number, { before: number; after: number }>();
  let [older, recent] = [0, 0];
  for (let row = 0; row < matrix.rows; row += 1) {
    if (labels[row] !== theme || matrix.indptr[row] === matrix.indptr[row + 1]) continue;
    const isNew = newer(row);
    if (isNew) recent += 1;
    else older += 1;
    for (let p = matrix.indptr[row]!; p < matrix.indptr[row + 1]!; p += 1) {
      const count = counts.get(matrix.indices[p]!) ?? { before: 0, after: 0 };
      if (count.before + count.after === 0) counts.set(matrix.indices[p]!, count);
      if (isNew) count.after += 1;
      else count.before += 1;
    }
  }
  if (older < fewestPapers || recent < fewestPapers) return [];
  return [...counts].flatMap(([phrase, { before, after }]): Test[] => {
    const shares = { before: before / older, after: after / recent };
    const rises = shares.after > shares.before;
    if ((rises ? after : before) < fewestHolders) return [];
    const [drawn, hits] = rises ? [recent, after] : [older, before];
    const chance = hypergeometricTail(older + recent, before + after, drawn, hits);
    return [{ theme, phrase, rises, chance, ...shares }];
  });
}

function shifts(table: PhraseTable, tests: readonly Test[], rises: boolean): PhraseShift[] {
  const chosen = new Map(tests.filter((test) => test.rises === rises).map((test) => [test.phrase, test]));
  return readableHeadings(table, [...chosen.keys()], shownPhrases).map(({ phrase, text }) => {
    const { before, after } = chosen.get(phrase)!;
    return { phrase: text, before, after };
  });
}
