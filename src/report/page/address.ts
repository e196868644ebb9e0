/** What is open, in the address of the page, so that it can be linked to. */

import type { MapDocument } from "../map-document.js";
import type { Place } from "./view-state.js";

/** "#theme=bandits", "#paper=a001" or "#". */
export function addressOf({ themes, papers }: MapDocument, place: Place): string {
  if (place.kind === "theme") return `#theme=${encodeURIComponent(themes[place.theme]!.id)}`;
  return place.kind === "paper" ? `#paper=${encodeURIComponent(papers[place.paper]!.id)}` : "#";
}

/** The place that an address names; the list of themes where it names none that is there. */
export function placeOf({ themes, papers }: MapDocument, address: string): Place {
  const [, kind, id] = /^#(theme|paper)=(.*)$/.exec(address) ?? [];
  const wanted = decoded(id ?? "");
  const at = (kind === "theme" ? themes : kind === "paper" ? papers : []).findIndex((entry) => entry.id === wanted);
  if (at < 0) return { kind: "themes" };
  return kind === "theme" ? { kind, theme: at } : { kind: "paper", paper: at };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
