/** Runs of n neighbouring terms. */

/**
 * All n-grams of a term list with `from <= n <= to`, shorter ones first, joined by a space, as scikit-learn orders them.
 */
export function ngrams(terms: readonly string[], [from, to]: readonly [number, number]): string[] {
  const grams: string[] = [];
  for (let n = from; n <= to; n += 1) {
    if (n === 1) for (const term of terms) grams.push(term);
    else for (let i = 0; i + n <= terms.length; i += 1) grams.push(terms.slice(i, i + n).join(" "));
  }
  return grams;
}
