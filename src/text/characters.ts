/** What kind of character stands at a place of a text: a table over UTF-16 code units, filled as characters are met. */

/** White space. */
export const SPACE = 1;
/** A letter without case or in lower case. */
export const LOWER = 2;
/** An upper-case or title-case letter. */
export const UPPER = 3;
/** A digit, superscripts and fractions included. */
export const DIGIT = 4;
/** A combining mark: belongs to whatever precedes it. */
export const MARK = 5;
/** An invisible character inside words: soft hyphen, zero-width joiner, direction mark. */
export const JOINER = 6;
/** A letter of a script written without spaces: Han, Hiragana, Katakana. */
export const IDEOGRAPH = 7;
/** Punctuation. */
export const PUNCTUATION = 8;
/** Anything else: mathematical signs, emoji, control characters, lone surrogates. */
const SYMBOL = 9;

const table = new Uint8Array(0x10000);

/** The class of the character at `index`; 0 beyond the end. */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code <= 0xdfff) return classOf(String.fromCodePoint(text.codePointAt(index)!));
  if (Number.isNaN(code)) return 0;
  const known = table[code]!;
  if (known !== 0) return known;
  const found = classOf(String.fromCharCode(code));
  table[code] = found;
  return found;
}

/** Code units of the character at `index`: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdbff) return 1;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

function classOf(character: string): number {
  if (/^\s$/u.test(character)) return SPACE;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\uff70\uff9e\uff9f]$/u.test(character)) {
    return /^\p{M}$/u.test(character) ? MARK : IDEOGRAPH;
  }
  if (/^[\p{Lu}\p{Lt}]$/u.test(character)) return UPPER;
  if (/^[\p{L}\p{Nl}]$/u.test(character)) return LOWER;
  if (/^\p{N}$/u.test(character)) return DIGIT;
  if (/^\p{M}$/u.test(character)) return MARK;
  if (/^\p{Cf}$/u.test(character)) return JOINER;
  return /^\p{P}$/u.test(character) ? PUNCTUATION : SYMBOL;
}
