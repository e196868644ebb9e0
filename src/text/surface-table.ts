/**
 * A hash table from written ASCII words to term numbers that is asked with the letters themselves as a key, so that a
 * look-up compares three numbers and cuts no string.
 *
 * Reference: linear probing (Knuth, D. E., 1998, The Art of Computer Programming 3, section 6.4) with multiplicative
 * hashing.
 */

/** Letters of a key's number: six digits to the base of 37 fill 32 bits. */
export const keyLetters = 6;
/** Letters of a word with a key. */
export const longestKeyed = 18;

/** A digit to the base of 37 for each ASCII letter, small or large, and each digit; 0 for any other byte. */
export const keyDigits: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  const letter = code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
  return 1 + "0123456789abcdefghijklmnopqrstuvwxyz".indexOf(String.fromCharCode(letter));
});

/** A number of a key with one more letter. */
export function withLetter(part: number, digit: number): number {
  return (Math.imul(part, 37) + digit) | 0;
}

/** Looks up words by their keys; a new word is given its number once. */
export interface SurfaceTable {
  /** The number of the word whose letters 1 to 6, 7 to 12 and 13 to 18 are these, or -1 for a word that is no term. */
  lookUp(first: number, second: number, third: number): number;
  /** Distinct words met so far. */
  size(): number;
}

// An entry is four numbers side by side, so that a look-up touches one place: the key, and the number plus two; 0 is free.
const widthBits = 2;
const width = 1 << widthBits;

/** A table that asks `termOf` for the number of each word it has not met before. */
export function surfaceTable(termOf: (word: string) => number): SurfaceTable {
  let entries = new Int32Array(width << 12);
  let size = 0;

  /** Where the word is, or where it should be. */
  const placeOf = (first: number, second: number, third: number): number => {
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
    hash ^= hash >>> 15;
    const table = entries;
    const mask = table.length - 1;
    let at = (hash << widthBits) & mask;
    while (table[at + 3] !== 0) {
      if (table[at] === first && table[at + 1] === second && table[at + 2] === third) break;
      at = (at + width) & mask;
    }
    return at;
  };

  const put = (at: number, first: number, second: number, third: number, filled: number): void => {
    entries[at] = first;
    entries[at + 1] = second;
    entries[at + 2] = third;
    entries[at + 3] = filled;
  };

  const insert = (at: number, first: number, second: number, third: number): number => {
    const number = termOf(lettersOf(first) + lettersOf(second) + lettersOf(third));
    put(at, first, second, third, number + 2);
    size += 1;
    if (2 * width * size > entries.length) grow();
    return number;
  };

  const grow = (): void => {
    const old = entries;
    entries = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += width) {
      if (old[from + 3] === 0) continue;
      const [first, second, third] = [old[from]!, old[from + 1]!, old[from + 2]!];
      put(placeOf(first, second, third), first, second, third, old[from + 3]!);
    }
  };

  return {
    lookUp(first, second, third) {
      const at = placeOf(first, second, third);
      const known = entries[at + 3]!;
      return known === 0 ? insert(at, first, second, third) : known - 2;
    },
    size: () => size,
  };
}

/** The letters that a number of a key stands for. */
function lettersOf(part: number): string {
  let letters = "";
  for (let rest = part >>> 0; rest > 0; rest = Math.floor(rest / 37))
    letters = ((rest % 37) - 1).toString(36) + letters;
  return letters;
}
