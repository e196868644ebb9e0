/**
 * Agreement of two partitions.
 *
 * References: Rosenberg, A., Hirschberg, J. (2007). V-Measure. EMNLP-CoNLL, 410-420. https://aclanthology.org/D07-1043
 * Vinh, N. X., Epps, J., Bailey, J. (2010). Information theoretic measures for clusterings comparison. JMLR 11.
 * Hubert, L., Arabie, P. (1985). Comparing partitions. Journal of Classification 2. doi:10.1007/BF01908075
 */

import { numberOf } from "../matrix/by-key.js";
import { exp, ln } from "../matrix/elementary.js";
import { checkArgument } from "../options.js";

/** Agreement scores; 1 is perfect agreement, and for `ami` and `ari` 0 is what chance gives. */
export interface ClusteringScores {
  /** Normalised mutual information, arithmetic mean of the entropies. */
  readonly nmi: number;
  /** Adjusted mutual information, arithmetic mean of the entropies. */
  readonly ami: number;
  /** Adjusted Rand index. */
  readonly ari: number;
  /** Harmonic mean of homogeneity and completeness. */
  readonly vMeasure: number;
  /** 1 when every cluster holds one class. */
  readonly homogeneity: number;
  /** 1 when every class lies in one cluster. */
  readonly completeness: number;
  /** Share of items that belong to the largest class of their cluster. */
  readonly purity: number;
}

interface Contingency {
  readonly items: number;
  readonly rowSums: readonly number[];
  readonly columnSums: readonly number[];
  readonly cells: readonly { readonly row: number; readonly column: number; readonly count: number }[];
}

/**
 * Compares a clustering with gold classes; natural logarithms. Linear in the items, but for `ami`, whose expected value
 * costs clusters x classes x the largest class.
 *
 * @param labels cluster of each item, any numbers or strings
 * @param gold class of each item
 * @throws ThemataError INVALID_OPTION when the lengths differ
 * @example
 * clusteringScores([0, 0, 1], ["a", "a", "b"]).nmi; // 1
 */
export function clusteringScores(
  labels: ArrayLike<number | string>,
  gold: ArrayLike<number | string>,
): ClusteringScores {
  for (const [name, list] of Object.entries({ labels, gold })) {
    checkArgument(
      "clusteringScores",
      name,
      "a list with a label for each item",
      typeof list?.length === "number",
      list,
    );
  }
  const { length } = labels;
  checkArgument("clusteringScores", "gold", `${length} classes, one a label`, gold.length === length, gold.length);
  if (labels.length === 0) {
    return { nmi: 1, ami: 1, ari: 1, vMeasure: 1, homogeneity: 1, completeness: 1, purity: 1 };
  }
  const table = contingency(labels, gold);
  const mutual = mutualInformation(table);
  const clusterEntropy = entropy(table.rowSums, table.items);
  const classEntropy = entropy(table.columnSums, table.items);
  const homogeneity = classEntropy === 0 ? 1 : mutual / classEntropy;
  const completeness = clusterEntropy === 0 ? 1 : mutual / clusterEntropy;
  const vMeasure =
    homogeneity + completeness === 0 ? 0 : (2 * homogeneity * completeness) / (homogeneity + completeness);
  return {
    nmi: normalised(mutual, (clusterEntropy + classEntropy) / 2),
    ami: adjustedMutualInformation(table, mutual, (clusterEntropy + classEntropy) / 2),
    ari: adjustedRand(table),
    vMeasure,
    homogeneity,
    completeness,
    purity: purity(table),
  };
}

function contingency(labels: ArrayLike<number | string>, gold: ArrayLike<number | string>): Contingency {
  const rowOf = new Map<number | string, number>();
  const columnOf = new Map<number | string, number>();
  const cells = new Map<string, { row: number; column: number; count: number }>();
  const rowSums: number[] = [];
  const columnSums: number[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    const row = numberOf(rowOf, labels[i]!);
    const column = numberOf(columnOf, gold[i]!);
    rowSums[row] = (rowSums[row] ?? 0) + 1;
    columnSums[column] = (columnSums[column] ?? 0) + 1;
    const key = `${row},${column}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { row, column, count: 1 });
    else cell.count += 1;
  }
  return { items: labels.length, rowSums, columnSums, cells: [...cells.values()] };
}

function entropy(counts: readonly number[], items: number): number {
  let sum = 0;
  for (const count of counts) sum -= (count / items) * ln(count / items);
  return counts.length === 1 ? 0 : sum;
}

function mutualInformation({ items, rowSums, columnSums, cells }: Contingency): number {
  let sum = 0;
  for (const { row, column, count } of cells) {
    sum += (count / items) * ln((items * count) / (rowSums[row]! * columnSums[column]!));
  }
  return Math.max(0, sum);
}

function normalised(mutual: number, meanEntropy: number): number {
  return meanEntropy === 0 ? 1 : mutual / meanEntropy;
}

/** AMI of Vinh et al. 2010, equation 24a for the expected mutual information. */
function adjustedMutualInformation(table: Contingency, mutual: number, meanEntropy: number): number {
  const { rowSums, columnSums, items } = table;
  const oneEach = rowSums.length === 1 && columnSums.length === 1;
  if (oneEach || (rowSums.length === items && columnSums.length === items)) return 1;
  if (rowSums.length === 1 || columnSums.length === 1) return 0;
  const expected = expectedMutualInformation(table);
  const span = meanEntropy - expected;
  // A span of zero or below happens by rounding alone; scikit-learn keeps its sign and lifts it to epsilon.
  const denominator = span < 0 ? Math.min(span, -Number.EPSILON) : Math.max(span, Number.EPSILON);
  return (mutual - expected) / denominator;
}

function expectedMutualInformation({ items, rowSums, columnSums }: Contingency): number {
  const logFactorial = logFactorials(items);
  let sum = 0;
  for (const a of rowSums) {
    for (const b of columnSums) {
      const fixed =
        logFactorial[a]! +
        logFactorial[b]! +
        logFactorial[items - a]! +
        logFactorial[items - b]! -
        logFactorial[items]!;
      for (let n = Math.max(1, a + b - items); n <= Math.min(a, b); n += 1) {
        const logProbability =
          fixed - logFactorial[n]! - logFactorial[a - n]! - logFactorial[b - n]! - logFactorial[items - a - b + n]!;
        sum += (n / items) * ln((items * n) / (a * b)) * exp(logProbability);
      }
    }
  }
  return sum;
}

function logFactorials(upTo: number): Float64Array {
  const table = new Float64Array(upTo + 1);
  for (let n = 2; n <= upTo; n += 1) table[n] = table[n - 1]! + ln(n);
  return table;
}

function adjustedRand({ items, rowSums, columnSums, cells }: Contingency): number {
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const together = cells.reduce((sum, { count }) => sum + pairs(count), 0);
  const inClusters = rowSums.reduce((sum, count) => sum + pairs(count), 0);
  const inClasses = columnSums.reduce((sum, count) => sum + pairs(count), 0);
  const expected = items < 2 ? 0 : (inClusters * inClasses) / pairs(items);
  const span = (inClusters + inClasses) / 2 - expected;
  return span === 0 ? 1 : (together - expected) / span;
}

function purity({ items, rowSums, cells }: Contingency): number {
  const largest = rowSums.map(() => 0);
  for (const { row, count } of cells) largest[row] = Math.max(largest[row]!, count);
  return largest.reduce((sum, count) => sum + count, 0) / items;
}
