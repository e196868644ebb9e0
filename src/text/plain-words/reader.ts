/** What a reader of plain words does. */

/** Reads one text after another. */
export interface PlainWords {
  /** Takes in a text; returns its length in UTF-8. */
  take(text: string): number;
  /**
   * Reads from a byte on to the end, or to the first byte where the tokenizer has to look, which is returned. A word with
   * hyphens is one number for each part.
   */
  read(at: number): number;
  /** The numbers of the words that the last `read` found are the first `count()` of these. */
  readonly found: Uint32Array;
  count(): number;
  /** How many words have a number. */
  size(): number;
  /** The word of a number, in small letters. */
  word(number: number): string;
  /** How often all words were forgotten. */
  times(): number;
}
