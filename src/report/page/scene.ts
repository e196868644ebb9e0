/** All that a picture of the map depends on. */

import { dotRadius } from "../map/dot-radius.js";
import type { MapDocument } from "../map-document.js";
import type { View } from "./camera.js";
import type { CanvasColours } from "./canvas-colours.js";

/** The document, the view of it, and what stands in the foreground. */
export interface Scene {
  readonly data: MapDocument;
  readonly view: View;
  /** Scale at which the whole map fits. */
  readonly whole: number;
  readonly frame: { readonly width: number; readonly height: number };
  readonly colours: CanvasColours;
  /** Papers that the filters let through, 1 or 0. */
  readonly shown: Uint8Array;
  /** Theme in the foreground, -1 for none. */
  readonly theme: number;
  readonly pointed: number;
  readonly opened: number;
}

/** Radius of a dot in pixels: grows slowly with the zoom. */
export function zoomedRadius({ data, view, whole }: Pick<Scene, "data" | "view" | "whole">): number {
  const base = dotRadius(data.papers.length, data.width, whole);
  return Math.round(Math.min(11, base * (view.scale / whole) ** 0.45) * 4) / 4;
}
