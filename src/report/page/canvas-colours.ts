/** The colours of the canvas: those of the style sheet, and the palette of the ground. */

import { darkColours, lightColours } from "../map/palette.js";

/** Colours by what they are for. */
export interface CanvasColours {
  readonly ground: string;
  readonly ink: string;
  readonly faint: string;
  readonly accent: string;
  /** By place in the palette. */
  readonly themes: readonly string[];
  readonly homeless: string;
}

/** What the style sheet says now. */
export function canvasColours(dark: boolean): CanvasColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ground: token("--sea"),
    ink: token("--ink"),
    faint: token("--faint"),
    accent: token("--accent"),
    themes: dark ? darkColours : lightColours,
    homeless: token("--faint"),
  };
}
