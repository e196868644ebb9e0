/** What a discovery gives: themes, each paper's memberships, and what later calls need. Plain data throughout. */

import type { CsrMatrix } from "../../matrix/csr.js";
import type { DenseMatrix } from "../../matrix/dense.js";
import type { AnalyzerOptions } from "../../text/analyzer.js";
import type { SuppliedMark } from "../../text/supplied.js";
import type { TfidfModel } from "../../vectors/tfidf.js";

/** A phrase with its weight; the weights of a list fall. */
export interface WeightedPhrase {
  readonly phrase: string;
  readonly weight: number;
}

/** A theme of the collection. */
export interface Theme {
  /** Stable, unique, made of the label at birth: "reward-model". */
  readonly id: string;
  /** As a researcher would name it; unique among the themes. */
  readonly label: string;
  /** Phrases that set the theme apart, best first; weights in (0, 1], the first 1. */
  readonly phrases: readonly WeightedPhrase[];
  /** Single words that set the theme apart, up to ten, best first, no word for two themes; weights in (0, 1], the first 1. */
  readonly words: readonly WeightedPhrase[];
  /** Papers whose first theme this is, in the order of the collection. */
  readonly paperIds: readonly string[];
  /** The papers nearest to the theme's heart, each with the sentence that speaks best for it. */
  readonly representatives: readonly { readonly paperId: string; readonly sentence: string }[];
  /** Mean cosine of the theme's papers with its prototype, in [0, 1]. */
  readonly cohesion: number;
  /** Mean score that the theme's papers give it, in [0, 1]: how firmly they belong. */
  readonly stability: number;
  /** Other themes by cosine of the prototypes, nearest first, with the phrases that tell this theme from each. */
  readonly nearest: readonly {
    readonly themeId: string;
    readonly similarity: number;
    readonly phrases: readonly string[];
  }[];
}

/** The themes of one paper, best first. */
export interface Assignment {
  readonly paperId: string;
  /** Scores in (0, 1], falling, adding up to at most 1; empty when the paper fits nowhere. */
  readonly themes: readonly { readonly themeId: string; readonly score: number }[];
}

/** What the model keeps of a paper: never its abstract. */
export interface ModelPaper {
  readonly id: string;
  readonly title: string;
  readonly date?: string;
  readonly venue?: string;
  readonly authors?: readonly string[];
  /** Added later, fits no theme so far, and waits for others of its kind. */
  readonly waiting?: true;
}

/** How a paper becomes a vector of the model. */
export interface ThemeSpace {
  /** The analyzer's options, or a mark that the caller gave one. */
  readonly analyzer: AnalyzerOptions | SuppliedMark;
  readonly tfidf: TfidfModel;
  /** Written form of each term of the vocabulary. */
  readonly surfaces: readonly string[];
  /** TF-IDF vectors of the papers, one row each; without columns when only the caller's vectors are used. */
  readonly vectors: CsrMatrix;
  /** Share of each paper's different terms that the vocabulary has, in [0, 1]. */
  readonly known: Float64Array;
  /** Right singular vectors, one row a dimension. */
  readonly components: DenseMatrix;
  /** Unit rows of the papers in the space of the components, before smoothing; without columns where nothing is smoothed. */
  readonly scores: DenseMatrix;
  /** Neighbours that smooth a paper, 0 for none. */
  readonly neighbours: number;
  /** Their share in a smoothed paper, in [0, 1]. */
  readonly neighbourShare: number;
  /** Papers, from the first, that vocabulary and components were learnt from. */
  readonly fitted: number;
  /** Papers, from the first, that smooth others; those added later are smoothed but smooth none. */
  readonly reference: number;
  /** For each paper the reference papers nearest to it, with their cosines; without entries for no neighbours. */
  readonly nearest: CsrMatrix;
  /** The caller's own vectors of the papers, without columns when there are none. */
  readonly external: DenseMatrix;
  /** Share of the caller's vectors in the squared length of a row, in [0, 1]. */
  readonly externalShare: number;
}

/** Which phrases each fitted paper holds, for naming and comparing themes later. */
export interface PhraseTable {
  /** Key of each phrase (stems of its words), ascending; a phrase's place is its column. */
  readonly keys: readonly string[];
  /** Readable form of each phrase. */
  readonly phrases: readonly string[];
  /** The acronym of each phrase as papers write it, "" for most: "RLHF", "LLMs". */
  readonly acronyms: readonly string[];
  /** Share of a phrase's occurrences that end a noun phrase: low for fragments such as "large language", 0 for those that hardly stand outside one longer phrase. */
  readonly headShare: Float32Array;
  /** fitted papers x phrases: 2 where the phrase stands in the title, 1 where only in the abstract. */
  readonly matrix: CsrMatrix;
}

/** What a person decided; later steps keep to it. */
export interface Decisions {
  /** Paper id -> theme id. */
  readonly moved: readonly { readonly paperId: string; readonly themeId: string }[];
  /** Theme id -> the name a person gave. */
  readonly renamed: readonly { readonly themeId: string; readonly label: string }[];
  /** Themes that were merged into one, by their former ids. */
  readonly merged: readonly { readonly themeId: string; readonly from: readonly string[] }[];
  /** Themes that were divided, and the themes they became. */
  readonly split: readonly { readonly themeId: string; readonly into: readonly string[] }[];
}

/**
 * Where themes lie once a person merged or split some. A paper lies in the region whose centre is nearest; if that is
 * divided, in the nearest part of it. A theme is one region or several.
 */
export interface ThemeRegions {
  /** One unit row a region; the parts of a region come after it. */
  readonly centres: DenseMatrix;
  /** For each region the one that it is a part of, -1 for none. */
  readonly partOf: Int32Array;
  /** For each region its theme as a place in `themes`, -1 for a divided one. */
  readonly themeOf: Int32Array;
}

/** How the number of themes came about. */
export interface ThemeChoice {
  readonly k: number;
  readonly auto: boolean;
  /** A sentence for people. */
  readonly reason: string;
  /** The measurements behind an automatic choice: modularity for each k tried. */
  readonly candidates: readonly { readonly k: number; readonly modularity: number }[];
}

/** The outcome of a discovery. */
export interface ThemeModel {
  readonly themes: readonly Theme[];
  /** One for each paper, in the order given. */
  readonly assignments: readonly Assignment[];
  readonly papers: readonly ModelPaper[];
  readonly space: ThemeSpace;
  /** One unit row a theme, in the order of `themes`. */
  readonly prototypes: DenseMatrix;
  /** Where the themes lie when a person merged or split some; absent when each theme lies around its prototype. */
  readonly regions?: ThemeRegions;
  /** Inverse temperature that turns cosines into scores. */
  readonly sharpness: number;
  /** Familiarity below which a new paper fits nowhere, in [0, 1). */
  readonly floor: number;
  readonly phraseTable: PhraseTable;
  /** Stands for the caller's own phrase extractor, where one was given. */
  readonly phrases?: SuppliedMark;
  readonly decisions: Decisions;
  readonly choice: ThemeChoice;
  readonly seed: number;
}
