/** Lists of words, written with blanks between them. */

/** The words of a list. The build writes the lists shorter: see scripts/packed-words.ts. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
