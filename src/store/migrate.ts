/** Brings data saved by an earlier version to the shape of this one, step by step. */

import type { SavedKind } from "./saved-kinds.js";

/** The version that `serialize` writes. */
export const newestVersion = 1;

/** Data of a version in the newest shape. */
export function migrate(_kind: SavedKind, _version: number, data: unknown): unknown {
  return data;
}
