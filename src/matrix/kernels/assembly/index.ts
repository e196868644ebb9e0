/** What the module exports: each kernel in the precisions that are used. Twins in plain TypeScript: ../twins.ts. */

import { nearest } from "./nearest";
import { panelAdd, panelDots } from "./panels";
import { sparseGram, sparseTimes } from "./sparse";

export { addEntries } from "./postings";
export { moveSums, nearestSums } from "./products";

export function sparseTimes32(rows: i32, indptr: usize, indices: usize, values: usize, table: usize, out: usize): void {
  sparseTimes<f32>(rows, indptr, indices, values, table, out);
}

export function sparseTimes64(rows: i32, indptr: usize, indices: usize, values: usize, table: usize, out: usize): void {
  sparseTimes<f64>(rows, indptr, indices, values, table, out);
}

export function sparseGram32(
  rows: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  table: usize,
  target: usize,
): void {
  sparseGram<f32>(rows, indptr, indices, values, table, target);
}

export function sparseGram64(
  rows: i32,
  indptr: usize,
  indices: usize,
  values: usize,
  table: usize,
  target: usize,
): void {
  sparseGram<f64>(rows, indptr, indices, values, table, target);
}

export function panelDots32(rows: i32, left: usize, right: usize, out: usize): void {
  panelDots<f32>(rows, left, right, out);
}

export function panelDots64(rows: i32, left: usize, right: usize, out: usize): void {
  panelDots<f64>(rows, left, right, out);
}

export function panelAdd32(rows: i32, source: usize, weights: usize, target: usize): void {
  panelAdd<f32>(rows, source, weights, target);
}

export function panelAdd64(rows: i32, source: usize, weights: usize, target: usize): void {
  panelAdd<f64>(rows, source, weights, target);
}

export function nearest32(
  rows: i32,
  columns: i32,
  k: i32,
  data: usize,
  table: usize,
  scores: usize,
  apart: usize,
  labels: usize,
  best: usize,
): void {
  nearest<f32>(rows, columns, k, data, table, scores, apart, labels, best);
}

export function nearest64(
  rows: i32,
  columns: i32,
  k: i32,
  data: usize,
  table: usize,
  scores: usize,
  apart: usize,
  labels: usize,
  best: usize,
): void {
  nearest<f64>(rows, columns, k, data, table, scores, apart, labels, best);
}
