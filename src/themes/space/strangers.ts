/** The papers from outside that are too unlike all papers of a fit for their nearest theme to mean anything. */

import { firstRows, selectRows } from "../../matrix/csr.js";
import { nearestRows } from "../../vectors/nearest-rows.js";
import { familiarity, type SeenPapers } from "../model/familiarity.js";
import type { ThemeModel } from "../model/theme-model.js";
import { sameText } from "./space.js";

/** Papers with a paper's known words that are compared with it: they may differ in unknown ones. */
const compared = 5;

/**
 * Rows of the papers less familiar than the model's floor. One in a hundred fitted papers is so itself; a paper of the
 * same text is no stranger, under whichever id it comes.
 */
export function strangers({ space, floor }: Pick<ThemeModel, "space" | "floor">, seen: SeenPapers): Set<number> {
  const familiar = familiarity(space, seen);
  const rows = Array.from(familiar.keys()).filter((row) => familiar[row]! < floor);
  if (rows.length === 0) return new Set();
  const fitted = firstRows(space.vectors, space.fitted);
  const { indptr, indices, data } = nearestRows(selectRows(seen.vectors, rows), fitted, compared, false);
  return new Set(
    rows.filter((row, i) => {
      for (let p = indptr[i]!; p < indptr[i + 1]!; p += 1) {
        if (data[p]! >= sameText && space.known[indices[p]!] === seen.known[row]) return false;
      }
      return true;
    }),
  );
}
