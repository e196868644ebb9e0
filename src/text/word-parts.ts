/** The parts of a word that count as terms: hyphens split, possessives and points taken off, ideographs in pairs. */

import { classAt, IDEOGRAPH } from "./characters.js";

/**
 * Parts of a normalised word. `state-of-the-art` has four, `gpt-3.5` two, `don't` one; `model's` is `model`, `td(λ)` is
 * `td` and `λ`; `c++`, `a*` and `s&p` stay whole. A run of ideographs gives its overlapping pairs, as search engines index
 * scripts without spaces.
 */
export function wordParts(norm: string): string[] {
  if (/^[a-z\d]*$/.test(norm)) return [norm];
  if (classAt(norm, 0) === IDEOGRAPH) return pairs(norm);
  const parts: string[] = [];
  for (const piece of norm.split(/[-–_()@,\s]+/)) {
    const part = piece.replace(/'s$|'$/, "").replace(/\.$/, "");
    if (part !== "") parts.push(part);
  }
  return parts;
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, i) => characters[i]! + character);
}
