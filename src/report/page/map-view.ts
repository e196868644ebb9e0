/** The map on the screen: keeps the canvas in step with the state, and moves the view. */

import type { MapDocument } from "../map-document.js";
import { between, fitView, panned, type View, zoomed } from "./camera.js";
import { type CanvasColours, canvasColours } from "./canvas-colours.js";
import { drawFront, islandPaths } from "./draw-map.js";
import { createMapLayer } from "./map-layer.js";
import { createPointGrid, type PointGrid } from "./point-grid.js";
import { zoomedRadius } from "./scene.js";
import type { Store } from "./view-state.js";

/** What gestures and panels may do with the map. */
export interface MapView {
  readonly grid: PointGrid;
  /** Paper near a place of the screen, -1 for none. */
  paperAt(x: number, y: number): number;
  /** Where a paper is on the screen. */
  screenPlace(paper: number): readonly [number, number];
  pan(dx: number, dy: number): void;
  zoom(factor: number, at?: readonly [number, number]): void;
  /** Shows the whole map, or these papers. */
  show(papers?: readonly number[]): void;
  /** Brings a paper into view where it is not. */
  reveal(paper: number): void;
  /** Tells which papers the filters let through. */
  setShown(shown: Uint8Array): void;
  isShown(paper: number): boolean;
}

const flight = 420;
/** Milliseconds without a move after which the map is drawn sharp. */
const rest = 120;
/** So few dots are drawn anew at every step. */
const alwaysSharp = 1500;
/** Around a single paper so much of the map is seen. */
const nearby = 0.12;

/** Ties a canvas to the state. */
export function createMapView(canvas: HTMLCanvasElement, data: MapDocument, store: Store): MapView {
  const context = canvas.getContext("2d", { alpha: false })!;
  const layer = createMapLayer(islandPaths(data));
  const grid = createPointGrid(data.papers, data.width);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const wholeMap = { left: 0, top: 0, right: data.width, bottom: 1 };
  let frame = { width: 1, height: 1 };
  let view: View = { scale: 1, x: 0, y: 0 };
  let whole = 1;
  let shown: Uint8Array = new Uint8Array(data.papers.length).fill(1);
  let colours: CanvasColours = canvasColours(store.state.dark);
  let asked = 0;
  let moved = -Infinity;
  let resting = 0;
  let fly: { from: View; to: View; start: number } | undefined;

  const draw = (now: number): void => {
    asked = 0;
    if (fly !== undefined) {
      const share = Math.min(1, (now - fly.start) / flight);
      view = between(fly.from, fly.to, share);
      if (share === 1) fly = undefined;
    }
    const { place, hinted, pointed } = store.state;
    const theme = hinted >= 0 ? hinted : place.kind === "theme" ? place.theme : -1;
    const opened = place.kind === "paper" ? place.paper : -1;
    const scene = { data, view, whole, frame, colours, shown, theme, pointed, opened };
    const moving = fly !== undefined || now - moved < rest;
    layer.put(context, scene, !moving || data.papers.length <= alwaysSharp);
    drawFront(context, scene);
    clearTimeout(resting);
    if (moving) resting = window.setTimeout(redraw, rest);
    canvas.dataset["drawn"] = String(Number(canvas.dataset["drawn"] ?? 0) + 1);
    if (fly !== undefined) redraw();
  };
  const redraw = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw);
  };
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
  const resize = (): void => {
    const { clientWidth, clientHeight } = canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    const wasWhole = view.scale === 1 || view.scale === whole;
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.round(clientWidth * density);
    canvas.height = Math.round(clientHeight * density);
    context.setTransform(density, 0, 0, density, 0, 0);
    frame = { width: clientWidth, height: clientHeight };
    const fitting = fitView(wholeMap, frame);
    whole = fitting.scale;
    if (wasWhole) view = fitting;
    draw(performance.now());
  };
  new ResizeObserver(resize).observe(canvas);
  store.watch((before) => {
    if (before.dark !== store.state.dark) colours = canvasColours(store.state.dark);
    redraw();
  });

  return {
    grid,
    paperAt(x, y) {
      const reach = (zoomedRadius({ data, view, whole }) + 6) / view.scale;
      return grid.nearest((x - view.x) / view.scale, (y - view.y) / view.scale, reach, (i) => shown[i] === 1);
    },
    screenPlace: (paper) => {
      const { x, y } = data.papers[paper]!;
      return [x * view.scale + view.x, y * view.scale + view.y];
    },
    pan: (dx, dy) => moveTo(panned(view, dx, dy)),
    zoom: (factor, at) => {
      const centre = at ?? ([frame.width / 2, frame.height / 2] as const);
      if (at === undefined) flyTo(zoomed(fly?.to ?? view, factor, centre, whole));
      else moveTo(zoomed(view, factor, centre, whole));
    },
    show: (papers) => flyTo(fitView(papers?.length ? boxOf(data, papers) : wholeMap, frame)),
    reveal(paper) {
      const [x, y] = this.screenPlace(paper);
      const inside = x > 20 && y > 20 && x < frame.width - 20 && y < frame.height - 20;
      if (!inside) flyTo(panned(view, frame.width / 2 - x, frame.height / 2 - y));
      else redraw();
    },
    setShown(next) {
      shown = next;
      redraw();
    },
    isShown: (paper) => shown[paper] === 1,
  };
}

function boxOf(
  data: MapDocument,
  papers: readonly number[],
): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const i of papers) {
    const { x, y } = data.papers[i]!;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  const pad = Math.max(0, nearby - Math.max(box.right - box.left, box.bottom - box.top)) / 2 + 0.03;
  return { left: box.left - pad, right: box.right + pad, top: box.top - pad, bottom: box.bottom + pad };
}
