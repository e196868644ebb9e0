/**
 * Reads plain words from UTF-8 and numbers them; passes over numbers, formulas, commands and addresses. What words it
 * finds in plain TypeScript: ../twin.ts.
 */

import { APOSTROPHE, DIGIT, LETTER, OPENING, POINT, roleAt, SPACE } from "./bytes";
import { addressEnd, signEnd } from "./signs";
import { isDigitWord, isHyphen, numbersEnd, partEnd, plainEnd } from "./words";

/** Letters of a word with a number; longer ones are left to the tokenizer. */
const longest: usize = 16;
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
        let next = part + <usize>ctz(~i8x16.bitmask(v128.or(isLetter, isDigit)));
        let joined = false;
        if (load<u8>(next) === SPACE) {
          stop = next + 1;
        } else {
          if (roleAt(next) === POINT || roleAt(next) === APOSTROPHE) next = partEnd(at, part, next);
          joined = isHyphen(next);
          stop = joined ? next + 1 : plainEnd(at, next);
        }
        const length = next - part;
        if (stop === 0 || length > longest) {
          stop = 0;
          break;
        }
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
        stop = addressEnd(at, end);
      }
      if (stop === 0) break;
      at = stop;
    } else if (role === DIGIT || role === OPENING) {
      const stop = role === DIGIT ? numbersEnd(at) : signEnd(at, end);
      if (stop === 0) break;
      at = stop;
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
