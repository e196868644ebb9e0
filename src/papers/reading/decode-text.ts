/** Bytes as text: UTF-8 with or without a mark, UTF-16, and Latin-1 (Windows-1252) where it is neither. */

import { shown, ThemataError } from "../../errors.js";
import type { Problem } from "../paper.js";

/** An encoding that papers come in, by the name that TextDecoder knows. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The encoding of a text by its first bytes: a byte order mark, the zeros of UTF-16, else UTF-8 if the bytes are valid
 * UTF-8 (a character cut off at the end is allowed), else Windows-1252.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  return utf16Of(bytes) ?? (isMostlyUtf8(bytes) ? "utf-8" : "windows-1252");
}

/** The kind of UTF-16, by a byte order mark or the zeros; undefined for anything else. */
function utf16Of(bytes: Uint8Array): TextEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const probe = Math.min(bytes.length, 400);
  for (let i = 0; i < probe; i += 1) if (bytes[i] === 0) zeros[i % 2]! += 1;
  if (zeros[1]! > probe / 5 && zeros[0] === 0) return "utf-16le";
  if (zeros[0]! > probe / 5 && zeros[1] === 0) return "utf-16be";
  return undefined;
}

/** The codes 0x80 to 0x9f of Windows-1252; five of them have no sign. */
const SIGNS_OF_WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * A decoder of a text that comes in pieces, without its byte order mark: the text of a piece, and at the end, without
 * one, the rest. Node 20 reads Windows-1252 as true Latin-1 at times, which leaves control characters for these signs.
 */
export function textDecoder(encoding: TextEncoding): (piece?: Uint8Array) => string {
  const decoder = new TextDecoder(encoding);
  return (piece) => {
    const text = decoder.decode(piece, { stream: piece !== undefined });
    if (encoding !== "windows-1252") return text;
    return text.replace(/[\x80-\x9f]/g, (control) => SIGNS_OF_WINDOWS[control.charCodeAt(0) - 0x80]!);
  };
}

/** The text of bytes, without a byte order mark. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } {
  const utf16 = utf16Of(bytes);
  if (utf16 === undefined) {
    try {
      return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
    } catch {
      // Not all of it is UTF-8: whether most is has to be counted.
    }
  }
  const encoding = utf16 ?? detectEncoding(bytes);
  const decode = textDecoder(encoding);
  return { text: decode(bytes) + decode(), encoding };
}

/** The text of what a caller gives as one, and what of it could not be decoded. @throws ThemataError PARSE_FAILED */
export function decodeInput(where: string, input: string | Uint8Array): { text: string; problems: Problem[] } {
  if (typeof input === "string") return { text: input.replace(/^\uFEFF/, ""), problems: [] };
  if (input instanceof Uint8Array) {
    const { text, encoding } = decodeText(input);
    return { text, problems: encodingProblems(encoding, text, input) };
  }
  const message = `${where}: expected text or bytes (a string or a Uint8Array), got ${shown(input)}.`;
  throw new ThemataError("PARSE_FAILED", message, { format: "auto" });
}

/** What is to be said of a decoded text: that its encoding was guessed, or that some bytes were no characters. */
export function encodingProblems(encoding: TextEncoding, text: string, bytes: Uint8Array): Problem[] {
  if (encoding === "windows-1252") {
    return [{ code: "guessed-encoding", message: "The bytes are not UTF-8 and were read as Latin-1 (Windows-1252)." }];
  }
  // Nearly no text has any. In its bytes a zero is found at once, among characters of two bytes slowly.
  const hasZeros = encoding === "utf-8" ? bytes.includes(0) : text.includes("\0");
  if (!hasZeros && !text.includes("\uFFFD")) return [];
  const at = text.search(/[\0\uFFFD]/);
  const line = text.slice(0, at).split("\n").length;
  return [
    {
      code: "undecodable-bytes",
      message: `From line ${line} on characters are lost, here or before: bytes that are not ${encoding}.`,
      line,
    },
  ];
}

/** Whether at most as many characters are broken as are whole: one bad byte does not make a file Latin-1. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const beyondAscii = decoder.decode(bytes, { stream: true }).replace(/[\0-\x7f]+/g, "");
  return 2 * (beyondAscii.split("\uFFFD").length - 1) <= beyondAscii.length;
}
