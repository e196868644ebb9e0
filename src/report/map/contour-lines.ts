/**
 * Closed lines along which a field on a grid has one value: marching squares.
 *
 * Reference: Lorensen, W. E., Cline, H. E. (1987). Marching cubes. SIGGRAPH 21(4), 163-169. doi:10.1145/37402.37422
 * Departures: in the plane; saddles are cut so that the high corners stay apart.
 */

/** Sides of a square: 0 top, 1 right, 2 bottom, 3 left. A line enters by the first and leaves by the second side. */
const crossings: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[2, 0]],
  [
    [0, 1],
    [2, 3],
  ],
  [[2, 1]],
  [[1, 3]],
  [[1, 0]],
  [[0, 3]],
  [],
];

/**
 * The rings around all that is above `level`, the high side always on the same hand. Beyond the grid lies nothing.
 * O(cells).
 *
 * @param field row-major values on grid points
 * @param cell side of a square, in the units of the answer
 * @returns rings as x0, y0, x1, y1, ...
 */
export function contourLines(field: Float64Array, columns: number, level: number, cell: number): number[][] {
  const rows = field.length / columns;
  const valueAt = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? 0 : field[row * columns + column]!;
  // Each crossed side of the grid has a number; a segment leads from one to the next.
  const width = columns + 2;
  const next = new Map<number, number>();
  for (let row = -1; row < rows; row += 1) {
    for (let column = -1; column < columns; column += 1) {
      const corners =
        (valueAt(column, row) > level ? 1 : 0) |
        (valueAt(column + 1, row) > level ? 2 : 0) |
        (valueAt(column + 1, row + 1) > level ? 4 : 0) |
        (valueAt(column, row + 1) > level ? 8 : 0);
      for (const [enter, leave] of crossings[corners]!) {
        next.set(sideNumber(column, row, enter, width), sideNumber(column, row, leave, width));
      }
    }
  }
  return followed(next).map((sides) => sides.flatMap((side) => pointOn(side, width, level, valueAt, cell)));
}

/** Horizontal sides are even, vertical ones odd, by the grid point at their upper or left end. */
function sideNumber(column: number, row: number, side: number, width: number): number {
  const at = (c: number, r: number): number => (r + 1) * width + c + 1;
  if (side === 0) return 2 * at(column, row);
  if (side === 2) return 2 * at(column, row + 1);
  return 2 * at(side === 1 ? column + 1 : column, row) + 1;
}

function followed(next: Map<number, number>): number[][] {
  const rings: number[][] = [];
  for (const start of next.keys()) {
    const ring: number[] = [];
    for (let side: number | undefined = start; side !== undefined && next.has(side); ) {
      ring.push(side);
      const following: number | undefined = next.get(side);
      next.delete(side);
      side = following;
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

function pointOn(
  side: number,
  width: number,
  level: number,
  valueAt: (column: number, row: number) => number,
  cell: number,
): [number, number] {
  const at = side >> 1;
  const column = (at % width) - 1;
  const row = Math.floor(at / width) - 1;
  const upright = side % 2;
  const first = valueAt(column, row);
  const second = valueAt(column + 1 - upright, row + upright);
  const share = (level - first) / (second - first);
  return [(column + (upright ? 0 : share)) * cell, (row + (upright ? share : 0)) * cell];
}
