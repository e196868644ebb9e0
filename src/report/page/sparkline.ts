/** A little curve of how many papers each period has. */

import { shape } from "./elements.js";

const width = 72;
const height = 20;

/** An SVG picture; `label` says in words what it shows. */
export function sparkline(counts: readonly number[], label: string): SVGElement | undefined {
  if (counts.length < 2) return undefined;
  const most = Math.max(1, ...counts);
  const x = (i: number): number => 1 + (i * (width - 2)) / (counts.length - 1);
  const y = (count: number): number => height - 2 - (count / most) * (height - 5);
  const points = counts.map((count, i) => `${x(i).toFixed(1)},${y(count).toFixed(1)}`);
  const last = counts.length - 1;
  return shape(
    "svg",
    { class: "spark", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label },
    shape("polygon", { points: `1,${height - 2} ${points.join(" ")} ${width - 1},${height - 2}` }),
    shape("polyline", { points: points.join(" ") }),
    shape("circle", { cx: x(last), cy: y(counts[last]!), r: 1.8 }),
  );
}
