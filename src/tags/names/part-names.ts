/**
 * The themes of whose definitions a paper has single words: the best there is where no name stands in it, and the caller
 * wants a theme all the same.
 *
 * Each word counts by its squared idf among the definitions, one of a name four times as much as one of a description.
 */

import { addTo, appendTo } from "../../matrix/by-key.js";
import { ln } from "../../matrix/elementary.js";
import { type Paper, textOf } from "../../papers/paper.js";
import { academicWords } from "../../text/academic-words.js";
import { englishStopWords } from "../../text/stop-words.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";
import type { NamePlace } from "./match-names.js";
import type { ScoredPlaces } from "./name-scores.js";
import { type NameWord, nameWords } from "./name-words.js";

/** For each stem the themes that have it, with the share of their definition that it is. */
export type PartIndex = ReadonlyMap<string, readonly { readonly theme: number; readonly share: number }[]>;

/** Less than any name that stands in a paper. */
const mostOfParts = 0.3;
const weightInName = 4;

/** Indexes the words of the definitions. Linear. */
export function indexParts(themes: readonly ThemeDefinition[]): PartIndex {
  const weights = themes.map(wordWeights);
  const themesOf = new Map<string, number>();
  for (const own of weights) for (const word of own.keys()) addTo(themesOf, word, 1);
  const index = new Map<string, { theme: number; share: number }[]>();
  weights.forEach((own, theme) => {
    const squares = [...own].map(([word, weight]) => {
      return weight * (ln((1 + themes.length) / (1 + themesOf.get(word)!)) + 1) ** 2;
    });
    const all = squares.reduce((sum, square) => sum + square, 0);
    [...own.keys()].forEach((word, i) => {
      appendTo(index, word, { theme, share: squares[i]! / all });
    });
  });
  return index;
}

function wordWeights({ name, aliases = [], keywords = [], description = "" }: ThemeDefinition): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { stemmed } of tellingWords(description)) weights.set(stemmed, 1);
  for (const text of [name, ...aliases, ...keywords]) {
    for (const { stemmed } of tellingWords(text)) weights.set(stemmed, weightInName);
  }
  return weights;
}

function tellingWords(text: string): NameWord[] {
  return nameWords(text).filter(({ folded, start, end }) => {
    const word = text.slice(start, end).toLowerCase();
    return !englishStopWords.has(word) && !academicWords.has(folded) && !academicWords.has(word);
  });
}

/** The themes of which a paper has words, in the order of their places. */
export function partsIn(paper: Paper, index: PartIndex): ScoredPlaces[] {
  const found = new Map<number, { share: number; matches: NamePlace[] }>();
  const met = new Set<string>();
  for (const field of ["title", "abstract"] as const) {
    for (const { stemmed, start, end } of tellingWords(textOf(paper, field))) {
      if (met.has(stemmed)) continue;
      met.add(stemmed);
      for (const { theme, share } of index.get(stemmed) ?? []) {
        const own = found.get(theme) ?? { share: 0, matches: [] };
        found.set(theme, own);
        own.share += share;
        own.matches.push({ field, start, end });
      }
    }
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([theme, { share, matches }]) => ({ theme, score: mostOfParts * share, matches }));
}
