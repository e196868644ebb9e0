/** The typed arrays that a saved file may hold, each under a number that never changes its meaning. */

/** An array that becomes a section of its own. */
export type SectionArray =
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;

interface SectionType {
  readonly tag: string;
  readonly width: number;
  /** An array over a copy of these bytes. */
  readonly from: (bytes: Uint8Array) => SectionArray;
}

/** Place in this list = number in the file. Add at the end only. */
export const sectionTypes: readonly SectionType[] = [
  { tag: "Uint8Array", width: 1, from: (bytes) => new Uint8Array(copied(bytes)) },
  { tag: "Int8Array", width: 1, from: (bytes) => new Int8Array(copied(bytes)) },
  { tag: "Uint16Array", width: 2, from: (bytes) => new Uint16Array(copied(bytes)) },
  { tag: "Int16Array", width: 2, from: (bytes) => new Int16Array(copied(bytes)) },
  { tag: "Uint32Array", width: 4, from: (bytes) => new Uint32Array(copied(bytes)) },
  { tag: "Int32Array", width: 4, from: (bytes) => new Int32Array(copied(bytes)) },
  { tag: "Float32Array", width: 4, from: (bytes) => new Float32Array(copied(bytes)) },
  { tag: "Float64Array", width: 8, from: (bytes) => new Float64Array(copied(bytes)) },
];

/** Number of the array's type, -1 for anything else. A subclass such as Node's Buffer counts as its parent. */
export function sectionTypeOf(value: unknown): number {
  if (!ArrayBuffer.isView(value)) return -1;
  // The inherited getter gives the true type of a typed array, whatever a caller wrote over the object.
  const tag: unknown = typedArrayTag.call(value);
  return sectionTypes.findIndex((type) => type.tag === tag);
}

const typedArrayTag: () => unknown = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)!.get!;

function copied(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
