/** Tags papers by the names that stand in them: for taxonomies of thousands of themes. */

import type { Paper } from "../papers/paper.js";
import { acronymDictionary } from "../text/acronym-dictionary.js";
import type { ThemeDefinition } from "../themes/theme-definition.js";
import { matchNames, nameOf } from "./match-names.js";
import { type IndexedName, indexNames, type NameIndex } from "./name-index.js";
import { type NameStatistics, type ScoredName, scoreNames } from "./name-scores.js";
import { nameWords } from "./name-words.js";
import type { Tagger } from "./tagger.js";

/** An acronym counts for all papers when so many define it. */
const fewestDefinitions = 2;

/** Counts the names in background papers and collects their acronyms. One pass. */
export function fitNames(themes: readonly ThemeDefinition[], papers: readonly Paper[]): NameStatistics {
  const index = indexNames(themes);
  const frequencies = new Uint32Array(themes.length);
  const titles = new Uint32Array(themes.length);
  for (const paper of papers) {
    const seen = new Map<number, boolean>();
    for (const { name, field } of matchNames(paper, index, new Map())) {
      seen.set(name.theme, seen.get(name.theme) === true || field === "title");
    }
    for (const [theme, inTitle] of seen) {
      frequencies[theme]! += 1;
      if (inTitle) titles[theme]! += 1;
    }
  }
  const acronyms: { short: string; theme: number }[] = [];
  let last = "";
  for (const { short, long, papers: definitions } of acronymDictionary(papers)) {
    // The first of a short form's meanings is the most frequent one.
    const name = short === last || definitions < fewestDefinitions ? undefined : nameOf(long, index);
    if (name !== undefined) acronyms.push({ short, theme: name.theme });
    last = short;
  }
  return { documents: papers.length, frequencies, titles, acronyms };
}

/** The themes whose names stand in a paper, with scores. */
export function namesIn(tagger: Tagger, statistics: NameStatistics, paper: Paper): ScoredName[] {
  const { index, acronyms } = namesOf(tagger, statistics);
  return scoreNames(paper, matchNames(paper, index, acronyms), statistics);
}

/** What is made of a tagger's names once. */
export interface Runtime {
  readonly index: NameIndex;
  readonly acronyms: ReadonlyMap<string, IndexedName>;
}

const runtimes = new WeakMap<NameStatistics, Runtime>();

/** The index is made of the definitions when a tagger is first used, and kept beside it. */
export function namesOf(tagger: Tagger, statistics: NameStatistics): Runtime {
  const known = runtimes.get(statistics);
  if (known !== undefined) return known;
  const acronyms = new Map<string, IndexedName>();
  for (const { short, theme } of statistics.acronyms) {
    const [word, more] = nameWords(short);
    if (word !== undefined && more === undefined) acronyms.set(word.folded, { theme, acronym: true, plainness: 0 });
  }
  const runtime = { index: indexNames(tagger.themes), acronyms };
  runtimes.set(statistics, runtime);
  return runtime;
}
