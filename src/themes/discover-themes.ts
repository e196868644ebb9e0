/** From papers to named themes: the main call of themata. */

import { resolveOptions } from "../options.js";
import type { Paper } from "../papers/paper.js";
import type { PhraseExtractor } from "../text/noun-phrases.js";
import { markPhrases } from "../text/supplied.js";
import { describeThemes, type ThemeCore } from "./describe-themes.js";
import { type DiscoverOptions, discoverRules } from "./discover-options.js";
import { embedCollection } from "./embed-collection.js";
import { familiarityFloor } from "./familiarity.js";
import { findThemes } from "./find-themes.js";
import { calibrateSharpness, cosines } from "./membership.js";
import { modelPaper } from "./model-paper.js";
import { fitPhraseTable } from "./phrase-table.js";
import { type Checkpoint, checkpointOf, type OnStep } from "./progress.js";
import { representatives } from "./representatives.js";
import { embedDefinitions } from "./seeds.js";
import type { PhraseTable, ThemeModel } from "./theme-model.js";

/** Papers that are read for phrases; more make names no better. */
const readForPhrases = 6_000;

/**
 * Finds the themes of a collection, names them and says which papers belong.
 *
 * With `k` a number there are exactly k themes. The last step is the rule that `assignThemes` applies to new papers, so
 * that assigning the fitted papers gives the fit back. Up to 5,000 papers consensus compares all pairs; above, a sample
 * of 5,000 is clustered and the rest assigned, so that time and memory stay linear.
 *
 * @throws ThemataError EMPTY_CORPUS, INVALID_PAPER, DUPLICATE_PAPER_ID, EMPTY_VOCABULARY, TOO_FEW_PAPERS,
 *   INVALID_OPTION, INVALID_THEME, ABORTED
 * @example
 * const model = discoverThemes(papers, { k: 10 });
 * model.themes[0].label;
 */
export function discoverThemes(
  papers: readonly Paper[],
  options?: { readonly [K in keyof DiscoverOptions]?: DiscoverOptions[K] | undefined },
): ThemeModel {
  const discovery = startDiscovery(papers, options);
  const onStep = (done: number): void => discovery.checkpoint("labels", done / 2);
  return discovery.finish(phrasesOfPapers(papers, discovery.phrases, onStep));
}

/** A discovery whose themes are found and not yet named. */
export interface StartedDiscovery {
  readonly checkpoint: Checkpoint;
  readonly phrases: PhraseExtractor;
  /** The model, its themes named by the phrases of {@link phrasesOfPapers}. */
  finish(phraseTable: PhraseTable): ThemeModel;
}

/** The first part of {@link discoverThemes}. Naming needs phrases, which need nothing of this. */
export function startDiscovery(
  papers: readonly Paper[],
  options?: { readonly [K in keyof DiscoverOptions]?: DiscoverOptions[K] | undefined },
): StartedDiscovery {
  const resolved = resolveOptions("discoverThemes", options, discoverRules);
  const checkpoint = checkpointOf("discoverThemes", resolved);
  checkpoint("vectors", 0);
  const { analyzer, space, rows } = embedCollection("discoverThemes", papers, resolved, (done) =>
    checkpoint("vectors", done),
  );
  checkpoint("clusters", 0);
  const seeds = embedDefinitions(resolved.seeds, space, analyzer);
  const found = findThemes(rows, space, seeds, resolved, checkpoint);
  const finish = (phraseTable: PhraseTable): ThemeModel => {
    checkpoint("labels", 0.5);
    const similarity = cosines(rows, found.prototypes);
    const mark = markPhrases(resolved.phrases);
    const core: ThemeCore = {
      papers: papers.map(modelPaper),
      space,
      prototypes: found.prototypes,
      sharpness: calibrateSharpness(similarity, found.agreement),
      floor: familiarityFloor(space, similarity),
      phraseTable,
      ...(mark && { phrases: mark }),
      decisions: { moved: [], renamed: [], merged: [], split: [] },
      choice: found.choice,
      seed: resolved.seed,
    };
    return describeThemes(core, rows, {
      known: Array.from({ length: found.choice.k }, (_, t) => {
        const definition = resolved.seeds[t];
        return definition && { id: definition.id, label: definition.name };
      }),
      name: resolved.name,
      represent: (members) => representatives(papers, members, space, analyzer),
    });
  };
  return { checkpoint, phrases: resolved.phrases, finish };
}

/** The phrases that a collection's themes are named with; of papers that are not read only the number counts. */
export function phrasesOfPapers(papers: readonly Paper[], extractor: PhraseExtractor, onStep?: OnStep): PhraseTable {
  return fitPhraseTable(papers, papersToRead(papers.length), extractor, undefined, onStep);
}

/** Every paper up to a limit, above it papers at even steps: phrases of thousands of papers name a theme as well. */
export function papersToRead(papers: number): number[] {
  const step = Math.ceil(papers / readForPhrases);
  return Array.from({ length: Math.ceil(papers / step) }, (_, i) => i * step);
}
