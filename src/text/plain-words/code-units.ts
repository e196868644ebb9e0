/** UTF-16 measured in UTF-8, and UTF-8 in UTF-16. */

/** Code units of the text whose bytes are those from `from` up to `to`. */
export function codeUnits(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    // Bytes that go on with a character are none; a character of four bytes is two code units.
    if ((bytes[at]! & 0xc0) !== 0x80) count += bytes[at]! < 0xf0 ? 1 : 2;
  }
  return count;
}

/** Bytes of the code units of a text from `from` up to `to`. */
export function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.codePointAt(i)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code > 0xffff) i += 1;
  }
  return length;
}
