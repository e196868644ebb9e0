/** The index of a collection: related papers, similarity, additions and removals. */

import {
  checkArgument,
  choice,
  integer,
  number,
  type Optional,
  type OptionRules,
  object,
  resolveOptions,
} from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, analyzerOption, createAnalyzer, type FieldWeights, fieldsOption } from "../text/analyzer.js";
import { checkVectors, type PaperVectors } from "../themes/space/external-vectors.js";
import type { PaperCounter } from "../vectors/paper-counter.js";
import {
  addPaper,
  type Collection,
  createCollection,
  fillCollection,
  fillCounted,
  fitBasis,
  pack,
  removePapers,
} from "./index/collection.js";
import { collectionData, collectionOfData, type PaperIndexData, readerOfData } from "./index/snapshot.js";
import { type DuplicateGroup, duplicateGroups } from "./near-copies/duplicates.js";
import { idsRule, type RelatedQuery, resolveQuery } from "./ranking/query.js";
import { type RelatedOptions, type RelatedPaper, relatedPapers } from "./ranking/related.js";
import { type FoundPaper, type SearchOptions, searchPapers } from "./searching/search.js";

/** How an index reads and compares papers. */
export interface PaperIndexOptions {
  /** Turns text into terms. @defaultValue createAnalyzer() */
  readonly analyzer: Analyzer;
  /** How often the terms of each field count, whole numbers from 0 to 8. @defaultValue { title: 2, abstract: 1, keywords: 1 } */
  readonly fields: FieldWeights;
  /** Longest run of terms that counts as a term. @defaultValue 2 */
  readonly longestRun: 1 | 2;
  /** Dimensions of the latent space; 0 for none. @defaultValue 30 */
  readonly dimensions: number;
  /** Your own vectors, a row for each paper, in place of the latent space. @defaultValue none */
  readonly vectors: PaperVectors | undefined;
  /** Share of the dense similarity in the score, 0 to 1. @defaultValue 0.3, with `vectors` 0.5 */
  readonly denseShare: number | undefined;
  /** Seed of the latent space. @defaultValue 0 */
  readonly seed: number;
}

const rules: OptionRules<PaperIndexOptions> = {
  analyzer: analyzerOption<Analyzer>(createAnalyzer()),
  fields: fieldsOption({ title: 2, abstract: 1, keywords: 1 }, 8),
  longestRun: choice<1 | 2>(2, [1, 2]),
  dimensions: integer(30, 0, 1000),
  vectors: object<PaperVectors | undefined>(undefined, "a matrix or an array of rows"),
  denseShare: number<number | undefined>(undefined, 0, 1),
  seed: integer(0, 0),
};

/**
 * An index of papers, which may be none.
 *
 * Complexity: linear in the text, and a latent space fitted to at most 20,000 of the papers.
 *
 * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID, INVALID_OPTION
 * @example
 * const index = createPaperIndex(papers);
 * index.related("paper-0001", { limit: 5 }); // [{ paperId, score, because: [{ phrase, weight }] }]
 */
export function createPaperIndex<P extends Paper>(
  papers: readonly P[],
  options?: Optional<PaperIndexOptions>,
): PaperIndex<P> {
  checkPapers("createPaperIndex", papers);
  const resolved = resolveOptions("createPaperIndex", options, rules);
  const own = resolved.vectors && checkVectors("createPaperIndex", resolved.vectors, papers.length);
  const vectorOf = (i: number): Float64Array | undefined => own?.data.slice(i * own.columns, (i + 1) * own.columns);
  return filledIndex(resolved, (collection) => fillCollection(collection, papers, vectorOf));
}

/**
 * What `createPaperIndex(papers, { analyzer, fields, seed, longestRun: 1 })` gives, of papers that a counter with that
 * analyzer and those fields has taken in. `places` of their ids become the index's own; `onStep` is told now and then.
 *
 * @internal
 */
export function paperIndexOfCounts<P extends Paper>(
  papers: readonly P[],
  places: Map<string, number>,
  counter: PaperCounter,
  options: Pick<PaperIndexOptions, "analyzer" | "fields" | "seed">,
  onStep: () => void,
): PaperIndex<P> {
  const resolved = resolveOptions("createPaperIndex", { ...options, longestRun: 1 as const }, rules);
  return filledIndex(resolved, (collection) => fillCounted(collection, papers, places, counter), onStep);
}

function filledIndex<P extends Paper>(
  { analyzer, fields, longestRun, dimensions, vectors, denseShare, seed }: PaperIndexOptions,
  fill: (collection: Collection<P>) => void,
  onStep?: () => void,
): PaperIndex<P> {
  const reader = { analyzer, fields, pairs: longestRun === 2 && (analyzer.options?.ngramRange[1] ?? 1) === 1 };
  const collection = createCollection<P>(reader, { dimensions, seed, ownVectors: vectors !== undefined });
  fill(collection);
  if (collection.lexical.live > 0) fitBasis(collection, onStep);
  return new PaperIndex(collection, denseShare ?? (vectors === undefined ? 0.3 : 0.5));
}

/**
 * The index that `toData` gave, with the same answers.
 *
 * @param options.analyzer the analyzer, needed where the index was made with the caller's own
 * @throws ThemataError MODEL_FORMAT when it is needed and not given
 */
export function paperIndexFromData<P extends Paper>(
  data: PaperIndexData<P>,
  options?: { readonly analyzer?: Analyzer | undefined },
): PaperIndex<P> {
  checkArgument("paperIndexFromData", "data", "what toData gave", ArrayBuffer.isView(data?.entries), data);
  return new PaperIndex(collectionOfData(data, readerOfData(data, options?.analyzer)), data.denseShare);
}

/** The index of data that nobody else holds: its tables are made at the first question. @internal */
export function paperIndexOfOwn(data: PaperIndexData): PaperIndex {
  const reader = readerOfData(data);
  return new PaperIndex(() => collectionOfData(data, reader), data.denseShare);
}

/** Papers that can be asked for their neighbours. Made by {@link createPaperIndex}. */
export class PaperIndex<P extends Paper = Paper> {
  #source: Collection<P> | (() => Collection<P>);
  readonly #denseShare: number;

  /** @internal */
  constructor(source: Collection<P> | (() => Collection<P>), denseShare: number) {
    this.#source = source;
    this.#denseShare = denseShare;
  }

  get #collection(): Collection<P> {
    if (typeof this.#source === "function") this.#source = this.#source();
    return this.#source;
  }

  /** Papers in the index. */
  get size(): number {
    return this.#collection.lexical.live;
  }

  /** The paper with an id, undefined if there is none. */
  get(id: string): P | undefined {
    const row = this.#collection.rowOf.get(id);
    return row === undefined ? undefined : this.#collection.papers[row];
  }

  /**
   * The papers most related to a paper of the index (its id), to a paper or a text from elsewhere (a draft), or to
   * papers liked and unlike others. A string that is an id of the index is an id. The query itself is never an answer.
   *
   * The score is `(1 - denseShare) x cosine of TF-IDF + denseShare x cosine in the latent space`, 0 to 1, exact. Ties
   * go to the paper added first.
   *
   * @throws ThemataError UNKNOWN_PAPER for an unknown id in `like` or `unlike`, INVALID_OPTION, INVALID_PAPER
   */
  related(query: RelatedQuery, options?: Optional<RelatedOptions<P>>): RelatedPaper[] {
    this.#fitIfNew();
    return relatedPapers(this.#collection, query, options, this.#denseShare);
  }

  /**
   * The papers that match a text as typed into a search field: BM25F over title, abstract and keywords by stems, with
   * acronyms and their long forms as one, `"words in quotation marks"` required as they stand, accents and British spelling apart.
   *
   * Papers with none of the words are no answers. The first search with `prefix` or `fuzzy` reads all texts once.
   *
   * @throws ThemataError UNKNOWN_PAPER for an unknown id in `like`, INVALID_OPTION
   * @example
   * index.search('"reward model" RLHF', { limit: 3 }); // [{ paperId, score, because, highlights }]
   */
  search(text: string, options?: Optional<SearchOptions<P>>): FoundPaper[] {
    this.#fitIfNew();
    return searchPapers(this.#collection, text, options);
  }

  /** The score that {@link PaperIndex.related} gives two papers, ids or texts; symmetric, 0 to 1. */
  similarity(a: RelatedQuery, b: RelatedQuery): number {
    this.#fitIfNew();
    const first = resolveQuery("similarity", this.#collection, a, this.#denseShare);
    const second = resolveQuery("similarity", this.#collection, b, this.#denseShare);
    const share = Math.min(first.denseShare, second.denseShare);
    const weights = new Map(second.lexical.terms.map((term, i) => [term, second.lexical.weights[i]!]));
    let lexical = 0;
    first.lexical.terms.forEach((term, i) => {
      lexical += first.lexical.weights[i]! * (weights.get(term) ?? 0);
    });
    const dense = share > 0 ? first.dense!.reduce((sum, value, d) => sum + value * second.dense![d]!, 0) : 0;
    return Math.min(1, (1 - share) * Math.min(1, lexical) + share * Math.min(1, Math.max(0, dense)));
  }

  /**
   * Groups of records that are of one paper: preprint and final version, a changed title, LaTeX against Unicode, a
   * truncated abstract. Parts of a series and yearly reports are not taken for one.
   *
   * @param options.minSimilarity leaves out matches that share less of the shorter abstract; 0 by default
   * @throws ThemataError INVALID_OPTION
   */
  duplicates(options?: { readonly minSimilarity?: number | undefined }): DuplicateGroup[] {
    const { minSimilarity } = resolveOptions("duplicates", options, { minSimilarity: number(0, 0, 1) });
    const { rowAt, papers } = this.#collection;
    return duplicateGroups(
      rowAt.flatMap((row) => papers[row] ?? []),
      minSimilarity,
    );
  }

  /**
   * Adds papers; one with a known id takes the place of that paper. Costs what the papers cost, whatever the index holds.
   *
   * @param options.vectors your own vectors, for an index made with them
   * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID within `papers`, INVALID_OPTION; nothing is added then
   */
  add(papers: readonly P[], options?: { readonly vectors?: PaperVectors | undefined }): void {
    checkPapers("add", papers);
    const columns = this.#collection.dense?.dimensions;
    const given = options?.vectors;
    const own = given && checkVectors("add", given, papers.length, columns);
    papers.forEach((paper, i) => {
      addPaper(this.#collection, paper, own?.data.slice(i * own.columns, (i + 1) * own.columns));
    });
  }

  /** Removes papers by their ids. @throws ThemataError UNKNOWN_PAPER, INVALID_OPTION, and nothing is removed then */
  remove(ids: readonly string[]): void {
    checkArgument("remove", "ids", idsRule.expected, idsRule.accepts(ids), ids);
    removePapers(this.#collection, ids);
  }

  /** Fits the latent space to the papers of the moment, and gives back the room of removed ones. */
  rebuild(): void {
    pack(this.#collection, false);
    fitBasis(this.#collection);
  }

  /** Papers added and removed since the latent space was fitted, as a share of those it was fitted to. */
  get staleness(): number {
    const { fitted, changed } = this.#collection;
    return changed === 0 ? 0 : changed / Math.max(1, fitted);
  }

  /** All of the index as plain data, from which {@link paperIndexFromData} makes it again. */
  toData(): PaperIndexData<P> {
    return collectionData(this.#collection, this.#denseShare);
  }

  /** An index created empty gets its latent space at the first question. */
  #fitIfNew(): void {
    const { fitted, lexical } = this.#collection;
    if (fitted === 0 && lexical.live > 0) fitBasis(this.#collection);
  }
}
