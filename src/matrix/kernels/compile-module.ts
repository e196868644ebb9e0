/** WebAssembly from the digits that the build writes. */

/** Null where WebAssembly is absent, forbidden (by a content security policy) or without SIMD. */
export function compileModule(hexDigits: string): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Uint8Array.from(hexDigits.match(/../g)!, (digits) => Number.parseInt(digits, 16)));
  } catch {
    return null;
  }
}
