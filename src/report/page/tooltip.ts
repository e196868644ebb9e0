/** What stands beside the pointer: title and themes of the paper under it. */

import type { MapDocument } from "../map-document.js";
import { element } from "./elements.js";
import type { MapView } from "./map-view.js";
import { percent } from "./paper-list.js";
import type { Store } from "./view-state.js";

const gap = 14;

/** Shows, moves and hides the box; tells it to screen readers too. */
export function watchTooltip(
  box: HTMLElement,
  spoken: HTMLElement,
  data: MapDocument,
  store: Store,
  map: MapView,
): void {
  store.watch((before) => {
    const { pointed } = store.state;
    if (before.pointed === pointed) return;
    box.hidden = pointed < 0;
    if (pointed < 0) return;
    const paper = data.papers[pointed]!;
    const themes = paper.themes.slice(0, 3).map(([t, score]) => `${data.themes[t]!.label} ${percent(score)}`);
    const facts = [paper.authors, paper.date].filter(Boolean).join(" · ");
    box.replaceChildren(
      element("b", {}, paper.title || paper.id),
      element("span", {}, themes.join(" · ") || "no theme"),
      ...(facts ? [element("small", {}, facts)] : []),
    );
    spoken.textContent = `${paper.title || paper.id}. ${themes.join(", ") || "No theme"}.`;
    const [x, y] = map.screenPlace(pointed);
    const { width, height } = box.getBoundingClientRect();
    const frame = box.parentElement!.getBoundingClientRect();
    const left = x + gap + width > frame.width ? x - gap - width : x + gap;
    box.style.left = `${Math.max(4, left)}px`;
    box.style.top = `${Math.max(4, Math.min(frame.height - height - 4, y - height / 2))}px`;
  });
}
