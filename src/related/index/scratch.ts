/** Space that queries share. */

import { type KernelArena, kernelArena } from "../../matrix/kernels/load-kernels.js";
import { countWeights } from "./term-weights.js";

/** Entries that the kernel gets at once. */
const entriesAtOnce = 16_384;

/** Sums of all rows (zeros between queries), rows to look at, their bounds. */
export interface Scratch {
  sums: Float64Array<ArrayBuffer>;
  touched: Uint32Array;
  bounds: Float64Array;
  /** Entries on their way to the kernel, and the weights of their counts, beside `sums` in the memory of `kernels`. */
  entries: Uint32Array<ArrayBuffer>;
  weights: Float64Array<ArrayBuffer>;
  kernels: KernelArena["kernels"] | undefined;
}

/** Space for no rows. */
export function emptyScratch(): Scratch {
  return {
    sums: new Float64Array(0),
    touched: new Uint32Array(0),
    bounds: new Float64Array(0),
    entries: new Uint32Array(0),
    weights: new Float64Array(0),
    kernels: undefined,
  };
}

/** Makes room for so many rows. */
export function fitScratch(scratch: Scratch, rows: number): void {
  if (scratch.sums.length >= rows) return;
  const length = Math.ceil(1.5 * rows);
  const arena = kernelArena(8 * length + 4 * entriesAtOnce + 8 * countWeights.length, 3);
  scratch.kernels = arena.kernels;
  scratch.sums = arena.float64(length);
  scratch.entries = arena.uint32(entriesAtOnce);
  scratch.weights = arena.float64(countWeights.length);
  scratch.weights.set(countWeights);
  scratch.touched = new Uint32Array(length);
  scratch.bounds = new Float64Array(length);
}
