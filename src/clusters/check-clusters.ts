/** Whether the number of clusters that is asked for can be had: it has no default. */

import { checkArgument } from "../options.js";

/** @throws ThemataError INVALID_OPTION for an absent `k`, and one above the number of rows */
export function checkClusters(where: string, k: number | undefined, rows: number): void {
  const expected = `a whole number from 1 to the number of rows, ${rows}`;
  checkArgument(where, "k", expected, k !== undefined && k <= rows, k);
}
