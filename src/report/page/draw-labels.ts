/** Writes the names of themes on the map and, where it is enlarged enough, the titles of papers. */

import { islandBox } from "../map/island-box.js";
import { nameLines } from "../map/name-lines.js";
import { nameColour } from "../map/palette.js";
import { aroundDot, type LabelBox, type PlacedBox, type PlacedLabel, placeLabels } from "../map/place-labels.js";
import type { Scene } from "./scene.js";

const lineHeight = 1.3;
/** Titles are written when so few papers are in view. */
const titledUpTo = 60;
const longestTitle = 42;
const countedUpTo = 1000;
const narrowFrame = 600;
const tools = { wide: { width: 56, height: 140 }, narrow: { width: 130, height: 52 } };
const family = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** A text to place. */
interface Label {
  readonly lines: readonly string[];
  readonly font: string;
  readonly box: LabelBox;
  readonly alpha: number;
  readonly colour: string;
}

/** Names first, titles where there is room left. */
export function drawLabels(context: CanvasRenderingContext2D, scene: Scene, radius: number): void {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const taken: PlacedBox[] = [toolBox(scene)];
  const names = themeLabels(context, scene);
  const places = placeLabels(
    names.map(({ box }) => box),
    scene.frame,
    undefined,
    taken,
    (box) => coveredDots(scene, box, radius),
  );
  write(context, scene, names, places);
  const titles = titleLabels(context, scene, radius);
  for (const { box } of titles) taken.push({ x: box.x, y: box.y, width: 2 * radius, height: 2 * radius });
  write(
    context,
    scene,
    titles,
    placeLabels(
      titles.map(({ box }) => box),
      scene.frame,
      aroundDot,
      taken,
    ),
  );
  context.globalAlpha = 1;
}

/** Dots under a box; not counted in a crowd so dense that every place covers some. */
function coveredDots({ data, view }: Scene, box: PlacedBox, radius: number): number {
  if (data.papers.length > countedUpTo) return 0;
  let covered = 0;
  for (const { x, y } of data.papers) {
    const dx = Math.abs(x * view.scale + view.x - box.x) - box.width / 2;
    const dy = Math.abs(y * view.scale + view.y - box.y) - box.height / 2;
    if (dx < radius && dy < radius) covered += 1;
  }
  return covered;
}

function write(
  context: CanvasRenderingContext2D,
  { colours }: Scene,
  labels: readonly Label[],
  places: readonly (PlacedLabel | undefined)[],
): void {
  labels.forEach(({ lines, font, box, alpha, colour }, i) => {
    const place = places[i];
    if (place === undefined) return;
    context.font = font;
    context.globalAlpha = alpha;
    context.strokeStyle = colours.ground;
    context.lineWidth = 4;
    context.fillStyle = colour;
    const step = box.height / lines.length;
    const first = place.y - (step * (lines.length - 1)) / 2;
    lines.forEach((line, n) => {
      context.strokeText(line, place.x, first + n * step);
    });
    lines.forEach((line, n) => {
      context.fillText(line, place.x, first + n * step);
    });
  });
}

function themeLabels(context: CanvasRenderingContext2D, { data, view, frame, theme, colours }: Scene): Label[] {
  const largest = Math.max(...data.themes.map(({ size }) => size));
  const order = data.themes.map((_, t) => t);
  order.sort(
    (a, b) => Number(b === theme) - Number(a === theme) || data.themes[b]!.size - data.themes[a]!.size || a - b,
  );
  const narrow = frame.width < narrowFrame;
  return order.map((t): Label => {
    const { label, size, colour: place } = data.themes[t]!;
    const lines = nameLines(label, narrow);
    const pixels = (narrow ? 10 : 12) + Math.round((narrow ? 2 : 4) * Math.sqrt(size / largest));
    const font = `600 ${pixels}px ${family}`;
    context.font = font;
    const box = {
      ...islandBox(data.themes[t]!, view),
      width: Math.max(...lines.map((line) => context.measureText(line).width)),
      height: lines.length * pixels * lineHeight,
    };
    const colour = nameColour(colours.themes[place]!, colours.ink);
    return { lines, font, box, colour, alpha: theme === -1 || theme === t ? 1 : 0.45 };
  });
}

/** Where the zoom buttons stand: one below the other, on a narrow screen side by side. */
function toolBox({ frame }: Scene): PlacedBox {
  const { width, height } = frame.width < narrowFrame ? tools.narrow : tools.wide;
  return { width, height, x: frame.width - width / 2, y: frame.height - height / 2 };
}

function titleLabels(context: CanvasRenderingContext2D, scene: Scene, radius: number): Label[] {
  const { data, view, frame, shown, colours } = scene;
  const inView: number[] = [];
  for (let i = 0; i < data.papers.length && inView.length <= titledUpTo; i += 1) {
    const x = data.papers[i]!.x * view.scale + view.x;
    const y = data.papers[i]!.y * view.scale + view.y;
    if (shown[i] === 1 && x > 0 && y > 0 && x < frame.width && y < frame.height) inView.push(i);
  }
  if (inView.length > titledUpTo || inView.length === data.papers.length) return [];
  const font = `12px ${family}`;
  context.font = font;
  return inView.map((i): Label => {
    const { title, x: mapX, y: mapY } = data.papers[i]!;
    const text = title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title;
    const x = mapX * view.scale + view.x;
    const y = mapY * view.scale + view.y;
    const edges = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
    return {
      lines: [text],
      font,
      box: { ...edges, x, y, width: context.measureText(text).width, height: 12 * lineHeight },
      alpha: 0.85,
      colour: colours.ink,
    };
  });
}
