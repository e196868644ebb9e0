/** From which period to which: bars of all papers over two sliders. */

import type { MapDocument } from "../map-document.js";
import { element, shape } from "./elements.js";
import type { Store } from "./view-state.js";

const barsWidth = 300;
const barsHeight = 34;

/** The filter, or nothing where the papers have no dates. */
export function periodFilter(data: MapDocument, store: Store): HTMLElement | undefined {
  const { periods } = data;
  if (periods.length === 0) return undefined;
  const bars = barsOf(data);
  const output = element("output", {});
  const from = slider("from", 0, periods, (value) => {
    store.change({ periods: [Math.min(value, store.state.periods[1]), store.state.periods[1]] });
  });
  const to = slider("to", periods.length - 1, periods, (value) => {
    store.change({ periods: [store.state.periods[0], Math.max(value, store.state.periods[0])] });
  });
  const show = (): void => {
    const [first, last] = store.state.periods;
    bars.forEach((bar, i) => {
      bar.classList.toggle("out", i < first || i > last);
    });
    from.value = String(first);
    to.value = String(last);
    from.setAttribute("aria-valuetext", periods[first]!);
    to.setAttribute("aria-valuetext", periods[last]!);
    output.textContent = first === last ? periods[first]! : `${periods[first]} – ${periods[last]}`;
  };
  show();
  store.watch((before) => {
    if (before.periods !== store.state.periods) show();
  });
  return element(
    "fieldset",
    { class: "periods" },
    element("legend", {}, "Published ", output),
    shape(
      "svg",
      { viewBox: `0 0 ${barsWidth} ${barsHeight}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...bars,
    ),
    element("div", { class: "sliders" }, from, to),
  );
}

/** A bar for the papers of each period. */
function barsOf({ papers, periods }: MapDocument): SVGRectElement[] {
  const totals = periods.map(() => 0);
  for (const { period } of papers) if (period >= 0) totals[period]! += 1;
  const most = Math.max(...totals);
  const step = barsWidth / periods.length;
  return totals.map((count, i) => {
    const height = (count / most) * barsHeight;
    return shape("rect", { x: i * step + 0.5, y: barsHeight - height, width: Math.max(0.5, step - 1), height });
  });
}

function slider(
  name: string,
  value: number,
  periods: readonly string[],
  told: (value: number) => void,
): HTMLInputElement {
  const input: HTMLInputElement = element("input", {
    type: "range",
    min: 0,
    max: periods.length - 1,
    step: 1,
    value,
    "aria-label": `${name} period`,
    oninput: () => told(Number(input.value)),
  });
  return input;
}
