/** Whether what a caller gives as a stream can be read piece by piece. */

import { checkArgument } from "../options.js";

/** @throws ThemataError INVALID_OPTION */
export function checkSource(where: string, source: unknown): void {
  const isObject = typeof source === "object" && source !== null;
  const isSource = isObject && (Symbol.asyncIterator in source || Symbol.iterator in source);
  checkArgument(where, "source", "a stream or another iterable", isSource, source);
}
