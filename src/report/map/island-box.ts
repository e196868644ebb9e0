/** The box of an island on the screen, and its heart. */

import type { MapTheme } from "../map-document.js";
import type { LabelBox } from "./place-labels.js";

/** @param view screen = map * scale + offset */
export function islandBox(
  { shore, heart }: Pick<MapTheme, "shore" | "heart">,
  view: { readonly scale: number; readonly x: number; readonly y: number },
): Omit<LabelBox, "width" | "height"> {
  const ring = shore[0] ?? heart;
  const xs = ring.filter((_, i) => i % 2 === 0).map((x) => x * view.scale + view.x);
  const ys = ring.filter((_, i) => i % 2 === 1).map((y) => y * view.scale + view.y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    x: heart[0] * view.scale + view.x,
    y: heart[1] * view.scale + view.y,
  };
}
