/** Mouse, touch and keys on the map. */

import type { MapView } from "./map-view.js";
import type { Store } from "./view-state.js";

const clickReach = 5;
const keyStep = 1.4;

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Drag moves, pinch zooms, a click opens a paper; a click on the sea closes it. */
export function watchPointer(canvas: HTMLCanvasElement, map: MapView, store: Store): void {
  const fingers = new Map<number, readonly [number, number]>();
  let travelled = 0;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, placeOn(canvas, event));
  });
  canvas.addEventListener("pointermove", (event) => {
    const at = placeOn(canvas, event);
    const before = fingers.get(event.pointerId);
    if (before === undefined) {
      store.change({ pointed: map.paperAt(...at) });
      return;
    }
    travelled += Math.abs(at[0] - before[0]) + Math.abs(at[1] - before[1]);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) {
      if (travelled > clickReach) map.pan(at[0] - before[0], at[1] - before[1]);
    } else {
      map.zoom(distance(at, other) / Math.max(1, distance(before, other)), other);
    }
    fingers.set(event.pointerId, at);
  });
  const lifted = (event: PointerEvent): void => {
    const single = fingers.delete(event.pointerId) && fingers.size === 0;
    if (event.type !== "pointerup" || !single || travelled > clickReach) return;
    const paper = map.paperAt(...placeOn(canvas, event));
    store.change({ place: paper >= 0 ? { kind: "paper", paper } : { kind: "themes" }, pointed: paper });
  };
  canvas.addEventListener("pointerup", lifted);
  canvas.addEventListener("pointercancel", lifted);
  canvas.addEventListener("pointerleave", () => store.change({ pointed: -1 }));
}

/** A double click and the wheel zoom about the pointer. */
export function watchZoom(canvas: HTMLCanvasElement, map: MapView): void {
  canvas.addEventListener("dblclick", (event) => map.zoom(2, placeOn(canvas, event)));
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      const factor = Math.exp(-Math.max(-200, Math.min(200, pixels)) / (event.ctrlKey ? 120 : 400));
      map.zoom(factor, placeOn(canvas, event));
    },
    { passive: false },
  );
}

/** Arrows walk from paper to paper, Enter opens, Escape leaves, plus and minus zoom, 0 shows all. */
export function watchKeys(canvas: HTMLCanvasElement, map: MapView, store: Store, papers: number): void {
  canvas.addEventListener("keydown", (event) => {
    const direction = directions[event.key];
    const { pointed, place } = store.state;
    const from = pointed >= 0 ? pointed : place.kind === "paper" ? place.paper : -1;
    if (direction !== undefined) {
      const first = Array.from({ length: papers }, (_, i) => i).find((i) => map.isShown(i)) ?? -1;
      const next = from < 0 ? first : map.grid.towards(from, ...direction, (i) => map.isShown(i));
      if (next >= 0) {
        store.change({ pointed: next });
        map.reveal(next);
      }
    } else if ((event.key === "Enter" || event.key === " ") && from >= 0) {
      store.change({ place: { kind: "paper", paper: from } });
    } else if (event.key === "Escape") store.change({ place: { kind: "themes" }, pointed: -1 });
    else if (event.key === "+" || event.key === "=") map.zoom(keyStep);
    else if (event.key === "-") map.zoom(1 / keyStep);
    else if (event.key === "0") map.showAll();
    else return;
    event.preventDefault();
  });
  canvas.addEventListener("blur", () => store.change({ pointed: -1 }));
}

/** Where an event is on the canvas. */
function placeOn(canvas: HTMLCanvasElement, event: MouseEvent): readonly [number, number] {
  const { left, top } = canvas.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function distance([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]): number {
  return Math.hypot(ax - bx, ay - by);
}
