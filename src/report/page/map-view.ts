/** The map on the screen: keeps the canvas in step with the state, and moves the view. */

import type { MapDocument } from "../map-document.js";
import { type CanvasColours, canvasColours } from "./canvas-colours.js";
import { drawFront, islandPaths } from "./draw-map.js";
import { createMapLayer } from "./map-layer.js";
import { createPointGrid, type PointGrid } from "./point-grid.js";
import { type Scene, zoomedRadius } from "./scene.js";
import { createViewMotion, rest } from "./view-motion.js";
import type { Store, ViewState } from "./view-state.js";

/** What gestures and panels may do with the map. */
export interface MapView {
  readonly grid: PointGrid;
  /** Paper near a place of the screen, -1 for none. */
  paperAt(x: number, y: number): number;
  /** Where a paper is on the screen. */
  screenPlace(paper: number): readonly [number, number];
  pan(dx: number, dy: number): void;
  zoom(factor: number, at?: readonly [number, number]): void;
  /** Shows the whole map. */
  showAll(): void;
  /** Brings a paper into view where it is not. */
  reveal(paper: number): void;
  /** Tells which papers the filters let through. */
  setShown(shown: Uint8Array): void;
  isShown(paper: number): boolean;
}

/** So few dots are drawn anew at every step. */
const alwaysSharp = 1500;

/** Ties a canvas to the state. */
export function createMapView(canvas: HTMLCanvasElement, data: MapDocument, store: Store): MapView {
  const context = canvas.getContext("2d", { alpha: false })!;
  const layer = createMapLayer(islandPaths(data));
  const grid = createPointGrid(data.papers, data.width);
  let shown: Uint8Array = new Uint8Array(data.papers.length).fill(1);
  let colours: CanvasColours = canvasColours(store.state.dark);
  let asked = 0;
  let resting = 0;

  const draw = (now: number): void => {
    asked = 0;
    const moving = motion.advance(now);
    const { view, whole, frame } = motion;
    const scene = { data, view, whole, frame, colours, shown, ...foreground(store.state) };
    layer.put(context, scene, !moving || data.papers.length <= alwaysSharp);
    drawFront(context, scene);
    clearTimeout(resting);
    if (moving) resting = window.setTimeout(redraw, rest);
    canvas.dataset["drawn"] = String(Number(canvas.dataset["drawn"] ?? 0) + 1);
    if (motion.isFlying()) redraw();
  };
  const redraw = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw);
  };
  const motion = createViewMotion(data.width, redraw);
  const resize = (): void => {
    const { clientWidth, clientHeight } = canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    const density = window.devicePixelRatio || 1;
    canvas.width = Math.round(clientWidth * density);
    canvas.height = Math.round(clientHeight * density);
    context.setTransform(density, 0, 0, density, 0, 0);
    motion.resize({ width: clientWidth, height: clientHeight });
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
      const { view, whole } = motion;
      const reach = (zoomedRadius({ data, view, whole }) + 6) / view.scale;
      return grid.nearest((x - view.x) / view.scale, (y - view.y) / view.scale, reach, (i) => shown[i] === 1);
    },
    screenPlace: (paper) => {
      const { x, y } = data.papers[paper]!;
      const { view } = motion;
      return [x * view.scale + view.x, y * view.scale + view.y];
    },
    pan: motion.pan,
    zoom: motion.zoom,
    showAll: motion.showAll,
    reveal(paper) {
      const [x, y] = this.screenPlace(paper);
      const { width, height } = motion.frame;
      if (x > 20 && y > 20 && x < width - 20 && y < height - 20) redraw();
      else motion.centre(x, y);
    },
    setShown(next) {
      shown = next;
      redraw();
    },
    isShown: (paper) => shown[paper] === 1,
  };
}

/** What stands out: a theme, the paper pointed at, the one opened. */
function foreground({ place, hinted, pointed }: ViewState): Pick<Scene, "theme" | "pointed" | "opened"> {
  const theme = hinted >= 0 ? hinted : place.kind === "theme" ? place.theme : -1;
  return { theme, pointed, opened: place.kind === "paper" ? place.paper : -1 };
}
