/** Typed arrays of the type of others, and arrays that grow. */

type Numbers = Int8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** A copy with room for `length` numbers, zeros behind those there are. */
export function longer<T extends Numbers>(from: T, length: number): T {
  const to = emptyLike(from, length);
  to.set(from);
  return to;
}

/** `length` zeros in an array of the same type. */
export function emptyLike<T extends Numbers>(array: T, length: number): T {
  return new (array.constructor as new (length: number) => T)(length);
}

/** The array itself where it has room for `length` numbers, else a copy with room for more. */
export function grown<T extends Numbers>(array: T, length: number): T {
  if (array.length >= length) return array;
  return longer(array, Math.max(16, length, Math.ceil(array.length * 1.5)));
}
