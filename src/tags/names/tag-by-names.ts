/** Tags papers by the names that stand in them: for taxonomies of thousands of themes. */

import { addTo } from "../../matrix/by-key.js";
import type { Paper } from "../../papers/paper.js";
import { acronymDictionary } from "../../text/acronym-dictionary.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";
import type { Tagger } from "../tagger.js";
import { matchNames, nameOf } from "./match-names.js";
import { type IndexedName, indexNames, type NameIndex } from "./name-index.js";
import { type NameStatistics, type ScoredName, scoreNames } from "./name-scores.js";
import { nameWords } from "./name-words.js";
import { indexParts, type PartIndex } from "./part-names.js";

/** An acronym counts for all papers when so many define it, */
const fewestDefinitions = 3;
/** and when of all its definitions so many say the same. */
const fewestShare = 0.8;

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
  return { documents: papers.length, frequencies, titles, acronyms: settled(papers, index) };
}

/** The short forms that nearly all papers let stand for one theme. */
function settled(papers: readonly Paper[], index: NameIndex): { short: string; theme: number }[] {
  const entries = acronymDictionary(papers);
  const all = new Map<string, number>();
  for (const { short, papers: definitions } of entries) addTo(all, short, definitions);
  return entries.flatMap(({ short, long, papers: definitions }) => {
    if (definitions < fewestDefinitions || definitions < fewestShare * all.get(short)!) return [];
    const name = nameOf(long, index);
    return name === undefined ? [] : [{ short, theme: name.theme }];
  });
}

/** The themes whose names stand in a paper, with scores. */
export function namesIn(tagger: Tagger, statistics: NameStatistics, paper: Paper): ScoredName[] {
  const { index, acronyms } = namesOf(tagger, statistics);
  return scoreNames(paper, matchNames(paper, index, acronyms), statistics);
}

/** What is made of a tagger's names once. */
export interface NameRuntime {
  readonly index: NameIndex;
  readonly acronyms: ReadonlyMap<string, IndexedName>;
  /** The words of the definitions, made when first asked for. */
  parts(): PartIndex;
}

const runtimes = new WeakMap<NameStatistics, NameRuntime>();

/** The index is made of the definitions when a tagger is first used, and kept beside it. */
export function namesOf(tagger: Tagger, statistics: NameStatistics): NameRuntime {
  const known = runtimes.get(statistics);
  if (known !== undefined) return known;
  const acronyms = new Map<string, IndexedName>();
  for (const { short, theme } of statistics.acronyms) {
    const [word, more] = nameWords(short);
    if (word !== undefined && more === undefined) acronyms.set(word.folded, { theme, acronym: true, plainness: 0 });
  }
  let parts: PartIndex | undefined;
  const runtime = {
    index: indexNames(tagger.themes),
    acronyms,
    parts() {
      parts ??= indexParts(tagger.themes);
      return parts;
    },
  };
  runtimes.set(statistics, runtime);
  return runtime;
}
