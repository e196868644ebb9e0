/** Draws the map: islands, dots, lines to related papers. */

import type { MapDocument } from "../map-document.js";
import { drawLabels } from "./draw-labels.js";
import { type Scene, zoomedRadius } from "./scene.js";

/** The shapes of islands, made once. */
export type IslandPaths = readonly { readonly shore: Path2D; readonly heights: Path2D }[];

/** Rings as smooth closed curves through the middles of their sides. */
export function islandPaths(data: MapDocument): IslandPaths {
  return data.themes.map(({ shore, heights }) => ({ shore: smoothPath(shore), heights: smoothPath(heights) }));
}

/** Draws islands and dots, in pixels of the screen. */
export function drawGround(context: CanvasRenderingContext2D, paths: IslandPaths, scene: Scene): void {
  const { frame, colours } = scene;
  context.globalAlpha = 1;
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, frame.width, frame.height);
  drawIslands(context, paths, scene);
  drawDots(context, scene);
}

/** Draws over them what changes with the pointer: lines to related papers, rings, names. */
export function drawFront(context: CanvasRenderingContext2D, scene: Scene): void {
  drawLinks(context, scene);
  drawRings(context, scene);
  drawLabels(context, scene, zoomedRadius(scene));
}

function smoothPath(rings: readonly (readonly number[])[]): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    const count = ring.length / 2;
    const x = (i: number): number => ring[2 * (i % count)]!;
    const y = (i: number): number => ring[2 * (i % count) + 1]!;
    path.moveTo((x(0) + x(1)) / 2, (y(0) + y(1)) / 2);
    for (let i = 1; i <= count; i += 1) {
      path.quadraticCurveTo(x(i), y(i), (x(i) + x(i + 1)) / 2, (y(i) + y(i + 1)) / 2);
    }
    path.closePath();
  }
  return path;
}

function drawIslands(context: CanvasRenderingContext2D, paths: IslandPaths, scene: Scene): void {
  const { view, data, colours, theme } = scene;
  context.save();
  context.transform(view.scale, 0, 0, view.scale, view.x, view.y);
  data.themes.forEach(({ colour }, t) => {
    const weight = theme === -1 ? 1 : theme === t ? 1.7 : 0.45;
    context.fillStyle = colours.themes[colour]!;
    context.strokeStyle = colours.themes[colour]!;
    context.globalAlpha = 0.1 * weight;
    context.fill(paths[t]!.shore, "evenodd");
    context.fill(paths[t]!.heights, "evenodd");
    context.globalAlpha = 0.38 * weight;
    context.lineWidth = (theme === t ? 1.6 : 1) / view.scale;
    context.stroke(paths[t]!.shore);
  });
  context.restore();
}

function drawLinks(context: CanvasRenderingContext2D, { data, view, colours, pointed, opened }: Scene): void {
  const paper = data.papers[opened >= 0 ? opened : pointed];
  if (paper?.related === undefined) return;
  context.strokeStyle = colours.ink;
  context.lineWidth = 1;
  for (const { paper: other, score } of paper.related) {
    const { x, y } = data.papers[other]!;
    context.globalAlpha = Math.min(0.7, 0.15 + score);
    context.beginPath();
    context.moveTo(paper.x * view.scale + view.x, paper.y * view.scale + view.y);
    context.lineTo(x * view.scale + view.x, y * view.scale + view.y);
    context.stroke();
  }
}

function drawDots(context: CanvasRenderingContext2D, scene: Scene): void {
  const { data, view, frame, colours, shown, theme } = scene;
  const radius = zoomedRadius(scene);
  const stamps = new Map<string, HTMLCanvasElement>();
  const stampFor = (colour: string): HTMLCanvasElement => {
    const known = stamps.get(colour) ?? stamp(colour, colours.ground, radius);
    stamps.set(colour, known);
    return known;
  };
  const half = radius + 1;
  for (const foreground of [false, true]) {
    for (let i = 0; i < data.papers.length; i += 1) {
      const paper = data.papers[i]!;
      const first = paper.themes[0]?.[0] ?? -1;
      const front = shown[i] === 1 && (theme === -1 || first === theme);
      if (front !== foreground) continue;
      const x = paper.x * view.scale + view.x - half;
      const y = paper.y * view.scale + view.y - half;
      if (x < -2 * half || y < -2 * half || x > frame.width || y > frame.height) continue;
      context.globalAlpha = front ? 0.92 : shown[i] === 1 ? 0.28 : 0.1;
      const colour = first < 0 ? colours.homeless : colours.themes[data.themes[first]!.colour]!;
      context.drawImage(stampFor(colour), x, y, 2 * half, 2 * half);
    }
  }
  context.globalAlpha = 1;
}

/** A dot with a thin shore of the ground's colour, drawn once and stamped for each paper: ten times faster. */
function stamp(colour: string, ground: string, radius: number): HTMLCanvasElement {
  const density = window.devicePixelRatio || 1;
  const canvas = document.createElement("canvas");
  const size = 2 * (radius + 1);
  canvas.width = canvas.height = Math.ceil(size * density);
  const context = canvas.getContext("2d")!;
  context.scale(canvas.width / size, canvas.width / size);
  context.beginPath();
  context.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.lineWidth = 0.75;
  context.strokeStyle = ground;
  context.stroke();
  return canvas;
}

function drawRings(context: CanvasRenderingContext2D, scene: Scene): void {
  const { data, view, colours, pointed, opened } = scene;
  const radius = zoomedRadius(scene);
  for (const [i, width] of [
    [opened, 2.5],
    [pointed, 1.75],
  ] as const) {
    const paper = data.papers[i];
    if (paper === undefined) continue;
    context.beginPath();
    context.arc(paper.x * view.scale + view.x, paper.y * view.scale + view.y, radius + 3, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colours.ink;
    context.stroke();
  }
}
