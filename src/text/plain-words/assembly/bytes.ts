/** What a byte does, as in ../../byte-roles.ts, which whoever calls writes to the beginning of the memory. */

export const OTHER: u32 = 0;
export const LETTER: u32 = 1;
export const DIGIT: u32 = 2;
export const OPENING: u32 = 3;
export const HYPHEN: u32 = 5;
export const POINT: u32 = 6;
export const COLON: u32 = 7;
export const APOSTROPHE: u32 = 8;

export const SPACE: u32 = 0x20;
export const COMMA: u32 = 0x2c;
export const SLASH: u32 = 0x2f;
export const BACKSLASH: u32 = 0x5c;

export function roleAt(at: usize): u32 {
  return load<u8>(load<u8>(at));
}

/** Whether a letter or digit of ASCII. */
export function isAlphanumeric(at: usize): bool {
  return roleAt(at) - LETTER <= DIGIT - LETTER;
}

/** The byte at a place, a capital as a small letter. */
export function smallAt(at: usize): u32 {
  return load<u8>(at) | 0x20;
}

/** Whether the three bytes are an en dash. */
export function isEnDash(at: usize): bool {
  return load<u8>(at) === 0xe2 && load<u16>(at, 1) === 0x9380;
}
