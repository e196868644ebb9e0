/** Reads plain words from UTF-8 and numbers them. The same in plain TypeScript: ../twin.ts. */

// Roles of bytes, as in ../byte-roles.ts, which writes them to the beginning of the memory.
const OTHER: u32 = 0;
const LETTER: u32 = 1;
const DIGIT: u32 = 2;
const OPENING: u32 = 3;
const HYPHEN: u32 = 5;
const POINT: u32 = 6;
const COLON: u32 = 7;
const APOSTROPHE: u32 = 8;

const COMMA: u32 = 0x2c;
const longestNumbers: usize = 40;
/** Letters of a word with a number; longer ones are left to the tokenizer. */
const longest: u32 = 15;
const numberBits: u32 = 20;

// The memory, in bytes. Whoever calls writes the roles of bytes to its beginning, and the text.
/** Sixteen bytes of 255, then zeros. */
export const ones: usize = 256;
/** How many numbers the last `read` found, and how many words have a number. */
export const counts: usize = 320;
/** The text, with zeros behind it. */
export const text: usize = 384;
/** Room for the text of 2 ** 20 code units. */
export const found: usize = text + 3 * (1 << 20) + 64;
/** The letters of each word, small, in sixteen bytes. */
export const words: usize = found + 2 * (1 << 20) + 64;
/** Where words are looked up: the word's number plus one, above it bits of its hash; 0 is free. */
const slots: usize = words + (16 << 19);
/** Bytes in all. */
export const size: usize = slots + (4 << 20);

/**
 * Reads from byte `at` up to `end` or to what may be more than plain words, and returns where it stopped. Stops too at
 * a new word where half of the `mask` + 1 slots are taken.
 */
export function read(at: usize, end: usize, mask: u32): usize {
  let count: usize = 0;
  let known = load<u32>(counts, 4);
  const small = i8x16.splat(0x20);
  while (at < end) {
    const role = roleAt(at);
    if (role === LETTER || (role === DIGIT && isDigitWord(at))) {
      const before = count;
      let part = at;
      let stop: usize = 0;
      while (true) {
        const lower = v128.or(v128.load(part), small);
        const isLetter = i8x16.lt_u(i8x16.sub(lower, i8x16.splat(0x61)), i8x16.splat(26));
        const isDigit = i8x16.lt_u(i8x16.sub(v128.load(part), i8x16.splat(0x30)), i8x16.splat(10));
        const length = <u32>ctz(~i8x16.bitmask(v128.or(isLetter, isDigit)));
        const next = part + length;
        const joined = roleAt(next) === HYPHEN && roleAt(next + 1) - LETTER <= DIGIT - LETTER;
        stop = length > longest ? 0 : joined ? next + 1 : plainEnd(at, next);
        if (stop === 0) break;
        const key = v128.and(lower, v128.load(ones + 16 - length));
        const slot = slotOf(key, mask);
        let number = load<u32>(slot);
        if (number === 0) {
          if (known << 1 > mask) {
            stop = 0;
            break;
          }
          v128.store(words + ((<usize>known) << 4), key);
          number = ++known;
          store<u32>(slot, tagOf(key) | number);
        }
        store<u32>(found + (count++ << 2), (number & ((1 << numberBits) - 1)) - 1);
        if (!joined) break;
        part = stop;
      }
      if (stop === 0) {
        count = before;
        break;
      }
      at = stop;
    } else if (role === DIGIT) {
      const stop = numbersEnd(at);
      if (stop === 0) break;
      at = stop;
    } else if (role === OPENING && !isBareBracket(at, end)) {
      break;
    } else {
      at++;
    }
  }
  store<u32>(counts, <u32>count);
  store<u32>(counts, known, 4);
  return at;
}

/** Puts all words into `mask` + 1 slots. */
export function spread(mask: u32): void {
  memory.fill(slots, 0, (<usize>mask + 1) << 2);
  const known = load<u32>(counts, 4);
  for (let number: u32 = 1; number <= known; number++) {
    const key = v128.load(words + ((<usize>(number - 1)) << 4));
    store<u32>(slotOf(key, mask), tagOf(key) | number);
  }
}

/** Where a word stands, or should: linear probing. */
function slotOf(key: v128, mask: u32): usize {
  const hash = hashOf(key);
  const tag = (<u32>(hash >> 52)) << numberBits;
  let place = <u32>(hash >> 32);
  while (true) {
    const slot = slots + ((<usize>(place & mask)) << 2);
    const entry = load<u32>(slot);
    if (entry === 0) return slot;
    if ((entry ^ tag) < 1 << numberBits) {
      const word = v128.load(words - 16 + ((<usize>(entry ^ tag)) << 4));
      if (!v128.any_true(v128.xor(word, key))) return slot;
    }
    place++;
  }
}

function tagOf(key: v128): u32 {
  return (<u32>(hashOf(key) >> 52)) << numberBits;
}

/** Multiplicative (Knuth, D. E., 1998, The Art of Computer Programming 3, section 6.4). */
function hashOf(key: v128): u64 {
  const one: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15;
  const other: u64 = ((<u64>0xc2b2ae3d) << 32) | 0x27d4eb4f;
  return (<u64>i64x2.extract_lane(key, 0) * one) ^ (<u64>i64x2.extract_lane(key, 1) * other);
}

function roleAt(at: usize): u32 {
  return load<u8>(load<u8>(at));
}

/** Where to read on after a word from `start` that ends at `at`; 0 if what follows may belong to it. */
function plainEnd(start: usize, at: usize): usize {
  switch (roleAt(at)) {
    case OTHER:
      return load<u8>(at) === COMMA && roleAt(start) === DIGIT ? 0 : at;
    case POINT:
      return isSpaceOrEnd(load<u8>(at, 1)) ? at : 0;
    case COLON:
      return isSpaceOrEnd(load<u8>(at, 1)) && !isIdentifier(start, at) ? at : 0;
    case APOSTROPHE:
      if (roleAt(at + 1) === OTHER) return at;
      return roleAt(at - 1) === LETTER && load<u8>(at, 1) === 0x73 && roleAt(at + 2) === OTHER ? at + 2 : 0;
    default:
      return 0;
  }
}

function isIdentifier(start: usize, end: usize): bool {
  const last = load<u8>(end - 1) | 0x20;
  return (end - start === 3 && last === 0x69) || (end - start === 5 && last === 0x76);
}

function numbersEnd(start: usize): usize {
  let at = start;
  for (; at < start + longestNumbers; at++) {
    const byte = <u32>load<u8>(at);
    if (roleAt(at) !== DIGIT && byte !== 0x2e && byte !== COMMA && byte !== 0x25) break;
  }
  if (load<u8>(at) === 0x5c && load<u8>(at, 1) === 0x25) at += 2;
  return roleAt(at) === OTHER && load<u8>(at) !== 0x2f && load<u8>(at) !== COMMA ? at : 0;
}

function isDigitWord(start: usize): bool {
  let at = start + 1;
  while (roleAt(at) === DIGIT) at++;
  return roleAt(at) === HYPHEN || (roleAt(at) === LETTER && (load<u8>(at) | 0x20) !== 0x65);
}

function isBareBracket(start: usize, end: usize): bool {
  if (load<u8>(start) === 0x5b) return roleAt(start + 1) !== DIGIT;
  if (load<u8>(start) !== 0x28 || load<u8>(start, 1) > 127) return false;
  for (let at = start + 1; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === 0x28 || byte === 0x29) return true;
    if (roleAt(at) === DIGIT) return false;
  }
  return true;
}

function isSpaceOrEnd(byte: u8): bool {
  return byte === 0x20 || byte === 0x0a || byte === 0;
}
