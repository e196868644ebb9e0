/** The colour of a theme as a dot. */

import { element } from "./elements.js";

/** By class, so that the style sheet follows the ground; -1 for no theme. */
export function swatch(colour: number): HTMLElement {
  return element("i", { class: colour < 0 ? "swatch" : `swatch c${colour}`, "aria-hidden": "true" });
}
