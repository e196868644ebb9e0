/** For each of many rows the most similar of a few centroids, again and again: the hot loop of k-means. */

import type { CsrMatrix } from "./csr.js";
import type { DenseMatrix } from "./dense.js";
import { fillPanels } from "./fill-panels.js";
import { frequentColumnsFirst } from "./frequent-columns.js";
import { lanesOf, type Precision, type Reals } from "./kernels/kernels.js";
import { kernelArena } from "./kernels/load-kernels.js";
import { blockRoom, sparseBlocks } from "./kernels/sparse-blocks.js";
import type { Rows } from "./rows.js";

/**
 * Sets each row's label to the centroid of highest dot product (the first of equals) and its similarity to that product;
 * returns how many labels changed. Each product is summed in the order of the columns, of sparse rows the most frequent first.
 */
export type AssignRows = (centroids: DenseMatrix, labels: Int32Array, similarity: Float64Array) => number;

/**
 * Numbers of a block. What does not fit the second cache anyway is copied block by block; where copying converts as well,
 * blocks are so large that most matrices are one.
 */
const blockNumbers = { double: 1 << 18, single: 1 << 22 };

/** Prepares rows to be compared with up to `most` centroids. Sparse rows are computed in the precision of their data. */
export function nearestCentroids(rows: Rows, most: number, precision: Precision = "double"): AssignRows {
  return "indptr" in rows ? nearestToSparse(rows, most) : nearestToDense(rows, most, precision);
}

/** The centroid of highest dot product with each row, the first of equals. */
export function nearestLabels(rows: Rows, centroids: DenseMatrix, precision?: Precision): Int32Array {
  const labels = new Int32Array(rows.rows);
  nearestCentroids(rows, centroids.rows, precision)(centroids, labels, new Float64Array(rows.rows));
  return labels;
}

function nearestToDense({ rows, columns, data }: DenseMatrix, most: number, precision: Precision): AssignRows {
  const like = precision === "single" ? new Float32Array(0) : data;
  const panel = lanesOf(like);
  const blockRows = Math.max(1, Math.min(rows, Math.floor(blockNumbers[precision] / Math.max(1, columns))));
  const lanes = Math.ceil(most / panel) * panel;
  const arena = kernelArena(8 * (blockRows * columns + lanes * columns + 2 * lanes + 2 * blockRows), 5);
  const block = arena.reals(blockRows * columns, like);
  const table = arena.reals(lanes * columns, like);
  const scores = arena.reals(2 * lanes, like);
  const labels = arena.int32(blockRows);
  const best = arena.float64(blockRows);
  let filled = -1;
  return (centroids, labelsOut, similarity) => {
    fillPanels(table, centroids, panel);
    let changed = 0;
    for (let first = 0; first < rows; first += blockRows) {
      const count = Math.min(blockRows, rows - first);
      if (filled !== first) block.set(data.subarray(first * columns, (first + count) * columns));
      filled = first;
      const found = { labels: labels.subarray(0, count), best: best.subarray(0, count) };
      arena.kernels.nearest(block, columns, table, centroids.rows, scores, found);
      for (let i = 0; i < count; i += 1) if (labels[i] !== labelsOut[first + i]) changed += 1;
      labelsOut.set(found.labels, first);
      similarity.set(found.best, first);
    }
    return changed;
  };
}

function nearestToSparse(matrix: CsrMatrix, most: number): AssignRows {
  const { narrow, order } = frequentColumnsFirst(matrix);
  const { columns } = narrow;
  const lanes = lanesOf(matrix.data);
  const room = blockRoom(narrow);
  const panels = Math.ceil(most / lanes);
  const arena = kernelArena(room.bytes + 64 * (panels * columns + room.rows), room.arrays + 2);
  const forEachBlock = sparseBlocks(narrow, arena);
  const table = arena.reals(panels * columns * lanes, matrix.data);
  const scores = arena.reals(room.rows * lanes, matrix.data);
  const labels = new Int32Array(room.rows);
  return (centroids, labelsOut, similarity) => {
    fillPanels(table, centroids, lanes, order);
    let changed = 0;
    forEachBlock((block) => {
      const best = similarity.subarray(block.first, block.first + block.rows).fill(-Infinity);
      for (let from = 0; from < centroids.rows; from += lanes) {
        const panel = table.subarray(from * columns, (from + lanes) * columns);
        arena.kernels.sparseTimes(block, panel, scores);
        takeBetter(scores, lanes, Math.min(lanes, centroids.rows - from), from, labels, best);
      }
      for (let i = 0; i < block.rows; i += 1) {
        if (labels[i] !== labelsOut[block.first + i]) changed += 1;
        labelsOut[block.first + i] = labels[i]!;
      }
    });
    return changed;
  };
}

/** Compares the scores of the centroids of one panel with the best so far. */
function takeBetter(
  scores: Reals,
  lanes: number,
  count: number,
  from: number,
  labels: Int32Array,
  best: Float64Array,
): void {
  for (let i = 0; i < best.length; i += 1) {
    let highest = best[i]!;
    for (let lane = 0; lane < count; lane += 1) {
      const score = scores[i * lanes + lane]!;
      if (score > highest) {
        highest = score;
        labels[i] = from + lane;
      }
    }
    best[i] = highest;
  }
}
