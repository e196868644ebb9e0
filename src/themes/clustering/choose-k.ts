/**
 * The number of themes: of partitions into 2, 3, ... themes the one of highest modularity on the neighbour graph.
 *
 * References: Newman, M. E. J. (2006). doi:10.1073/pnas.0601602103. Reichardt, J., Bornholdt, S. (2006).
 * doi:10.1103/PhysRevE.74.016110 (the resolution that `granularity` sets).
 */

import { modularity } from "../../clusters/modularity.js";
import type { CsrMatrix } from "../../matrix/csr.js";
import type { DenseMatrix } from "../../matrix/dense.js";
import type { ThemeChoice } from "../model/theme-model.js";
import { fixedPoint } from "./fixed-point.js";
import { partition, type ThemeMethod } from "./partition.js";

const mostThemes = 30;
const fewestPapersOfTheme = 5;

/** The numbers of themes that are tried for so many papers. */
function candidateNumbers(papers: number): number[] {
  const most = Math.min(mostThemes, Math.floor(papers / fewestPapersOfTheme));
  return Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2);
}

/**
 * Tries each number of themes and keeps the best; ties to the smaller number. One theme where the rows are too few
 * or too alike to divide.
 *
 * @param rows unit rows
 * @param granularity resolution of the modularity: above 1 more and smaller themes
 * @param onTried told the share of candidates tried
 */
export function chooseK(
  rows: DenseMatrix,
  graph: () => CsrMatrix,
  options: { readonly method: ThemeMethod; readonly granularity: number; readonly seed: number },
  onTried: (fraction: number) => void,
): ThemeChoice {
  const most = differentRows(rows, mostThemes);
  const numbers = candidateNumbers(rows.rows).filter((k) => k <= most);
  const candidates = numbers.map((k, i) => {
    const { labels } = partition(rows, graph, { ...options, k, thorough: false });
    onTried((i + 1) / numbers.length);
    return { k, modularity: settledModularity(rows, graph(), labels, k, options.granularity) };
  });
  if (candidates.length === 0) {
    return {
      k: 1,
      auto: true,
      candidates,
      reason: `${rows.rows} papers are too few or too alike to divide; all form one theme.`,
    };
  }
  return { auto: true, candidates, ...bestNumber(candidates, options.granularity) };
}

/** How many rows differ from one another, counted up to a limit. */
export function differentRows({ rows, columns, data }: DenseMatrix, most: number): number {
  const different = new Set<string>();
  for (let i = 0; i < rows && different.size < most; i += 1) {
    different.add(data.subarray(i * columns, (i + 1) * columns).join());
  }
  return different.size;
}

/**
 * Modularity of the fixed point that a partition leads to. What the votes say of papers between two themes differs from
 * fit to fit; the fixed point tells better how well so many themes divide the graph.
 */
export function settledModularity(
  rows: DenseMatrix,
  graph: CsrMatrix,
  labels: Int32Array,
  k: number,
  granularity: number,
): number {
  return modularity(graph, fixedPoint(rows, labels, k).labels, granularity);
}

/** The number of highest modularity, ties to the smaller, and the reason in words. */
export function bestNumber(
  candidates: readonly { readonly k: number; readonly modularity: number }[],
  granularity: number,
): { readonly k: number; readonly reason: string } {
  const ranked = candidates.slice().sort((a, b) => b.modularity - a.modularity || a.k - b.k);
  return { k: ranked[0]!.k, reason: inWords(ranked, granularity) };
}

function inWords(ranked: readonly { k: number; modularity: number }[], granularity: number): string {
  const [best, next] = ranked;
  const runnerUp = next === undefined ? "" : `; the runner-up is ${next.k} (${next.modularity.toFixed(3)})`;
  const setting = granularity === 1 ? "" : ` at granularity ${granularity}`;
  return `${best!.k} themes divide the neighbour graph best${setting} (modularity ${best!.modularity.toFixed(3)})${runnerUp}.`;
}
