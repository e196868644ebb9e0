/** Typed arrays that grow. */

/** A copy with room for `length` numbers, zeros behind those there are. */
export function longer<T extends Uint32Array | Int32Array | Float32Array>(from: T, length: number): T {
  const to = new (from.constructor as new (length: number) => T)(length);
  to.set(from);
  return to;
}
