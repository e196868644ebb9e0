/** The k nearest neighbours of every row by cosine, through an inverted index. */

import { checkSparse } from "../matrix/check-matrix.js";
import type { CsrMatrix } from "../matrix/csr.js";
import { integer, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { nearestRows } from "./nearest-rows.js";

/** How many neighbours. */
export interface NeighbourOptions {
  /** Neighbours of each row; rows with fewer rows that share a column have fewer. @defaultValue 10 */
  readonly k: number;
}

const rules: OptionRules<NeighbourOptions> = { k: integer(10, 1) };

/**
 * For each row of unit length the `k` other rows of highest positive cosine: rows x rows, columns ascending, the cosine
 * as value. Ties go to the lower index. Directed: i may have j without j having i.
 *
 * Exact while a row shares its columns with few others, as in about 2,500 abstracts; of more it looks at the rows that
 * share its rarest columns, in time linear in the rows: the cosines are true, of 20,000 abstracts it misses 3 % of the ten
 * nearest, of 40,000 8 %.
 *
 * @throws ThemataError INVALID_OPTION
 */
export function neighbourGraph(matrix: CsrMatrix, options?: Optional<NeighbourOptions>): CsrMatrix {
  checkSparse("neighbourGraph", matrix);
  const { k } = resolveOptions("neighbourGraph", options, rules);
  return nearestRows(matrix, matrix, k, true);
}
