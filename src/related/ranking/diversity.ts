/**
 * Answers that differ from each other.
 *
 * Reference: Carbonell, J., Goldstein, J. (1998). The use of MMR, diversity-based reranking. SIGIR 1998, 335-336.
 * doi:10.1145/290941.291025
 */

/**
 * Places of `limit` candidates by maximal marginal relevance: each next one has the highest
 * `(1 - diversity) x score - diversity x (highest similarity to one chosen)`. Ties go to the earlier candidate.
 *
 * O(limit x candidates) similarities.
 */
export function diversify(
  scores: readonly number[],
  similarity: (i: number, j: number) => number,
  limit: number,
  diversity: number,
): number[] {
  const chosen: number[] = [];
  const nearest = new Float64Array(scores.length);
  const open = scores.map((_, i) => i);
  while (chosen.length < limit && open.length > 0) {
    let best = 0;
    for (let o = 1; o < open.length; o += 1) if (worth(open[o]!) > worth(open[best]!)) best = o;
    const [next] = open.splice(best, 1);
    chosen.push(next!);
    for (const other of open) nearest[other] = Math.max(nearest[other]!, similarity(next!, other));
  }
  return chosen;

  function worth(i: number): number {
    return (1 - diversity) * scores[i]! - diversity * nearest[i]!;
  }
}
