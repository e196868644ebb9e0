/** Papers of a stream that are held while others are dropped. */

import type { Paper } from "../papers/paper.js";

/**
 * A copy of a plain paper. V8 learns from what becomes of the objects that a place in the code makes: a reader whose first
 * papers are held would have all that follow made where objects grow old, with their texts.
 *
 * Reference: Clifford, D., Payer, H., Stanton, M., Titzer, B. L. (2015). Memento mori: dynamic allocation-site-based
 * optimizations. ISMM 2015, 105-117. doi:10.1145/2754169.2754181
 */
export function heldPaper(paper: Paper): Paper {
  return Object.getPrototypeOf(paper) === Object.prototype ? { ...paper } : paper;
}
