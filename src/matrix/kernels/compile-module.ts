/** WebAssembly from the signs that the build writes. */

/**
 * The n-th sign is byte n - 16, for most bytes of a module are small; the last two add 89 and 178 to the next sign.
 * Frequent bytes have the signs that are frequent in source text, which keeps both short where they are compressed.
 */
export const signs = "}B&87zZS`LG9KnXOeois,u.pf:d)a]{|0l[!yAbxE>gm3v*Jt(;U_6h2CW54M?Yj1V+NwQF^'P#%T@qRc=-~H/DkIr ";

/** Null where WebAssembly is absent, forbidden (by a content security policy) or without SIMD. */
export function compileModule(text: string): WebAssembly.Module | null {
  const bytes: number[] = [];
  let added = -16;
  for (const sign of text) {
    const n = signs.indexOf(sign);
    if (n < 89) bytes.push(n + added);
    added = n < 89 ? -16 : 89 * (n - 88) - 16;
  }
  try {
    // Negative numbers become the highest bytes.
    return new WebAssembly.Module(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
