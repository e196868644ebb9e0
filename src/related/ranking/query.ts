/** What a caller asks with, as something rows can be compared with. */

import {
  areTexts,
  invalidOption,
  isText,
  type OptionRule,
  type OptionRules,
  resolveOptions,
  value,
} from "../../options.js";
import { checkPaper, type Paper } from "../../papers/paper.js";
import { type Collection, knownRow, latentPlacer } from "../index/collection.js";
import { denseRow } from "../index/dense-rows.js";
import { rowEntries } from "../index/lexical-index.js";
import { paperEntries, textEntries } from "../index/row-terms.js";
import {
  entriesVector,
  feedbackDense,
  feedbackVector,
  rowVector,
  unitDense,
  type WeightedTerms,
} from "../index/weighted-terms.js";
import type { RowQuery } from "./row-scorer.js";

/** Papers of the index that answers should be like and unlike, and a text that they should be about. */
export interface Feedback {
  /** Ids of one paper or more, unless there is a text. */
  readonly like?: readonly string[] | undefined;
  readonly unlike?: readonly string[] | undefined;
  readonly about?: string | undefined;
}

/** Ids of papers. */
export const idsRule: OptionRule<readonly string[]> = value<readonly string[]>([], "an array of ids", areTexts);
const feedbackRules: OptionRules<{ [K in keyof Feedback]-?: NonNullable<Feedback[K]> }> = {
  like: idsRule,
  unlike: idsRule,
  about: value("", "a text", isText),
};

/** The id of a paper of the index, a paper, a text such as a draft, or papers liked and disliked. */
export type RelatedQuery = string | Paper | Feedback;

/** A query, and the rows that are the query itself. */
export interface ResolvedQuery extends RowQuery {
  readonly own: ReadonlySet<number>;
}

interface Vectors {
  readonly lexical: WeightedTerms;
  readonly dense: Float64Array | undefined;
}

/**
 * @param vector the caller's own vector of a text or paper that is not in the index
 * @throws ThemataError UNKNOWN_PAPER, INVALID_PAPER, INVALID_OPTION
 */
export function resolveQuery(
  where: string,
  collection: Collection<Paper>,
  query: RelatedQuery,
  denseShare: number,
  vector?: Float64Array,
): ResolvedQuery {
  const own = new Set<number>();
  const vectors = vectorsOf(where, collection, query, vector, own);
  const share = vectors.dense === undefined ? 0 : denseShare;
  return { ...vectors, denseShare: share, own };
}

function vectorsOf(
  where: string,
  collection: Collection<Paper>,
  query: RelatedQuery,
  vector: Float64Array | undefined,
  own: Set<number>,
): Vectors {
  if (isText(query)) {
    const row = collection.rowOf.get(query);
    if (row === undefined) return textVectors(collection, query, vector);
    own.add(row);
    return rowVectors(collection, row);
  }
  if (query === null || typeof query !== "object" || Array.isArray(query)) {
    throw invalidOption(where, "query", "an id, a text, a paper or { like, unlike, about }", query);
  }
  if (!isPaper(query)) return feedbackVectors(where, collection, query, vector, own);
  checkPaper(where, query);
  const row = collection.rowOf.get(query.id);
  const entries = paperEntries(collection.reader, collection.lexical.terms, query);
  if (row === undefined) return entryVectors(collection, entries, -1, vector);
  own.add(row);
  const isAsKnown = vector === undefined && isSame(entries, rowEntries(collection.lexical, row));
  return isAsKnown ? rowVectors(collection, row) : entryVectors(collection, entries, row, vector);
}

/** Whether it should be a paper, be it one without an id. */
function isPaper(query: Paper | Feedback): query is Paper {
  return "id" in query || "title" in query;
}

function isSame(entries: Uint32Array, others: Uint32Array): boolean {
  return entries.length === others.length && entries.every((entry, i) => entry === others[i]);
}

function feedbackVectors(
  where: string,
  collection: Collection<Paper>,
  feedback: Feedback,
  vector: Float64Array | undefined,
  own: Set<number>,
): Vectors {
  const { like, unlike, about } = resolveOptions(where, feedback, feedbackRules);
  if (like.length === 0 && about.trim() === "") {
    throw invalidOption(where, "like", "ids of one paper or more, or a text in `about`", like);
  }
  const read = (id: string): Vectors => {
    const row = knownRow(collection, where, id);
    own.add(row);
    return rowVectors(collection, row);
  };
  const liked = like.map(read);
  const disliked = unlike.map(read);
  if (about.trim() !== "") liked.push(textVectors(collection, about, vector));
  const dense = (vectors: readonly Vectors[]): Float64Array[] => vectors.flatMap((each) => each.dense ?? []);
  return {
    lexical: feedbackVector(lexicalOf(liked), lexicalOf(disliked)),
    dense: feedbackDense(dense(liked), dense(disliked)),
  };
}

function lexicalOf(vectors: readonly Vectors[]): WeightedTerms[] {
  return vectors.map(({ lexical }) => lexical);
}

function rowVectors(collection: Collection<Paper>, row: number): Vectors {
  const { lexical, dense } = collection;
  return { lexical: rowVector(lexical, row), dense: dense && denseRow(dense, row) };
}

function textVectors(collection: Collection<Paper>, text: string, own: Float64Array | undefined): Vectors {
  return entryVectors(collection, textEntries(collection.reader, collection.lexical.terms, text), -1, own);
}

/** @param self the row that has the entries, -1 for none */
function entryVectors(
  collection: Collection<Paper>,
  entries: Uint32Array,
  self: number,
  own: Float64Array | undefined,
): Vectors {
  const dense = collection.ownVectors ? own && unitDense(own) : latentPlacer(collection)?.(entries, self);
  return { lexical: entriesVector(collection.lexical, entries), dense };
}
