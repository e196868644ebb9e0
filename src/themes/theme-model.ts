/** What a discovery gives: themes, each paper's memberships, and what later calls need. Plain data throughout. */

import type { CsrMatrix } from "../matrix/csr.js";
import type { DenseMatrix } from "../matrix/dense.js";
import type { AnalyzerOptions } from "../text/analyzer.js";
import type { TfidfModel } from "../vectors/tfidf.js";

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
  /** Single words that set the theme apart, up to ten, best first; weights in (0, 1], the first 1. */
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
}

/** How a paper becomes a vector of the model. */
export interface ThemeSpace {
  /** The analyzer's options, or its name when the caller supplied the function. */
  readonly analyzer: AnalyzerOptions | { readonly custom: true };
  readonly tfidf: TfidfModel;
  /** Written form of each term of the vocabulary. */
  readonly surfaces: readonly string[];
  /** TF-IDF vectors of the fitted papers, one row each; without columns when only the caller's vectors are used. */
  readonly vectors: CsrMatrix;
  /** Right singular vectors, one row a dimension. */
  readonly components: DenseMatrix;
  /** The fitted papers in the space of the components, before smoothing. */
  readonly scores: DenseMatrix;
  /** Neighbours that smooth a paper, 0 for none. */
  readonly neighbours: number;
  /** The caller's own vectors of the fitted papers, without columns when there are none. */
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
  /** The acronym of each phrase, "" for most: "RLHF". */
  readonly acronyms: readonly string[];
  /** Share of a phrase's occurrences that end a noun phrase: low for fragments such as "large language". */
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
  /** Inverse temperature that turns cosines into scores. */
  readonly sharpness: number;
  /** Cosine with the nearest prototype below which a paper fits nowhere. */
  readonly floor: number;
  readonly phraseTable: PhraseTable;
  readonly decisions: Decisions;
  readonly choice: ThemeChoice;
  readonly seed: number;
}
