/** From papers to named themes: the main call of themata. */

import { denseProducts } from "../matrix/dense-products.js";
import { type Optional, resolveOptions } from "../options.js";
import type { Paper } from "../papers/paper.js";
import type { PhraseExtractor } from "../text/noun-phrases.js";
import { markPhrases } from "../text/supplied.js";
import { findThemes } from "./clustering/find-themes.js";
import { embedDefinitions } from "./clustering/seeds.js";
import { describeThemes, type ThemeCore } from "./describe-themes.js";
import { type DiscoverOptions, discoverRules, type TextOptions } from "./discover-options.js";
import { type EmbeddedCollection, embedCollection } from "./embed-collection.js";
import { familiarityFloor } from "./model/familiarity.js";
import { calibrateSharpness } from "./model/membership.js";
import { modelPaper } from "./model/model-paper.js";
import { type Checkpoint, checkpointOf, type OnStep, part } from "./model/progress.js";
import type { ModelPaper, PhraseTable, ThemeModel } from "./model/theme-model.js";
import { fitPhraseTable } from "./naming/phrase-table.js";
import { representatives } from "./representatives.js";

/** Papers that are read for phrases, for each theme and in all; more make names no better. */
const read = { each: 120, fewest: 3_000 };

/**
 * Finds the themes of a collection, names them and says which papers belong.
 *
 * With `k` a number there are exactly k themes. The last step is the rule that `assignThemes` applies to new papers, so
 * that assigning the fitted papers gives the fit back. Up to 5,000 papers consensus compares all pairs; above, a sample
 * is clustered and the rest assigned, so that time and memory stay linear.
 *
 * @throws ThemataError EMPTY_CORPUS, INVALID_PAPER, DUPLICATE_PAPER_ID, EMPTY_VOCABULARY, TOO_FEW_PAPERS,
 *   INVALID_OPTION, INVALID_THEME, ABORTED
 * @example
 * const model = discoverThemes(papers, { k: 10 });
 * model.themes[0].label;
 */
export function discoverThemes(papers: readonly Paper[], options?: Optional<DiscoverOptions>): ThemeModel {
  const discovery = startDiscovery(papers, options);
  const onStep = (done: number): void => discovery.checkpoint("labels", done / 2);
  return discovery.finish(phrasesOfPapers(papers, discovery.k, discovery.phrases, onStep));
}

/** A discovery whose themes are found and not yet named. */
export interface StartedDiscovery {
  readonly checkpoint: Checkpoint;
  /** As asked for. */
  readonly k: number | "auto";
  readonly phrases: PhraseExtractor;
  /** The model, its themes named by the phrases of {@link phrasesOfPapers}. */
  finish(phraseTable: PhraseTable): ThemeModel;
}

/** The first part of {@link discoverThemes}. Naming needs phrases, which need nothing of this. */
export function startDiscovery(papers: readonly Paper[], options?: Optional<DiscoverOptions>): StartedDiscovery {
  const resolved = resolveOptions("discoverThemes", options, discoverRules);
  const checkpoint = checkpointOf("discoverThemes", resolved);
  checkpoint("vectors", 0);
  const collection = embedCollection("discoverThemes", papers, resolved, (done) => checkpoint("vectors", done));
  return discoveryIn(collection, papers.map(modelPaper), (row) => papers[row], resolved, checkpoint);
}

/**
 * The same from a collection in its space.
 *
 * @param paperAt the paper of a row, undefined where its text is not held
 */
export function discoveryIn(
  { analyzer, space, rows }: EmbeddedCollection,
  papers: readonly ModelPaper[],
  paperAt: (row: number) => Paper | undefined,
  resolved: TextOptions,
  checkpoint: Checkpoint,
): StartedDiscovery {
  checkpoint("clusters", 0);
  const seeds = embedDefinitions(resolved.seeds, space, analyzer);
  const found = findThemes(rows, space, seeds, resolved, checkpoint);
  // The rows are not needed any more: a million of them take .4 GB.
  const similarity = denseProducts(rows, found.prototypes);
  checkpoint("clusters", 1);
  const finish = (phraseTable: PhraseTable): ThemeModel => {
    const onStep = (done: number): void => checkpoint("labels", 0.5 + done / 2);
    onStep(0.1);
    const sharpness = calibrateSharpness(similarity, found.agreement);
    onStep(0.2);
    const floor = familiarityFloor(space, similarity);
    onStep(0.3);
    const mark = markPhrases(resolved.phrases);
    const core: ThemeCore = {
      papers,
      space,
      prototypes: found.prototypes,
      sharpness,
      floor,
      phraseTable,
      ...(mark && { phrases: mark }),
      decisions: { moved: [], renamed: [], merged: [], split: [] },
      choice: found.choice,
      seed: resolved.seed,
    };
    return describeThemes(core, similarity, {
      known: Array.from({ length: found.choice.k }, (_, t) => {
        const definition = resolved.seeds[t];
        return definition && { id: definition.id, label: definition.name };
      }),
      name: resolved.name,
      represent: (members) => representatives(paperAt, members, space, analyzer),
      onStep: part(onStep, 0.3, 1),
    });
  };
  return { checkpoint, k: resolved.k, phrases: resolved.phrases, finish };
}

/** The phrases that a collection's themes are named with; of papers that are not read only the number counts. */
export function phrasesOfPapers(
  papers: readonly (Paper | undefined)[],
  k: number | "auto",
  extractor: PhraseExtractor,
  onStep?: OnStep,
): PhraseTable {
  return fitPhraseTable(papers, papersToRead(papers.length, k), extractor, undefined, onStep);
}

/**
 * Papers that are read for phrases: all of a small collection, else papers at even steps, 120 for each theme or
 * more. The step is a power of two, so that a reader who does not know how many will come can drop every other paper.
 */
export function papersToRead(papers: number, k: number | "auto"): number[] {
  const step = readingStep(papers, k);
  return Array.from({ length: Math.ceil(papers / step) }, (_, i) => i * step);
}

/** The largest power of two that leaves enough papers. */
export function readingStep(papers: number, k: number | "auto"): number {
  const enough = Math.max(read.fewest, k === "auto" ? 0 : read.each * k);
  let step = 1;
  while (papers / (2 * step) >= enough) step *= 2;
  return step;
}
