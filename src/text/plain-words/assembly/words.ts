/** Where a word or number ends, if that is sure. */

import {
  APOSTROPHE,
  BACKSLASH,
  COLON,
  COMMA,
  DIGIT,
  HYPHEN,
  isAlphanumeric,
  isEnDash,
  LETTER,
  OPENING,
  OTHER,
  POINT,
  roleAt,
  SLASH,
  SPACE,
  smallAt,
} from "./bytes";

const longestNumbers: usize = 40;

/**
 * End of the part of a word that begins at `part`, its letters and digits known up to `at`: over a point between digits,
 * an apostrophe between letters, and the first point of "e.g." and "U.S.".
 */
export function partEnd(start: usize, part: usize, at: usize): usize {
  if (at - start === 1 && isInitials(start)) return at + 2;
  let end = at;
  while (part < end && isJoint(end)) {
    end++;
    while (isAlphanumeric(end)) end++;
  }
  return end;
}

function isInitials(start: usize): bool {
  return (
    roleAt(start) === LETTER &&
    roleAt(start + 1) === POINT &&
    roleAt(start + 2) === LETTER &&
    roleAt(start + 3) === POINT &&
    roleAt(start + 4) === OTHER
  );
}

function isJoint(at: usize): bool {
  const role = roleAt(at);
  if (role === POINT) return roleAt(at - 1) === DIGIT && roleAt(at + 1) === DIGIT;
  if (role !== APOSTROPHE || roleAt(at - 1) !== LETTER || roleAt(at + 1) !== LETTER) return false;
  return smallAt(at + 1) !== 0x73 || isAlphanumeric(at + 2);
}

/** Whether what stands at `at` is a hyphen between two parts of a word. */
export function isHyphen(at: usize): bool {
  return roleAt(at) === HYPHEN && isAlphanumeric(at + 1);
}

/** Where to read on after a word from `start` that ends at `at`; 0 if what follows may belong to it. */
export function plainEnd(start: usize, at: usize): usize {
  const next = <u32>load<u8>(at, 1);
  switch (roleAt(at)) {
    case OTHER:
      return load<u8>(at) === COMMA && roleAt(start) === DIGIT && roleAt(at + 1) === DIGIT ? 0 : at;
    case POINT:
      // "www.", as other words with that ending, may begin an address.
      return next === SPACE || next === 0x0a || (roleAt(at + 1) === OTHER && smallAt(at - 1) !== 0x77) ? at : 0;
    case COLON:
      return isIdentifier(start, at) || (next === SLASH && isScheme(start, at)) ? 0 : at;
    case APOSTROPHE:
      if (roleAt(at + 1) !== LETTER) return next < 128 ? at : 0;
      if (roleAt(at - 1) !== LETTER || smallAt(at + 1) !== 0x73) return 0;
      return roleAt(at + 2) === OTHER ? at + 2 : 0;
    case HYPHEN:
      if (next === SPACE) return isAlphanumeric(at + 2) ? at : 0;
      return next > SPACE && roleAt(at + 1) === OTHER ? at : 0;
    case OPENING:
      return isApart(at) || (load<u8>(at) === 0x28 && at - start > 1 && load<u8>(at - 1) > 0x60) ? at : 0;
    default:
      return 0;
  }
}

/** Whether an opening sign belongs to no word or number before it. */
function isApart(at: usize): bool {
  const byte = <u32>load<u8>(at);
  return byte === 0x24 || byte === 0x5b || byte === 0x3c || (byte === 0x7b && load<u8>(at, 1) !== BACKSLASH);
}

/** Whether a word may be "doi" or "arXiv", which with a colon belong to what follows, over a space too. */
function isIdentifier(start: usize, end: usize): bool {
  const last = smallAt(end - 1);
  return (end - start === 3 && last === 0x69) || (end - start === 5 && last === 0x76);
}

/** Whether a word may be "http", "https" or "ftp". */
function isScheme(start: usize, end: usize): bool {
  const last = smallAt(end - 1);
  return end - start < 5 ? last === 0x70 : end - start === 5 && last === 0x73;
}

/** Whether a word that begins with digits is no power of ten, and no identifier of arXiv, which may end in "v2". */
export function isDigitWord(start: usize): bool {
  let at = start + 1;
  while (roleAt(at) === DIGIT || isJoint(at)) at++;
  if (roleAt(at) === HYPHEN) return true;
  const letter = smallAt(at);
  return roleAt(at) === LETTER && letter !== 0x65 && letter !== 0x76;
}

/** End of a short run of numbers, none of which is a term, and of the signs in it; 0 for anything more. */
export function numbersEnd(start: usize): usize {
  let at = start;
  while (at < start + longestNumbers) {
    const byte = <u32>load<u8>(at);
    if (roleAt(at) === DIGIT || byte === 0x2e || byte === COMMA || byte === 0x25) at++;
    else if (byte === BACKSLASH && load<u8>(at, 1) === 0x25) at += 2;
    else if (isEnDash(at) && roleAt(at - 1) === DIGIT && roleAt(at + 3) === DIGIT) at += 3;
    else break;
  }
  const byte = <u32>load<u8>(at);
  // "10.1000/182" is a DOI, the shortest that there is before the stroke.
  if (byte === SLASH) return at - start < 7 ? at : 0;
  if (byte === COMMA) return 0;
  return roleAt(at) === OTHER || roleAt(at) === COLON || byte === 0x28 || isApart(at) ? at : 0;
}
