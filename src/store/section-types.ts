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
  /** The array of these bytes: a view of them where they begin at a multiple of the width, else a copy. */
  readonly from: (bytes: Uint8Array) => SectionArray;
}

/** Place in this list = number in the file. Add at the end only. */
export const sectionTypes: readonly SectionType[] = [
  sectionType("Uint8Array", Uint8Array),
  sectionType("Int8Array", Int8Array),
  sectionType("Uint16Array", Uint16Array),
  sectionType("Int16Array", Int16Array),
  sectionType("Uint32Array", Uint32Array),
  sectionType("Int32Array", Int32Array),
  sectionType("Float32Array", Float32Array),
  sectionType("Float64Array", Float64Array),
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

interface SectionConstructor {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): SectionArray;
}

function sectionType(tag: string, Type: SectionConstructor): SectionType {
  const width = Type.BYTES_PER_ELEMENT;
  const from = (bytes: Uint8Array): SectionArray => {
    // In the file sections begin at multiples of 8, but the caller's bytes may begin anywhere.
    const { buffer, byteOffset } = bytes.byteOffset % width === 0 ? bytes : new Uint8Array(bytes);
    return new Type(buffer, byteOffset, bytes.length / width);
  };
  return { tag, width, from };
}
