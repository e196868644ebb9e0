/** The parts of a word that count as terms: hyphens split, possessives and points taken off. */

/**
 * Parts of a normalised word. `state-of-the-art` has four, `gpt-3.5` two, `don't` one; `model's` is `model`, `td(λ)` is
 * `td` and `λ`; `c++`, `a*` and `s&p` stay whole.
 */
export function wordParts(norm: string): string[] {
  if (/^[a-z\d]*$/.test(norm)) return [norm];
  const parts: string[] = [];
  for (const piece of norm.split(/[-–_()@,\s]+/)) {
    const part = piece.replace(/'s$|'$/, "").replace(/\.$/, "");
    if (part !== "") parts.push(part);
  }
  return parts;
}
