/** The clustering of a discovery: how many themes, and their prototypes. */

import { clusterSizes } from "../../clusters/cluster-sizes.js";
import { ThemataError } from "../../errors.js";
import { type CsrMatrix, selectRows } from "../../matrix/csr.js";
import { type DenseMatrix, selectDenseRows } from "../../matrix/dense.js";
import { evenlySpaced } from "../../matrix/evenly-spaced.js";
import { invalidOption } from "../../options.js";
import { neighbourGraph } from "../../vectors/neighbour-graph.js";
import type { Checkpoint } from "../model/progress.js";
import type { ThemeChoice, ThemeSpace } from "../model/theme-model.js";
import { chooseK, differentRows } from "./choose-k.js";
import { fixedPoint } from "./fixed-point.js";
import { partition, type ThemeMethod } from "./partition.js";
import { pullOf, seededPartition } from "./seeds.js";

/** What the clustering is told. */
export interface FindOptions {
  readonly k: number | "auto";
  readonly granularity: number;
  readonly method: ThemeMethod;
  readonly seed: number;
}

/** Prototypes, and how they came about. */
export interface FoundThemes {
  readonly prototypes: DenseMatrix;
  readonly choice: ThemeChoice;
  /** Mean share of its votes that a paper gives its own theme; undefined for methods that do not vote. */
  readonly agreement: number | undefined;
}

/**
 * Finds themes among unit rows; rows of zeros take no part.
 *
 * @param seeds unit rows of the themes to keep, which come first
 * @throws ThemataError TOO_FEW_PAPERS when fewer different papers than themes are there
 */
export function findThemes(
  allRows: DenseMatrix,
  space: ThemeSpace,
  seeds: DenseMatrix,
  options: FindOptions,
  checkpoint: Checkpoint,
): FoundThemes {
  const { rows, graph } = usablePapers(allRows, space);
  const tried = usablePapers(allRows, space, triedPapers(rows.rows));
  const choice = choose(tried.rows, tried.graph, seeds.rows, options, (done) => checkpoint("clusters", done / 2));
  const { k } = choice;
  checkEnough(rows, k);
  const onRun = (fraction: number): void => checkpoint("clusters", 0.5 + fraction / 2);
  if (seeds.rows > 0) {
    const start = seededPartition(rows, seeds, k, options.seed);
    return {
      prototypes: fixedPoint(rows, start, k, pullOf(seeds, k), () => onRun(1)).prototypes,
      choice,
      agreement: undefined,
    };
  }
  const { prototypes, labels, agreement } = partition(rows, graph, { ...options, k, thorough: true, onRun });
  return { prototypes: selectDenseRows(prototypes, largestFirst(labels, k)), choice, agreement };
}

/** Themes by the number of their rows. */
export function largestFirst(labels: Int32Array, k: number): number[] {
  const sizes = clusterSizes(labels, k);
  return Array.from(sizes, (_, t) => t).sort((a, b) => sizes[b]! - sizes[a]! || a - b);
}

function choose(
  rows: DenseMatrix,
  graph: () => CsrMatrix,
  seeds: number,
  options: FindOptions,
  onTried: (fraction: number) => void,
): ThemeChoice {
  if (options.k !== "auto") {
    if (options.k < seeds)
      throw invalidOption("discoverThemes", "k", `at least the number of seeds, ${seeds}`, options.k);
    return { k: options.k, auto: false, candidates: [], reason: `${options.k} themes were asked for.` };
  }
  const found = chooseK(rows, graph, options, onTried);
  if (found.k >= seeds) return found;
  return { ...found, k: seeds, reason: `${seeds} themes were given; the papers alone would make ${found.k}.` };
}

/**
 * Papers that numbers of themes are tried on: all up to 20,000; above, 10,000 at even steps, since the neighbour graph of
 * more would cost many times what the rest of a fit costs.
 */
export function triedPapers(papers: number): number {
  return papers > 20_000 ? 10_000 : papers;
}

/** The rows that are not zero, at most so many, and their neighbour graph, made when first asked for. */
export function usablePapers(
  allRows: DenseMatrix,
  space: ThemeSpace,
  most: number = allRows.rows,
): { readonly usable: readonly number[]; readonly rows: DenseMatrix; readonly graph: () => CsrMatrix } {
  const all = usableRows(allRows);
  const usable = Array.from(evenlySpaced(all.length, most), (i) => all[i]!);
  const rows = usable.length === allRows.rows ? allRows : selectDenseRows(allRows, usable);
  const graph = lazily(() =>
    neighbourGraph(space.externalShare === 0 ? selectRows(space.vectors, usable) : sparse(rows)),
  );
  return { usable, rows, graph };
}

function usableRows({ rows, columns, data }: DenseMatrix): number[] {
  const usable: number[] = [];
  for (let i = 0; i < rows; i += 1) {
    let p = i * columns;
    const end = p + columns;
    while (p < end && data[p] === 0) p += 1;
    if (p < end) usable.push(i);
  }
  return usable;
}

function checkEnough(rows: DenseMatrix, k: number): void {
  const papers = differentRows(rows, k);
  if (papers >= k) return;
  const message = `discoverThemes: expected at least ${k} different papers for ${k} themes, got ${papers}. Lower k or add papers.`;
  throw new ThemataError("TOO_FEW_PAPERS", message, { papers, needed: k });
}

function sparse({ rows, columns, data }: DenseMatrix): CsrMatrix {
  const indptr = Uint32Array.from({ length: rows + 1 }, (_, i) => i * columns);
  const indices = Uint32Array.from({ length: rows * columns }, (_, p) => p % columns);
  return { rows, columns, indptr, indices, data };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
