/** A bar as long as a score. */

import { element } from "./elements.js";

/** @param score 0 to 1 */
export function scoreBar(score: number, colour: number, label: string): HTMLElement {
  const value = Math.round(score * 100);
  const fill = element("i", { class: `c${colour}` });
  fill.style.width = `${value}%`;
  const meter = { role: "meter", "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": value };
  return element("span", { class: "bar", ...meter, "aria-label": label }, fill);
}
