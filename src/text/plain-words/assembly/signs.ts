/** Where what a sign opens ends, if that is sure and no word is in it. */

import { BACKSLASH, COLON, DIGIT, HYPHEN, isAlphanumeric, LETTER, roleAt, SLASH, SPACE, smallAt } from "./bytes";

const longestFormula: usize = 400;
const shortestCommand: usize = 3;
const longestCommand: usize = 40;

/** Where to read on after a sign that may open a token; 0 if the tokenizer has to look. */
export function signEnd(at: usize, end: usize): usize {
  const next = <u32>load<u8>(at, 1);
  switch (load<u8>(at)) {
    case 0x24: // $
      return formulaEnd(at, end);
    case 0x5c: // \
      return commandEnd(at);
    case 0x28: // (
      return next < 128 && !maySayYear(at, end) ? at + 1 : 0;
    case 0x5b: // [
      return roleAt(at + 1) === DIGIT ? 0 : at + 1;
    case 0x7b: // {
      return next === BACKSLASH ? 0 : at + 1;
    default:
      // Dashes and quotation marks from U+2000 on.
      return load<u16>(at) === 0x80e2 ? at + 3 : 0;
  }
}

/** End of a formula between dollars that is no part of a word, as "$k$-means" is. */
function formulaEnd(start: usize, end: usize): usize {
  let at = start + 1;
  if (isSpaceOrBeyond(at) || load<u8>(at) === 0x24) return 0;
  // "$5 million" opens no formula.
  while (roleAt(at) === DIGIT || load<u8>(at) === 0x2e || load<u8>(at) === 0x2c) at++;
  if (at > start + 1 && isSpaceOrBeyond(at)) return 0;
  const limit = min(end, start + longestFormula);
  while (at < limit && (load<u8>(at) !== 0x24 || load<u8>(at - 1) === BACKSLASH)) at++;
  if (at >= limit || isSpaceOrBeyond(at - 1)) return 0;
  const after = <u32>load<u8>(at, 1);
  return after > 127 || after === 0x2d || roleAt(at + 1) === DIGIT ? 0 : at + 1;
}

/** End of a LaTeX command of three letters and more; those of fewer may be letters, and citations have keys. */
function commandEnd(start: usize): usize {
  let at = start + 1;
  while (roleAt(at) === LETTER && at <= start + longestCommand) at++;
  const isCitation = (load<u32>(start) | 0x20202000) === 0x7469635c;
  const isCommand = at > start + shortestCommand && !isCitation && roleAt(at) !== LETTER && load<u8>(at) < 128;
  return isCommand ? at : 0;
}

/** Whether the first digit in a bracket may begin a year: then it may be a citation. */
function maySayYear(start: usize, end: usize): bool {
  for (let at = start + 1; at < end; at++) {
    const byte = load<u8>(at);
    if (byte === 0x28 || byte === 0x29) return false;
    if (roleAt(at) === DIGIT) return load<u16>(at) === 0x3931 || load<u16>(at) === 0x3032;
  }
  return false;
}

/** End of an address with a scheme that has nothing unusual in it and a space or brace behind. */
export function addressEnd(start: usize, end: usize): usize {
  if ((load<u32>(start) | 0x20202020) !== 0x70747468) return 0;
  let at = start + (smallAt(start + 4) === 0x73 ? 5 : 4);
  if ((load<u32>(at) & 0xffffff) !== 0x2f2f3a || !isAlphanumeric(at + 3)) return 0;
  while (isAlphanumeric(at) || roleAt(at) - HYPHEN <= COLON - HYPHEN || load<u8>(at) === SLASH) at++;
  return load<u8>(at) === SPACE || load<u8>(at) === 0x0a || load<u8>(at) === 0x7d || at === end ? at : 0;
}

/** Whether a byte is white space, or the first or last of a sign beyond ASCII. */
function isSpaceOrBeyond(at: usize): bool {
  return load<u8>(at) <= SPACE || load<u8>(at) > 127;
}
