/** The vectors behind the lexical share of related papers, as a matrix, computed by their definition. */

import { type CsrMatrix, createAnalyzer, type Paper } from "../../src/index.js";

/** Unit rows, and the cosines of one row with all. */
export interface LexicalVectors {
  readonly matrix: CsrMatrix;
  cosines(row: number): Float64Array;
}

/** 1 + ln count times ln((1 + n) / (1 + df)) + 1; titles count twice; pairs from two papers on, at three quarters. */
export function lexicalVectors(papers: readonly Paper[]): LexicalVectors {
  const analyzer = createAnalyzer();
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const isPair: boolean[] = [];
  const counts = papers.map((paper) => {
    const row = new Map<number, number>();
    for (const [text, weight] of [
      [paper.title, 2],
      [paper.abstract, 1],
    ] as const) {
      const terms = analyzer.terms(text);
      const pairs = terms.slice(1).map((term, i) => `${terms[i]} ${term}`);
      for (const term of [...terms, ...pairs]) {
        const number = numbers.get(term) ?? numbers.size;
        if (number === numbers.size) {
          numbers.set(term, number);
          isPair.push(term.includes(" "));
        }
        row.set(number, (row.get(number) ?? 0) + weight);
      }
    }
    for (const number of row.keys()) frequency[number] = (frequency[number] ?? 0) + 1;
    return row;
  });
  const idf = frequency.map((df, number) => {
    const value = Math.log((1 + papers.length) / (1 + df)) + 1;
    return isPair[number] ? (df < 2 ? 0 : 0.75 * value) : value;
  });
  return ofRows(
    counts.map((row) => {
      const cells = [...row].map(
        ([number, count]) => [number, (1 + Math.log(Math.min(63, count))) * idf[number]!] as const,
      );
      return cells.filter(([, weight]) => weight > 0).sort((a, b) => a[0] - b[0]);
    }),
    numbers.size,
  );
}

function ofRows(rows: readonly (readonly (readonly [number, number])[])[], columns: number): LexicalVectors {
  const indptr = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    indptr[i + 1] = indptr[i]! + row.length;
  });
  const indices = new Uint32Array(indptr.at(-1)!);
  const data = new Float64Array(indices.length);
  rows.forEach((row, i) => {
    const length = Math.sqrt(row.reduce((sum, [, weight]) => sum + weight * weight, 0));
    row.forEach(([number, weight], j) => {
      indices[indptr[i]! + j] = number;
      data[indptr[i]! + j] = weight / length;
    });
  });
  const matrix = { rows: rows.length, columns, indptr, indices, data };
  return { matrix, cosines: (row) => cosinesOf(matrix, row) };
}

function cosinesOf({ rows, columns, indptr, indices, data }: CsrMatrix, row: number): Float64Array {
  const query = new Float64Array(columns);
  for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) query[indices[p]!] = data[p]!;
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let p = indptr[i]!; p < indptr[i + 1]!; p += 1) sum += query[indices[p]!]! * data[p]!;
    return sum;
  });
}
