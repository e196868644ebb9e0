/** What the page of a map holds: plain data, written into it as JSON and read by its program. */

/** A theme on the map. */
export interface MapTheme {
  readonly id: string;
  readonly label: string;
  readonly phrases: readonly string[];
  /** Papers whose first theme this is. */
  readonly size: number;
  readonly cohesion: number;
  /** Place in the palette. */
  readonly colour: number;
  /** Papers of each period, as many as `MapDocument.periods`. */
  readonly trend: readonly number[];
  /** Places in `papers`, with the sentence that speaks for the theme. */
  readonly representatives: readonly { readonly paper: number; readonly sentence: string }[];
  /** Places in `themes` with the phrases that tell this theme from each, nearest first. */
  readonly nearest: readonly { readonly theme: number; readonly phrases: readonly string[] }[];
  /** Shore and heights on the map, each a list of closed lines x0, y0, x1, y1, ... */
  readonly shore: readonly (readonly number[])[];
  readonly heights: readonly (readonly number[])[];
  /** The middle of its papers. */
  readonly heart: readonly [number, number];
}

/** A paper on the map. */
export interface MapPaper {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  /** Places in `themes` with scores, best first. */
  readonly themes: readonly (readonly [theme: number, score: number])[];
  /** Place in `periods`, -1 without a date. */
  readonly period: number;
  readonly authors?: string;
  readonly date?: string;
  readonly venue?: string;
  readonly link?: string;
  readonly abstract?: string;
  /** Phrases that speak for its first theme, with their spans in title (t) and abstract (a). */
  readonly evidence?: readonly {
    readonly phrase: string;
    readonly spans: readonly (readonly ["t" | "a", number, number])[];
  }[];
  /** Places in `papers` with scores and shared phrases, best first. */
  readonly related?: readonly { readonly paper: number; readonly score: number; readonly phrases: readonly string[] }[];
}

/** A branch of the tree of themes. */
export interface MapBranch {
  readonly label: string;
  readonly size: number;
  /** Place in `themes` at a leaf. */
  readonly theme?: number;
  readonly children: readonly MapBranch[];
}

/** Everything a page shows. */
export interface MapDocument {
  readonly title: string;
  /** The map is `width` wide and 1 high. */
  readonly width: number;
  /** Years, quarters or months, ascending without gaps; empty where the dates tell nothing. */
  readonly periods: readonly string[];
  readonly themes: readonly MapTheme[];
  readonly papers: readonly MapPaper[];
  readonly tree?: MapBranch;
  /** How the number of themes came about. */
  readonly reason: string;
}
