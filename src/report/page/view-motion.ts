/** How the view of the map moves: at once under a gesture, in a flight to a place that was asked for. */

import { between, fitView, panned, type View, zoomed } from "./camera.js";

/** The view, and what changes it. */
export interface ViewMotion {
  /** The view as it is, and scale at which the whole map fits. */
  readonly view: View;
  readonly whole: number;
  readonly frame: { readonly width: number; readonly height: number };
  /** Brings the view to a moment; whether it is still in motion. */
  advance(now: number): boolean;
  /** Whether there is a flight that must go on. */
  isFlying(): boolean;
  /** Takes another size of the screen; a view of the whole map stays one. */
  resize(size: ViewMotion["frame"]): void;
  pan(dx: number, dy: number): void;
  /** About a place of the screen, or in a flight about its middle. */
  zoom(factor: number, at?: readonly [number, number]): void;
  /** Flies to where the whole map is seen. */
  showAll(): void;
  /** Flies to where a place of the screen is in its middle. */
  centre(x: number, y: number): void;
}

const flight = 420;
/** Milliseconds without a move after which the view is at rest. */
export const rest = 120;

/**
 * @param width that of the map
 * @param redraw asks for a picture of the view
 */
export function createViewMotion(width: number, redraw: () => void): ViewMotion {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let frame: ViewMotion["frame"] = { width: 1, height: 1 };
  let view: View = { scale: 1, x: 0, y: 0 };
  let whole = 1;
  let moved = -Infinity;
  let fly: { from: View; to: View; start: number } | undefined;
  const wholeView = (): View => fitView({ left: 0, top: 0, right: width, bottom: 1 }, frame);
  const flyTo = (to: View): void => {
    if (calm.matches) view = to;
    else fly = { from: view, to, start: performance.now() };
    redraw();
  };
  const moveTo = (to: View): void => {
    moved = performance.now();
    fly = undefined;
    view = to;
    redraw();
  };
  return {
    get view() {
      return view;
    },
    get whole() {
      return whole;
    },
    get frame() {
      return frame;
    },
    advance(now) {
      if (fly !== undefined) {
        const share = Math.min(1, (now - fly.start) / flight);
        view = between(fly.from, fly.to, share);
        if (share === 1) fly = undefined;
      }
      return fly !== undefined || now - moved < rest;
    },
    isFlying: () => fly !== undefined,
    resize(size) {
      const wasWhole = view.scale === 1 || view.scale === whole;
      frame = size;
      whole = wholeView().scale;
      if (wasWhole) view = wholeView();
    },
    pan: (dx, dy) => moveTo(panned(view, dx, dy)),
    zoom(factor, at) {
      if (at !== undefined) moveTo(zoomed(view, factor, at, whole));
      else flyTo(zoomed(fly?.to ?? view, factor, [frame.width / 2, frame.height / 2], whole));
    },
    showAll: () => flyTo(wholeView()),
    centre: (x, y) => flyTo(panned(view, frame.width / 2 - x, frame.height / 2 - y)),
  };
}
