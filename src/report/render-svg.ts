/** The map of a model as a picture, for papers and READMEs. */

import { flag, integer, type Optional, resolveOptions } from "../options.js";
import { checkModel } from "../themes/model/check-model.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { escapeHtml } from "./escape-html.js";
import { grouped } from "./grouped.js";
import { makeDocument } from "./make-document.js";
import { dotRadius } from "./map/dot-radius.js";
import { islandBox } from "./map/island-box.js";
import { nameLines } from "./map/name-lines.js";
import { darkColours, lightColours, nameColour } from "./map/palette.js";
import { type LabelBox, type PlacedBox, placeLabels } from "./map/place-labels.js";
import type { MapDocument, MapTheme } from "./map-document.js";

/** How the picture is made. */
export interface SvgOptions {
  /** Pixels. @defaultValue 1200 */
  readonly width: number;
  /** Light shapes on a dark ground. @defaultValue false */
  readonly dark: boolean;
}

/** Mean width of a letter of a bold sans serif, in heights of the font; there is no font to measure. */
const letterWidth = 0.58;
const lineHeight = 1.25;
const grounds = { light: { sea: "#f4f5f2", ink: "#1d2127" }, dark: { sea: "#12161d", ink: "#e9ecf0" } };

/**
 * The map of `renderHtml` without its controls: islands, papers and names of themes. Each paper carries its title, which
 * browsers show under the pointer. Every text is escaped.
 *
 * @throws ThemataError INVALID_OPTION
 * @example
 * writeFileSync("map.svg", renderSvg(discoverThemes(papers)));
 */
export function renderSvg(model: ThemeModel, options?: Optional<SvgOptions>): string {
  checkModel("renderSvg", model);
  const { width, dark } = resolveOptions<SvgOptions>("renderSvg", options, {
    width: integer(1200, 100, 20_000),
    dark: flag(false),
  });
  const data = makeDocument(model, `A map of ${grouped(model.papers.length)} papers`);
  const scale = width / data.width;
  const height = Math.round(scale);
  const { sea, ink } = dark ? grounds.dark : grounds.light;
  const colours = dark ? darkColours : lightColours;
  const colourOf = (theme: number | undefined): string =>
    theme === undefined ? "#8a929b" : colours[data.themes[theme]!.colour]!;
  const radius = dotRadius(data.papers.length, data.width, scale);
  const description = `${data.title}: ${data.themes.map(({ label }) => label).join(", ")}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeHtml(description)}">`,
    `<rect width="${width}" height="${height}" fill="${sea}"/>`,
    ...data.themes.map((theme) => island(theme, colours[theme.colour]!, scale)),
    `<g stroke="${sea}" stroke-width=".75">`,
    ...data.papers.map(({ title, x, y, themes: [first] }) => {
      const at = `cx="${pixels(x * scale)}" cy="${pixels(y * scale)}" r="${pixels(radius)}"`;
      return `<circle ${at} fill="${colourOf(first?.[0])}"><title>${escapeHtml(title)}</title></circle>`;
    }),
    "</g>",
    `<g stroke="${sea}" stroke-width="4" stroke-linejoin="round" paint-order="stroke" text-anchor="middle" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif" font-weight="600">`,
    ...names(data, scale, { width, height }, radius, (t) => nameColour(colourOf(t), ink)),
    "</g>",
    "</svg>",
    "",
  ].join("\n");
}

function island({ shore, heights }: MapTheme, colour: string, scale: number): string {
  const path = (rings: MapTheme["shore"]): string => rings.map((ring) => smoothRing(ring, scale)).join("");
  return [
    `<path d="${path(shore)}" fill="${colour}" fill-opacity=".1" fill-rule="evenodd" stroke="${colour}" stroke-opacity=".4"/>`,
    `<path d="${path(heights)}" fill="${colour}" fill-opacity=".1" fill-rule="evenodd"/>`,
  ].join("");
}

/** A closed curve through the middles of the sides of a ring. */
function smoothRing(ring: readonly number[], scale: number): string {
  const count = ring.length / 2;
  const x = (i: number): number => ring[2 * (i % count)]! * scale;
  const y = (i: number): number => ring[2 * (i % count) + 1]! * scale;
  const middle = (i: number): string => `${pixels((x(i) + x(i + 1)) / 2)} ${pixels((y(i) + y(i + 1)) / 2)}`;
  let path = `M${middle(0)}`;
  for (let i = 1; i <= count; i += 1) path += `Q${pixels(x(i))} ${pixels(y(i))} ${middle(i)}`;
  return `${path}Z`;
}

function names(
  data: MapDocument,
  scale: number,
  frame: { readonly width: number; readonly height: number },
  radius: number,
  inkOf: (theme: number) => string,
): string[] {
  const largest = Math.max(...data.themes.map(({ size }) => size));
  const order = data.themes.map((_, t) => t).sort((a, b) => data.themes[b]!.size - data.themes[a]!.size || a - b);
  const labels = order.map((t) => {
    const { label, size } = data.themes[t]!;
    const fontSize = Math.round((frame.width / 1200) * (17 + 6 * Math.sqrt(size / largest)));
    return { t, lines: nameLines(label), fontSize, box: boxOf(data.themes[t]!, nameLines(label), fontSize, scale) };
  });
  const covered = (box: PlacedBox): number => {
    const near = (x: number, y: number): boolean =>
      Math.abs(x * scale - box.x) < box.width / 2 + radius && Math.abs(y * scale - box.y) < box.height / 2 + radius;
    return data.papers.filter(({ x, y }) => near(x, y)).length;
  };
  const places = placeLabels(
    labels.map(({ box }) => box),
    frame,
    undefined,
    [],
    covered,
  );
  return labels.flatMap(({ t, lines, fontSize, box }, i) => {
    const place = places[i];
    if (place === undefined) return [];
    const step = box.height / lines.length;
    const spans = lines.map((line, n) => {
      const y = place.y + step * (n - (lines.length - 1) / 2) + 0.35 * fontSize;
      return `<tspan x="${pixels(place.x)}" y="${pixels(y)}">${escapeHtml(line)}</tspan>`;
    });
    return [`<text font-size="${fontSize}" fill="${inkOf(t)}">${spans.join("")}</text>`];
  });
}

function boxOf(theme: MapTheme, lines: readonly string[], fontSize: number, scale: number): LabelBox {
  return {
    ...islandBox(theme, { scale, x: 0, y: 0 }),
    width: Math.max(...lines.map(({ length }) => length)) * letterWidth * fontSize,
    height: lines.length * fontSize * lineHeight,
  };
}

/** A tenth of a pixel is enough. */
function pixels(value: number): string {
  return String(Math.round(value * 10) / 10);
}
