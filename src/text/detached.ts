/** Strings that are kept longer than the text they were cut from. */

/** From this length on V8 cuts a string without copying it: the piece keeps the whole text in memory. */
const shortestSlice = 13;

/** The same word with letters of its own. */
export function detached(word: string): string {
  return word.length < shortestSlice ? word : word.split("").join("");
}
