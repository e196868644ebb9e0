/** Themes of a stream of papers, whose text is dropped as soon as it is counted. */

import { choice, integer, type Optional, type OptionRules, resolveOptions } from "../options.js";
import type { Paper, Problem } from "../papers/paper.js";
import { createPaperIndex, type PaperIndex } from "../related/paper-index.js";
import type { Analyzer } from "../text/analyzer.js";
import { type TextOptions, textRules } from "../themes/discover-options.js";
import { discoverThemes, discoveryIn, phrasesOfPapers, type StartedDiscovery } from "../themes/discover-themes.js";
import { themeAnalyzer } from "../themes/embed-collection.js";
import { type Checkpoint, checkpointOf } from "../themes/model/progress.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { fitSpace, isLarge, rowsOfSpace } from "../themes/space/space.js";
import { usualMostTerms } from "../vectors/vectorize-batches.js";
import { checkSource } from "./check-source.js";
import { heldPaper } from "./held-paper.js";
import {
  type KeptInIndex,
  type LargeCollection,
  largeCollection,
  type StreamedCollection,
} from "./large-collection.js";
import { type PaperEvent, papersOf } from "./paper-events.js";

/** How themes of a stream are discovered: as in memory, but without the caller's own vectors. */
export interface DiscoverStreamOptions extends TextOptions {
  /** Distinct terms held above which the rarest are dropped between batches of two million. @defaultValue 4000000 */
  readonly mostTerms: number;
  /**
   * Whether an index of related papers is made in the same pass. Of more than 20,000 papers it has what `createPaperIndex`
   * gives with `longestRun: 1` and the analyzer and fields of the themes, and keeps all distinct terms. "papers" keeps the
   * papers with their text; "titles" drops the abstracts: answers and scores are the same, but phrases in quotation marks
   * and duplicates are looked for in titles, and reasons are told in words of titles. @defaultValue "none"
   */
  readonly index: KeptInIndex;
}

/** Themes of a stream, and what was wrong with it. */
export interface StreamedThemes {
  readonly model: ThemeModel;
  readonly problems: readonly Problem[];
  /** No document frequency is understated by more than this; 0 unless terms were dropped. */
  readonly missedAtMost: number;
  /** The index of related papers, where one was asked for. */
  readonly index: PaperIndex | undefined;
}

const rules: OptionRules<DiscoverStreamOptions> = {
  ...textRules,
  mostTerms: integer(usualMostTerms, 1),
  index: choice<KeptInIndex>("none", ["none", "titles", "papers"]),
};

/**
 * The themes that `discoverThemes` finds in the same papers. Up to 20,000 papers are held and given to it. Of more only
 * vectors, ids, titles, dates, venues and authors stay, and the text of the few thousand that themes are named from; their
 * representatives are chosen among these.
 *
 * @param source papers, or the events of `streamPapers`
 * @throws ThemataError as `discoverThemes` does; and what the source throws
 * @example
 * const { model } = await discoverThemesInStream(streamPapers(createReadStream("arxiv.jsonl.gz")), { k: 40 });
 */
export async function discoverThemesInStream(
  source: AsyncIterable<PaperEvent> | Iterable<PaperEvent>,
  options?: Optional<DiscoverStreamOptions>,
): Promise<StreamedThemes> {
  checkSource("discoverThemesInStream", source);
  const { mostTerms, index, ...resolved } = resolveOptions("discoverThemesInStream", options, rules);
  const checkpoint = checkpointOf("discoverThemesInStream", resolved);
  const analyzer = resolved.analyzer ?? themeAnalyzer(Infinity);
  const problems: Problem[] = [];
  let held: Paper[] = [];
  let large: LargeCollection | undefined;
  let papers = 0;
  for await (const paper of papersOf("discoverThemesInStream", source, problems)) {
    if (papers % 256 === 0) checkpoint("read", 0);
    papers += 1;
    if (large !== undefined) large.add(paper);
    else held.push(heldPaper(paper));
    if (large === undefined && isLarge(papers)) {
      large = largeCollection("discoverThemesInStream", { ...resolved, analyzer, mostTerms, index });
      held.forEach(large.add);
      held = [];
    }
  }
  checkpoint("read", 1);
  if (large === undefined) {
    const { analyzer: own, seed } = resolved;
    const made = index === "none" ? undefined : createPaperIndex(held, { analyzer: own, seed });
    return { model: discoverThemes(held, resolved), problems, missedAtMost: 0, index: made };
  }
  const collection = large.finish(() => checkpoint("vectors", 0));
  return {
    model: themesOf(collection, analyzer, resolved, checkpoint),
    problems,
    missedAtMost: collection.missedAtMost,
    index: collection.index,
  };
}

function themesOf(
  collection: StreamedCollection,
  analyzer: Analyzer,
  resolved: TextOptions,
  checkpoint: Checkpoint,
): ThemeModel {
  const discovery = startedDiscovery(collection, analyzer, resolved, checkpoint);
  const onStep = (done: number): void => checkpoint("labels", done / 2);
  return discovery.finish(phrasesOfPapers(collection.sample, resolved.k, resolved.phrases, onStep));
}

/** The part that needs the papers' rows: a call of its own, at whose end they are let go. */
function startedDiscovery(
  { counted, papers, sample }: StreamedCollection,
  analyzer: Analyzer,
  resolved: TextOptions,
  checkpoint: Checkpoint,
): StartedDiscovery {
  checkpoint("vectors", 0.5);
  const space = fitSpace(counted, analyzer, resolved.seed, () => checkpoint("vectors", 0.5));
  const rows = rowsOfSpace(space);
  checkpoint("vectors", 1);
  return discoveryIn({ analyzer, space, rows }, papers, (row) => sample[row], resolved, checkpoint);
}
