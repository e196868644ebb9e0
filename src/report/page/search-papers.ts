/** Finding papers by the beginnings of words, and which papers the present filters let through. */

import type { MapDocument } from "../map-document.js";
import type { ViewState } from "./view-state.js";

/** Looks through the papers of a document. */
export interface PaperSearch {
  /** Places of the papers that hold every word of the query, best first; all when there is no query. */
  find(query: string): number[];
}

const titleWeight = 4;

/** Folds case and accents, so that "schrodinger" finds "Schrödinger". */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}

/** Reads the texts once; a search then is a walk over strings. */
export function createSearch({ papers, themes }: MapDocument): PaperSearch {
  const titles = papers.map(({ title }) => ` ${folded(title)}`);
  const rest = papers.map(
    ({ authors = "", abstract = "", venue = "", themes: [first] }) =>
      ` ${folded(`${authors} ${venue} ${first ? themes[first[0]]!.label : ""} ${abstract}`)}`,
  );
  return {
    find(query) {
      const words = folded(query).split(/\s+/).filter(Boolean);
      if (words.length === 0) return papers.map((_, i) => i);
      const scores = papers.map((_, i) => score(words, titles[i]!, rest[i]!));
      return papers
        .map((_, i) => i)
        .filter((i) => scores[i]! > 0)
        .sort((a, b) => scores[b]! - scores[a]! || a - b);
    },
  };
}

/** 0 unless every word is there; more for words in the title and for beginnings of words. */
function score(words: readonly string[], title: string, rest: string): number {
  let sum = 0;
  for (const word of words) {
    const inTitle = places(title, word) * titleWeight;
    const found = inTitle > 0 ? inTitle : places(rest, word);
    if (found === 0) return 0;
    sum += found;
  }
  return sum;
}

/** 2 where the word begins a word of the text, 1 where it stands within one. */
function places(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return 0;
  return new RegExp(`[^\\p{L}\\p{N}]${escaped(word)}`, "u").test(text) ? 2 : 1;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

/** Which papers the filters let through: 1 or 0 for each. */
export function shownPapers(data: MapDocument, found: readonly number[], state: ViewState): Uint8Array {
  const shown = new Uint8Array(data.papers.length);
  const [first, last] = state.periods;
  const allPeriods = first === 0 && last >= data.periods.length - 1;
  for (const i of found) {
    const { period } = data.papers[i]!;
    shown[i] = allPeriods || (period >= first && period <= last) ? 1 : 0;
  }
  return shown;
}
