/** What a byte of UTF-8 does where a token begins or a word ends. */

import { keyDigits } from "../surface-table.js";

export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** May begin a token that holds letters; so may all bytes from 128 on. After a word it may go on with it. */
export const OPENING = 3;
/** After a word it may go on with it. */
const JOINING = 4;
export const HYPHEN = 5;
export const POINT = 6;
const COLON = 7;
export const APOSTROPHE = 8;

const roleOf: Readonly<Record<string, number>> = { "-": HYPHEN, ".": POINT, ":": COLON, "'": APOSTROPHE };

/** The role of each byte. */
export const byteRoles: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (keyDigits[code] !== 0) return sign >= "0" && sign <= "9" ? DIGIT : LETTER;
  if (code > 127 || "$\\&{([<".includes(sign)) return OPENING;
  if ("_@%+#*".includes(sign)) return JOINING;
  return roleOf[sign] ?? OTHER;
});
