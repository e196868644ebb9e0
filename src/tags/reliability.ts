/**
 * Whether chances mean what they say: groups of equal size by chance, with the share that came true.
 *
 * Reference: Naeini, M. P., Cooper, G., Hauskrecht, M. (2015). Obtaining well calibrated probabilities using Bayesian
 * binning. AAAI, 2901-2907.
 */

/** A group of statements of nearly the same chance. */
export interface ReliabilityBin {
  /** Mean chance. */
  readonly chance: number;
  /** Share that came true. */
  readonly right: number;
  readonly size: number;
}

/** Ten groups of equal size, chances ascending, and their expected calibration error. */
export function reliabilityOf(
  chances: readonly number[],
  right: readonly boolean[],
): { bins: ReliabilityBin[]; error: number } {
  const order = [...chances.keys()].sort((i, j) => chances[i]! - chances[j]! || i - j);
  const bins: ReliabilityBin[] = [];
  let error = 0;
  for (let b = 0; b < 10; b += 1) {
    const group = order.slice(Math.floor((b * order.length) / 10), Math.floor(((b + 1) * order.length) / 10));
    if (group.length === 0) continue;
    const chance = group.reduce((sum, i) => sum + chances[i]!, 0) / group.length;
    const share = group.filter((i) => right[i]).length / group.length;
    bins.push({ chance, right: share, size: group.length });
    error += (Math.abs(chance - share) * group.length) / order.length;
  }
  return { bins, error };
}
