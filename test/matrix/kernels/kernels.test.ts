import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generatedModule, kernelModules } from "../../../scripts/build-kernels.js";
import { lanesOf, type Reals } from "../../../src/matrix/kernels/kernels.js";
import { type KernelArena, kernelArena, plainArena, wasmArena } from "../../../src/matrix/kernels/load-kernels.js";
import { type Random, seededRandom } from "../../../src/matrix/random.js";

const size = 200_000;
const precisions: readonly Reals[] = [new Float64Array(0), new Float32Array(0)];
const shape = fc.record({
  seed: fc.nat(),
  rows: fc.integer({ min: 0, max: 300 }),
  columns: fc.integer({ min: 1, max: 30 }),
  precision: fc.constantFrom(...precisions),
});

/** Runs the same work in WebAssembly and in plain TypeScript; the answers must have the same bits. */
function expectSameBits(work: (arena: KernelArena) => ArrayBufferView): void {
  const compiled = wasmArena(size);
  if (compiled === undefined) throw new Error("This platform has no WebAssembly SIMD.");
  expect(Buffer.compare(bytesOf(work(compiled)), bytesOf(work(plainArena(size))))).toBe(0);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}

/** Numbers of all sizes, signed zeros among them. */
function filled<R extends Reals>(array: R, random: Random): R {
  for (let i = 0; i < array.length; i += 1) {
    array[i] = random() < 0.1 ? -0 : (random() - 0.5) * 10 ** Math.floor(random() * 6 - 3);
  }
  return array;
}

/** A sparse block whose rows have up to eight entries and whose `indptr` begins above zero. */
function sparseBlock(arena: KernelArena, like: Reals, rows: number, columns: number, random: Random) {
  const indptr = arena.uint32(rows + 1);
  indptr[0] = 5;
  for (let r = 0; r < rows; r += 1) indptr[r + 1] = indptr[r]! + Math.floor(random() * 9);
  const indices = arena.uint32(indptr[rows]! - 5);
  for (let e = 0; e < indices.length; e += 1) indices[e] = Math.floor(random() * columns);
  return { rows, indptr, indices, values: filled(arena.reals(indices.length, like), random) };
}

describe("kernels", () => {
  it("sparseTimes(block, table, out) has the same bits compiled and plain", () => {
    fc.assert(
      fc.property(shape, ({ seed, rows, columns, precision }) => {
        expectSameBits((arena) => {
          const random = seededRandom(seed);
          const lanes = lanesOf(precision);
          const block = sparseBlock(arena, precision, rows, columns, random);
          const table = filled(arena.reals(columns * lanes, precision), random);
          const out = filled(arena.reals(rows * lanes, precision), random);
          arena.kernels.sparseTimes(block, table, out);
          return out;
        });
      }),
    );
  });

  it("sparseGram(block, table, target) has the same bits compiled and plain", () => {
    fc.assert(
      fc.property(shape, ({ seed, rows, columns, precision }) => {
        expectSameBits((arena) => {
          const random = seededRandom(seed);
          const block = sparseBlock(arena, precision, rows, columns, random);
          const table = filled(arena.reals(columns * lanesOf(precision), precision), random);
          const target = filled(arena.reals(table.length, precision), random);
          arena.kernels.sparseGram(block, table, target);
          return target;
        });
      }),
    );
  });

  it("panelDots(left, right, out) and panelAdd(source, weights, target) have the same bits compiled and plain", () => {
    fc.assert(
      fc.property(shape, ({ seed, rows, precision }) => {
        expectSameBits((arena) => {
          const random = seededRandom(seed);
          const lanes = lanesOf(precision);
          const left = filled(arena.reals(rows * lanes, precision), random);
          const right = filled(arena.reals(rows * lanes, precision), random);
          const out = filled(arena.reals(lanes * lanes, precision), random);
          arena.kernels.panelDots(left, right, out);
          arena.kernels.panelAdd(left, out, right);
          return right;
        });
      }),
    );
  });

  it("nearest(data, columns, table, k, scores, found) has the same bits compiled and plain", () => {
    fc.assert(
      fc.property(shape, fc.integer({ min: 1, max: 40 }), ({ seed, rows, columns, precision: like }, k) => {
        const run = (arena: KernelArena) => {
          const random = seededRandom(seed);
          const panel = lanesOf(like);
          const lanes = Math.ceil(k / panel) * panel;
          const data = filled(arena.reals(rows * columns, like), random);
          const table = filled(arena.reals(lanes * columns, like), random);
          const found = { labels: arena.int32(rows), best: arena.float64(rows) };
          const scores = arena.reals((rows + (rows % 2)) * lanes, like);
          arena.kernels.nearest(data, columns, table, k, scores, found);
          const { labels, best } = found;
          const few = { labels: labels.slice(), best: best.slice() };
          arena.kernels.nearest(data, columns, table, k, arena.reals(2 * lanes, like), found);
          expect({ labels, best }).toStrictEqual(few);
          return { labels, best, scores: scores.subarray(0, rows * lanes) };
        };
        expectSameBits((arena) => run(arena).labels);
        expectSameBits((arena) => run(arena).best);
        expectSameBits((arena) => run(arena).scores);
      }),
    );
  });

  it("addEntries(entries, count, weights, scale, sums) has the same bits compiled and plain", () => {
    fc.assert(
      fc.property(shape, ({ seed, rows, columns }) => {
        expectSameBits((arena) => {
          const random = seededRandom(seed);
          const weights = filled(arena.float64(64), random);
          const sums = filled(arena.float64(columns), random);
          const entries = arena.uint32(rows);
          for (let i = 0; i < rows; i += 1)
            entries[i] = (Math.floor(random() * columns) << 6) | Math.floor(random() * 64);
          arena.kernels.addEntries(entries, rows >> 1, weights, random(), sums);
          return sums;
        });
      }),
    );
  });

  it("nearestSums(sums, scales, found) and moveSums(sums, ...) have the same bits compiled and plain", () => {
    const run = (arena: KernelArena, seed: number, rows: number, k: number) => {
      const random = seededRandom(seed);
      const width = rows + (rows & 1);
      const sums = filled(arena.float64(k * width), random);
      const scales = filled(arena.float64(k), random);
      const products = filled(arena.float64((rows + 1) * width), random);
      products.fill(0, rows * width);
      const found = { labels: arena.int32(width).subarray(0, rows), best: arena.float64(width).subarray(0, rows) };
      arena.kernels.nearestSums(sums, scales, found);
      const others = found.labels.map((label) => (random() < 0.5 ? label : Math.floor(random() * (k + 1)) - 1));
      const before = arena.int32(rows);
      before.set(others);
      const waiting = arena.uint32(8 * k);
      arena.kernels.moveSums(sums, k, products, found.labels, before, 1, waiting);
      arena.kernels.moveSums(sums, k, products, before, found.labels, -1, waiting);
      return { sums, ...found };
    };
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (seed, rows, k) => {
        expectSameBits((arena) => run(arena, seed, rows, k).sums);
        expectSameBits((arena) => run(arena, seed, rows, k).labels);
        expectSameBits((arena) => run(arena, seed, rows, k).best);
      }),
    );
  });

  it("addEntries(entries, count, weights, scale, sums) adds the weights of the counts to the rows", () => {
    const arena = kernelArena(10_000, 3);
    const weights = arena.float64(64);
    weights.set([0, 10, 20], 0);
    weights[63] = 100;
    const sums = arena.float64(3);
    sums.set([1, 2, 3]);
    const entries = arena.uint32(5);
    // Row 2 once and twice, row 0 sixty-three times; the last two are beyond the count.
    entries.set([(2 << 6) | 1, (0 << 6) | 63, (2 << 6) | 2, (1 << 6) | 1, (1 << 6) | 1]);
    arena.kernels.addEntries(entries, 3, weights, 0.5, sums);
    expect([...sums]).toEqual([51, 2, 18]);
  });

  it("moveSums(sums, ...) takes the products of a row from the cluster it left to the cluster it is in", () => {
    const arena = kernelArena(10_000, 6);
    const sums = arena.float64(4);
    const products = arena.float64(6);
    products.set([1, 2, 2, 5]);
    const [now, before, waiting] = [arena.int32(2), arena.int32(2), arena.uint32(16)];
    before.fill(-1);
    now.set([0, 1]);
    arena.kernels.moveSums(sums, 2, products, now, before, 1, waiting);
    expect([...sums]).toEqual([1, 2, 2, 5]);
    before.set([0, 0]);
    arena.kernels.moveSums(sums, 2, products, before, now, 1, waiting);
    arena.kernels.moveSums(sums, 2, products, now, before, -1, waiting);
    expect([...sums]).toEqual([3, 7, 0, 0]);
  });

  it.each(precisions.map((like) => ({ like })))(
    "nearest(data, columns, table, k, scores, found) takes the first of equal centroids and never one beyond k",
    ({ like }) => {
      const arena = kernelArena(10_000, 5);
      const data = arena.reals(2, like);
      data.set([-1, 1]);
      // Lanes 0 and 1 are the centroids; the others hold zeros, which would beat -1.
      const table = arena.reals(lanesOf(like), like);
      table.set([1, 1]);
      const found = { labels: arena.int32(2), best: arena.float64(2) };
      arena.kernels.nearest(data, 1, table, 2, arena.reals(2 * lanesOf(like), like), found);
      expect([...found.labels]).toEqual([0, 0]);
      expect([...found.best]).toEqual([-1, 1]);
    },
  );

  it("sparseGram(block, table, target) adds A'A times the table", () => {
    const arena = kernelArena(10_000, 5);
    const indptr = arena.uint32(3);
    indptr.set([0, 2, 3]);
    const indices = arena.uint32(3);
    indices.set([0, 1, 1]);
    const values = arena.float64(3);
    values.set([1, 2, 3]);
    const table = arena.float64(16);
    table.set([1, 10], 0);
    table.set([100, 1000], 8);
    const target = arena.float64(16);
    arena.kernels.sparseGram({ rows: 2, indptr, indices, values }, table, target);
    // A = [[1, 2], [0, 3]], so A'A = [[1, 2], [2, 13]].
    expect([target[0], target[1], target[8], target[9]]).toEqual([201, 2010, 1302, 13020]);
  });

  it.each(kernelModules)("the committed bytes of $folder are what its sources compile to, and few", async (module) => {
    const committed = readFileSync(new URL(`../../../${module.folder}/${module.file}`, import.meta.url), "utf8");
    expect(committed).toBe(await generatedModule(module));
    // A module of a few kilobytes compiles in a millisecond. Chromes of before 2023 compile at most 4 KB synchronously: they get the twins.
    expect(Number(/(\d+) bytes/.exec(committed)![1])).toBeLessThanOrEqual(6_000);
  });
});
