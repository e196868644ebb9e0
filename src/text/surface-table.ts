/**
 * A hash table from written ASCII words to term numbers that reads the words where they stand, without cutting strings.
 *
 * Reference: FNV-1a (Fowler, Noll & Vo; Eastlake et al., RFC 9923) with linear probing (Knuth, D. E., 1998, The Art of
 * Computer Programming 3, section 6.4).
 */

/** The beginning of a word's hash; {@link hashed} takes in its letters. */
export const emptyHash: number = 0x811c9dc5 | 0;

/** A hash with one more letter. */
export function hashed(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** The small letter or digit for each ASCII letter or digit, 0 for any other byte. */
export const smallLetters: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code >= 0x41 && code <= 0x5a) return code | 0x20;
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) ? code : 0;
});

/** Looks up the word at [start, end) of some bytes; a new word is given its number once. */
export interface SurfaceTable {
  /** The word's number, or -1 for a word that is no term. `hash` is over its small letters. */
  lookUp(bytes: Uint8Array, start: number, end: number, hash: number): number;
  /** Distinct words met so far. */
  size(): number;
}

// An entry is four numbers side by side, so that a look-up touches one place: hash, first letter, end of letters, term.
const width = 4;

/** A table that asks `termOf` for the number of each word it has not met before. */
export function surfaceTable(termOf: (word: string) => number): SurfaceTable {
  let slots = new Int32Array(1 << 12).fill(-1);
  let entries = new Int32Array(width << 11);
  let letters = new Uint8Array(1 << 14);
  let used = 0;
  let size = 0;

  const lookUp = (bytes: Uint8Array, start: number, end: number, hash: number): number => {
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = slots[slot]!; entry >= 0; entry = slots[slot]!) {
      if (entries[entry] === hash && isSame(entry, bytes, start, end)) return entries[entry + 3]!;
      slot = (slot + 1) & mask;
    }
    return insert(slot, bytes, start, end, hash);
  };

  const isSame = (entry: number, bytes: Uint8Array, start: number, end: number): boolean => {
    const shift = entries[entry + 1]! - start;
    if (entries[entry + 2]! - shift !== end) return false;
    for (let i = start; i < end; i += 1) if (letters[shift + i] !== smallLetters[bytes[i]!]) return false;
    return true;
  };

  const insert = (slot: number, bytes: Uint8Array, start: number, end: number, hash: number): number => {
    const entry = width * size;
    if (entry === entries.length) entries = copied(entries, new Int32Array(2 * entry));
    while (used + end - start > letters.length) letters = copied(letters, new Uint8Array(2 * letters.length));
    entries[entry] = hash;
    entries[entry + 1] = used;
    let word = "";
    for (let i = start; i < end; i += 1) {
      const letter = smallLetters[bytes[i]!]!;
      letters[used] = letter;
      used += 1;
      word += String.fromCharCode(letter);
    }
    const term = termOf(word);
    entries[entry + 2] = used;
    entries[entry + 3] = term;
    slots[slot] = entry;
    size += 1;
    if (2 * size > slots.length) growSlots();
    return term;
  };

  const growSlots = (): void => {
    slots = new Int32Array(2 * slots.length).fill(-1);
    const mask = slots.length - 1;
    for (let entry = 0; entry < width * size; entry += width) {
      let slot = (entries[entry]! ^ (entries[entry]! >>> 15)) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
  };

  return { lookUp, size: () => size };
}

function copied<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
