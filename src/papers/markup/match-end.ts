/** Patterns of the kind `/…/y`, which match at one place or not at all. */

/** Where the match of a sticky pattern at `start` ends; -1 for none. */
export function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
