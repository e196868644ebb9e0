/** Space that queries share. */

/** Sums of all rows (zeros between queries), rows to look at, their bounds. */
export interface Scratch {
  sums: Float64Array;
  touched: Uint32Array;
  bounds: Float64Array;
}

/** Space for no rows. */
export function emptyScratch(): Scratch {
  return {
    sums: new Float64Array(0),
    touched: new Uint32Array(0),
    bounds: new Float64Array(0),
  };
}

/** Makes room for so many rows. */
export function fitScratch(scratch: Scratch, rows: number): void {
  if (scratch.sums.length >= rows) return;
  scratch.sums = new Float64Array(Math.ceil(1.5 * rows));
  scratch.touched = new Uint32Array(scratch.sums.length);
  scratch.bounds = new Float64Array(scratch.sums.length);
}
