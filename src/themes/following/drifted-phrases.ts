/**
 * The phrases of themes that are more, or less, frequent among some of their papers than among the others: newer
 * against older ones.
 *
 * References: Fisher, R. A. (1922). On the interpretation of chi-squared from contingency tables. JRSS 85, 87-94.
 * doi:10.2307/2340521 (the exact test). Bourgon, R., Gentleman, R., Huber, W. (2010). Independent filtering increases
 * detection power for high-throughput experiments. PNAS 107, 9546-9551. doi:10.1073/pnas.0914005107 (leaving out rare
 * phrases and those that tell no theme before testing). Benjamini, Y., Hochberg, Y. (1995).
 * doi:10.1111/j.2517-6161.1995.tb02031.x (the allowance for testing hundreds of phrases).
 */

import type { CsrMatrix } from "../../matrix/csr.js";
import type { PhraseTable } from "../model/theme-model.js";
import { isHeading } from "../naming/headings.js";
import { readableHeadings } from "../naming/name-themes.js";
import { groupFrequencies, groupPhrases, rowsOfGroups } from "../naming/theme-phrases.js";
import { beyondChance, hypergeometricTail } from "./chance.js";

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
/** Share of a theme's papers that must hold a phrase for it to be tested. */
const leastShare = 0.01;
/** Phrases of each theme that are tested: those that best tell it from the others. Each test costs all others power. */
const testedPhrases = 100;
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
  const rowsOf = rowsOfGroups(table.matrix, labels, themes);
  const tests = groupPhrases(table.matrix, labels, themes).flatMap((found, theme) => {
    const headings = found.filter(({ phrase }) => isHeading(table, phrase)).slice(0, testedPhrases);
    const phrases = new Set(headings.map(({ phrase }) => phrase));
    return testsOf(table.matrix, rowsOf[theme]!, { theme, phrases }, newer);
  });
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

interface Tested {
  readonly theme: number;
  readonly phrases: ReadonlySet<number>;
}

function testsOf(
  matrix: CsrMatrix,
  rows: readonly number[],
  { theme, phrases }: Tested,
  newer: (row: number) => boolean,
): Test[] {
  const after = groupFrequencies(matrix, rows.filter(newer));
  const before = groupFrequencies(
    matrix,
    rows.filter((row) => !newer(row)),
  );
  const [older, recent] = [before.papers, after.papers];
  if (older < fewestPapers || recent < fewestPapers) return [];
  return [...phrases].flatMap((phrase): Test[] => {
    const counts = { before: before.counts.get(phrase) ?? 0, after: after.counts.get(phrase) ?? 0 };
    const both = counts.before + counts.after;
    const shares = { before: counts.before / older, after: counts.after / recent };
    const rises = shares.after > shares.before;
    const [drawn, hits] = rises ? [recent, counts.after] : [older, counts.before];
    if (both < leastShare * (older + recent) || hits < fewestHolders) return [];
    return [{ theme, phrase, rises, chance: hypergeometricTail(older + recent, both, drawn, hits), ...shares }];
  });
}

function shifts(table: PhraseTable, tests: readonly Test[], rises: boolean): PhraseShift[] {
  const chosen = new Map(tests.filter((test) => test.rises === rises).map((test) => [test.phrase, test]));
  return readableHeadings(table, [...chosen.keys()], shownPhrases).map(({ phrase, text }) => {
    const { before, after } = chosen.get(phrase)!;
    return { phrase: text, before, after };
  });
}
