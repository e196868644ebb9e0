/** Text with its evidence marked. */

import { element } from "./elements.js";

/** The text in pieces, those within spans marked; spans may overlap and come in any order. */
export function markedText(text: string, spans: readonly (readonly [number, number])[]): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of [...spans].sort(([a, b], [c, d]) => a - c || d - b)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    if (from > at) pieces.push(text.slice(at, from));
    pieces.push(element("mark", {}, text.slice(from, end)));
    at = end;
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}
