/** Kernels with memory to work in: WebAssembly where it is to be had, else their plain twins. */

import { compileModule } from "./compile-module.js";
import { kernelBytes } from "./generated/kernel-bytes.js";
import { type Kernels, type Reals, scoresApart } from "./kernels.js";
import { twins } from "./twins.js";

/** Kernels and the memory that all their arguments lie in. Dropped as a whole: nothing is to be freed. */
export interface KernelArena {
  readonly kernels: Kernels;
  /** Room for `length` numbers of the precision of `like`, all zero. */
  reals(length: number, like: Float64Array | Float32Array): Reals;
  float64(length: number): Float64Array<ArrayBuffer>;
  uint32(length: number): Uint32Array<ArrayBuffer>;
  int32(length: number): Int32Array<ArrayBuffer>;
}

type Exports = Record<string, (...numbers: number[]) => void>;

let compiled: WebAssembly.Module | null | undefined;

/** Fresh memory for `arrays` arrays of `bytes` bytes in all, with the fastest kernels there are. */
export function kernelArena(bytes: number, arrays: number): KernelArena {
  const size = bytes + (arrays + 1) * 64;
  return wasmArena(size) ?? plainArena(size);
}

/** Memory for the plain twins. */
export function plainArena(size: number): KernelArena {
  return { kernels: twins, ...allocator(new ArrayBuffer(Math.ceil(size / 64) * 64)) };
}

/** Memory of a WebAssembly instance of its own; undefined where the platform has no SIMD, or not so much memory. */
export function wasmArena(size: number): KernelArena | undefined {
  if (compiled === undefined) compiled = compileModule(kernelBytes);
  if (compiled === null) return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size / 65_536) });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    return { kernels: wasmKernels(exports as Exports), ...allocator(memory.buffer) };
  } catch {
    return undefined;
  }
}

function allocator(buffer: ArrayBuffer): Omit<KernelArena, "kernels"> {
  let used = 0;
  const claim = (bytes: number): number => {
    const start = used;
    // Every array begins a cache line, as rows of panels do.
    used += Math.ceil(bytes / 64) * 64;
    return start;
  };
  const float64 = (length: number): Float64Array<ArrayBuffer> => new Float64Array(buffer, claim(8 * length), length);
  return {
    float64,
    reals: (length, like) =>
      like instanceof Float32Array ? new Float32Array(buffer, claim(4 * length), length) : float64(length),
    uint32: (length) => new Uint32Array(buffer, claim(4 * length), length),
    int32: (length) => new Int32Array(buffer, claim(4 * length), length),
  };
}

function wasmKernels(exports: Exports): Kernels {
  const bits = (reals: Reals): 32 | 64 => (reals instanceof Float32Array ? 32 : 64);
  const at = (array: ArrayBufferView): number => array.byteOffset;
  const panelRows = (panel: Reals): number => panel.byteLength / 64;
  return {
    sparseTimes: ({ rows, indptr, indices, values }, table, out) =>
      exports[`sparseTimes${bits(table)}`]!(rows, at(indptr), at(indices), at(values), at(table), at(out)),
    sparseGram: ({ rows, indptr, indices, values }, table, target) =>
      exports[`sparseGram${bits(table)}`]!(rows, at(indptr), at(indices), at(values), at(table), at(target)),
    panelDots: (left, right, out) => exports[`panelDots${bits(left)}`]!(panelRows(left), at(left), at(right), at(out)),
    panelAdd: (source, weights, target) =>
      exports[`panelAdd${bits(source)}`]!(panelRows(source), at(source), at(weights), at(target)),
    nearest: (data, columns, table, k, scores, { labels, best }) =>
      exports[`nearest${bits(table)}`]!(
        labels.length,
        columns,
        k,
        at(data),
        at(table),
        at(scores),
        2 * scores.BYTES_PER_ELEMENT * scoresApart(labels.length, k, scores),
        at(labels),
        at(best),
      ),
    addEntries: (entries, count, weights, scale, sums) =>
      exports.addEntries!(count, at(entries), at(weights), scale, at(sums)),
    nearestSums: (sums, scales, { labels, best }) =>
      exports.nearestSums!(sums.byteLength / scales.length, scales.length, at(sums), at(scales), at(labels), at(best)),
    moveSums: (sums, k, products, labels, others, sign, waiting) =>
      exports.moveSums!(
        labels.length,
        sums.byteLength / k,
        k,
        at(sums),
        at(products),
        at(labels),
        at(others),
        sign,
        at(waiting),
      ),
  };
}
