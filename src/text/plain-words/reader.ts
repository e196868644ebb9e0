/** What a reader of plain words does. */

/** Reads one text after another. */
export interface PlainWords {
  /** Takes in a text. */
  take(text: string): void;
  /**
   * Reads the text from code unit `at` on, which lies not before where the last `read` stopped, to its end, or to the
   * first token that the tokenizer has to look at; returns its place. A word with hyphens is one number for each part.
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
