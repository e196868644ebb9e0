/** The program of the page: reads the document that the page carries and ties map and panels to one state. */

import type { MapDocument } from "../map-document.js";
import { addressOf, placeOf } from "./address.js";
import { byId } from "./elements.js";
import { watchKeys, watchPointer, watchZoom } from "./gestures.js";
import { startingGround, watchGround } from "./ground.js";
import { createMapView } from "./map-view.js";
import { panelFor } from "./panels.js";
import { periodFilter } from "./period-filter.js";
import { createSearch, shownPapers } from "./search-papers.js";
import { watchTooltip } from "./tooltip.js";
import { createStore } from "./view-state.js";

const data = JSON.parse(byId("data").textContent!) as MapDocument;
const store = createStore({
  place: placeOf(data, location.hash),
  query: "",
  periods: [0, Math.max(0, data.periods.length - 1)],
  pointed: -1,
  hinted: -1,
  dark: startingGround(),
});
watchGround(byId("ground"), store);
const canvas = byId("map") as HTMLCanvasElement;
const map = createMapView(canvas, data, store);
watchPointer(canvas, map, store);
watchZoom(canvas, map);
watchKeys(canvas, map, store, data.papers.length);
watchTooltip(byId("tooltip"), byId("spoken"), data, store, map);

const search = createSearch(data);
const field = byId("search") as HTMLInputElement;
const panel = byId("panel");
const filter = periodFilter(data, store);
if (filter) byId("filters").append(filter);
for (const [id, act] of [
  ["zoom-in", () => map.zoom(1.6)],
  ["zoom-out", () => map.zoom(1 / 1.6)],
  ["zoom-all", () => map.showAll()],
] as const) {
  byId(id).addEventListener("click", act);
}

let found = search.find("");
const refresh = (): void => {
  const shown = shownPapers(data, found, store.state);
  map.setShown(shown);
  panel.replaceChildren(panelFor({ data, store, found: found.filter((i) => shown[i] === 1) }));
};
store.watch((before) => {
  const { place, query, periods } = store.state;
  if (before.query !== query) found = search.find(query);
  if (before.place !== place) {
    history.replaceState(null, "", addressOf(data, place));
    panel.scrollTop = 0;
    if (place.kind === "paper") map.reveal(place.paper);
  }
  if (before.place !== place || before.query !== query || before.periods !== periods) refresh();
});
field.addEventListener("input", () => store.change({ query: field.value, place: { kind: "themes" } }));
field.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  field.value = "";
  store.change({ query: "", place: { kind: "themes" } });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  field.focus();
});
window.addEventListener("hashchange", () => store.change({ place: placeOf(data, location.hash) }));
refresh();
