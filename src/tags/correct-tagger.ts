/** A tagger that has been told where it was wrong. */

import { shown, ThemataError } from "../errors.js";
import { appendRows } from "../matrix/csr.js";
import { longer } from "../matrix/growing-arrays.js";
import { invalidOption } from "../options.js";
import { checkPaper, type Paper } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { analyzerBehind } from "../text/supplied.js";
import { methodsOf } from "./fit-tagger.js";
import { learn } from "./learning/learn.js";
import { namesOfThemes } from "./learning/naming.js";
import { tagVectors } from "./tag-vectors.js";
import { checkTagger, type TagDecision, type Tagger, type TaggerMemory } from "./tagger.js";

/** What a person says of one paper. */
export interface TagCorrection {
  readonly paper: Paper;
  /** Ids of themes the paper has. */
  readonly add?: readonly string[] | undefined;
  /** Ids of themes the paper has not. */
  readonly remove?: readonly string[] | undefined;
}

/**
 * A new tagger that keeps to the corrections: for these papers, known by id, they hold whatever the scores say; papers
 * like them move the same way, since each corrected paper becomes an example. Themes of which nothing was said stay
 * open. Of two corrections of one theme on one paper the later holds. The tagger given is not changed.
 *
 * Costs a new fit on the stored vectors; the vocabulary stays that of the first fit. A tagger with the method "names" does
 * not learn: its corrections hold for their papers alone.
 *
 * @throws ThemataError UNKNOWN_THEME, INVALID_PAPER, INVALID_OPTION when a theme is both added and removed
 * @example
 * const themes = [{ id: "rlhf", name: "Human feedback" }, { id: "bandits", name: "Bandits" }];
 * const paper = { id: "p1", title: "Dueling bandits from human feedback", abstract: "" };
 * const tagger = correctTagger(fitTagger({ themes }), [{ paper, add: ["bandits"], remove: ["rlhf"] }]);
 * tagPapers(tagger, [paper])[0].tags.map((tag) => tag.themeId); // ["bandits"]
 */
export function correctTagger(
  tagger: Tagger,
  corrections: readonly TagCorrection[],
  options?: { readonly analyzer?: Analyzer | undefined },
): Tagger {
  checkTagger("correctTagger", tagger);
  if (!Array.isArray(corrections)) {
    throw invalidOption("correctTagger", "corrections", "an array of { paper, add, remove }", corrections);
  }
  corrections.forEach((correction, i) => {
    checkCorrection(tagger, correction, i);
  });
  const decisions = corrections.reduce(decide, tagger.decisions);
  if (tagger.names !== undefined) return { ...tagger, decisions };
  const analyzer = analyzerBehind(tagger.analyzer, options?.analyzer);
  const memory = corrections.reduce(
    (known, correction) => remember(tagger, known, correction, analyzer),
    tagger.memory,
  );
  const { shares, ...learnt } = learn(
    memory,
    tagger.definitions,
    namesOfThemes(tagger.themes, tagger.tfidf, analyzer),
    tagger.choices.method,
  );
  const choices = { method: tagger.choices.method, ...shares };
  return {
    ...tagger,
    ...learnt,
    memory,
    choices,
    methods: methodsOf(tagger.themes, memory, tagger.definitions.indptr, choices),
    decisions,
  };
}

function checkCorrection(tagger: Tagger, correction: TagCorrection, index: number): void {
  if (correction === null || typeof correction !== "object") {
    const message = `correctTagger: expected correction ${index} to be { paper, add, remove }, got ${shown(correction)}.`;
    throw new ThemataError("INVALID_PAPER", message, { index, field: "paper" });
  }
  checkPaper("correctTagger", correction.paper, index);
  const known = tagger.themes.map(({ id }) => id);
  for (const list of [correction.add ?? [], correction.remove ?? []]) {
    if (!Array.isArray(list)) throw invalidOption("correctTagger", "add, remove", "arrays of theme ids", list);
    for (const id of list) {
      if (known.includes(id)) continue;
      const message = `correctTagger: expected ids of the tagger's themes, got ${shown(id)}. Fit a new tagger to add a theme.`;
      throw new ThemataError("UNKNOWN_THEME", message, { id, known });
    }
  }
  for (const id of correction.add ?? []) {
    if (correction.remove?.includes(id)) {
      throw invalidOption("correctTagger", "add, remove", "lists without a theme in common", id);
    }
  }
}

/** The memory with one correction: the paper's row and label row are found or made, then the labels set. */
function remember(tagger: Tagger, memory: TaggerMemory, correction: TagCorrection, analyzer: Analyzer): TaggerMemory {
  const themes = tagger.themes.length;
  let { paperIds, vectors, labelledRows } = memory;
  let row = paperIds.indexOf(correction.paper.id);
  if (row < 0) {
    row = paperIds.length;
    paperIds = [...paperIds, correction.paper.id];
    vectors = appendRows(vectors, tagVectors(tagger, [correction.paper], analyzer));
  }
  let place = labelledRows.indexOf(row);
  if (place < 0) {
    place = labelledRows.length;
    labelledRows = Uint32Array.from([...labelledRows, row]);
  }
  const labels = longer(memory.labels, labelledRows.length * themes);
  const removed = longer(memory.removed, labelledRows.length * themes);
  tagger.themes.forEach(({ id }, t) => {
    const at = place * themes + t;
    if (correction.add?.includes(id)) {
      labels[at] = 1;
      removed[at] = 0;
    } else if (correction.remove?.includes(id)) {
      labels[at] = -1;
      removed[at] = 1;
    }
  });
  return { paperIds, vectors, labelledRows, labels, removed };
}

function decide(decisions: readonly TagDecision[], { paper, ...lists }: TagCorrection): TagDecision[] {
  const add = lists.add ?? [];
  const remove = lists.remove ?? [];
  const before = decisions.find(({ paperId }) => paperId === paper.id) ?? { add: [], remove: [] };
  const decision = {
    paperId: paper.id,
    add: [...new Set([...before.add.filter((id) => !remove.includes(id)), ...add])],
    remove: [...new Set([...before.remove.filter((id) => !add.includes(id)), ...remove])],
  };
  return [...decisions.filter(({ paperId }) => paperId !== paper.id), decision];
}
