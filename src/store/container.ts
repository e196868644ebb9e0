/**
 * The bytes of a saved file: a header, a table of sections, a text of JSON (the skeleton), typed arrays.
 *
 *     0  magic, 8 bytes              (after PNG's: not text, and a transfer that changes line ends breaks it)
 *     8  format version, uint32
 *    12  CRC-32 of everything else, uint32
 *    16  length of the whole, float64
 *    24  length of the skeleton in bytes, uint32
 *    28  number of sections, uint32
 *    32  for each section: number of its type, uint32; number of elements, uint32
 *        skeleton (UTF-8), then the sections in order; each begins at a multiple of 8
 *
 * Little-endian throughout, as WebAssembly is. The first 24 bytes mean the same in every version.
 */

import { crc32 } from "./crc32.js";
import { damaged, refused } from "./refuse.js";
import { type SectionArray, sectionTypeOf, sectionTypes } from "./section-types.js";

const magic = [0x89, 0x54, 0x48, 0x4d, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const headerLength = 32;
const entryLength = 8;

/** What the bytes hold. */
export interface Container {
  readonly version: number;
  /** JSON values: nested arrays of strings, numbers, booleans and null. */
  readonly skeleton: unknown;
  readonly sections: readonly SectionArray[];
}

/** Lays out a container. Linear in its size. */
export function sealContainer({ version, skeleton, sections }: Container): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(skeleton));
  const textAt = headerLength + sections.length * entryLength;
  const length = sections.reduce((at, section) => padded(at + section.byteLength), padded(textAt + text.length));
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(8, version, true);
  view.setFloat64(16, length, true);
  view.setUint32(24, text.length, true);
  view.setUint32(28, sections.length, true);
  bytes.set(text, textAt);
  let at = padded(textAt + text.length);
  sections.forEach((section, i) => {
    view.setUint32(headerLength + i * entryLength, sectionTypeOf(section), true);
    view.setUint32(headerLength + i * entryLength + 4, section.length, true);
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at = padded(at + section.byteLength);
  });
  view.setUint32(12, checksum(bytes), true);
  return bytes;
}

/**
 * Reads a container, trusting nothing: no more memory is taken than a small multiple of the input.
 *
 * @param newest the newest version that the caller can read
 * @throws ThemataError MODEL_FORMAT
 */
export function openContainer(bytes: Uint8Array, newest: number): Container {
  if (!magic.every((byte, i) => bytes[i] === byte)) {
    throw refused("not-themata", "expected bytes written by `serialize`, got something else");
  }
  if (bytes.length < headerLength) throw refused("truncated", `the file ends after ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getFloat64(16, true);
  if (bytes.length < length) {
    throw refused("truncated", `expected ${length} bytes, got ${bytes.length}. Copy the file again`);
  }
  if (bytes.length !== length) throw damaged(`expected ${length} bytes, got ${bytes.length}`);
  if (checksum(bytes) !== view.getUint32(12, true)) throw damaged("the checksum differs");
  const version = view.getUint32(8, true);
  if (version > newest) {
    throw refused("newer", `the file has format ${version}, this themata reads up to ${newest}. Update themata`);
  }
  if (version < 1) throw refused("older", `the file has format ${version}, the first is 1`);
  const textAt = headerLength + view.getUint32(28, true) * entryLength;
  const textEnd = textAt + view.getUint32(24, true);
  if (textEnd > length) throw damaged("the skeleton passes the end");
  const skeleton = parse(bytes.subarray(textAt, textEnd));
  return { version, skeleton, sections: readSections(bytes, view, textAt, padded(textEnd)) };
}

function readSections(bytes: Uint8Array, view: DataView, tableEnd: number, from: number): SectionArray[] {
  const sections: SectionArray[] = [];
  let at = from;
  for (let entry = headerLength; entry < tableEnd; entry += entryLength) {
    const type = sectionTypes[view.getUint32(entry, true)];
    if (type === undefined) throw damaged("a section of an unknown type");
    const end = at + view.getUint32(entry + 4, true) * type.width;
    if (end > bytes.length) throw damaged("a section passes the end");
    sections.push(type.from(bytes.subarray(at, end)));
    at = padded(end);
  }
  if (at !== bytes.length) throw damaged("bytes after the last section");
  return sections;
}

function parse(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
  } catch (cause) {
    throw damaged("the skeleton is not JSON", cause);
  }
}

function checksum(bytes: Uint8Array): number {
  return crc32(bytes, 16, bytes.length, crc32(bytes, 0, 12));
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
