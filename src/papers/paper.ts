/** What a paper is, and the one check of papers at every public door. */

import { shown, ThemataError } from "../errors.js";
import { isText } from "../options.js";

/** A paper. For the optional fields null, undefined and absent mean the same; fields not named here are kept. */
export interface Paper {
  /** Unique within a collection, not empty. */
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  /** ISO 8601, as precise as known: "2024", "2024-06" or "2024-06-17". */
  readonly date?: string | null | undefined;
  readonly authors?: readonly string[] | null | undefined;
  readonly keywords?: readonly string[] | null | undefined;
  readonly doi?: string | null | undefined;
  readonly venue?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** The names of a paper's fields; all others are the caller's own. */
export const PAPER_FIELDS: readonly string[] = [
  "id",
  "title",
  "abstract",
  "date",
  "authors",
  "keywords",
  "doi",
  "venue",
  "url",
];

/** A field of a paper that holds text to analyse. */
export type TextField = "title" | "abstract";

/** Anything of a record that could not be read, or was mended. */
export interface Problem {
  /** Stable word for the kind, such as "unreadable-line" or "duplicate-id". */
  readonly code: string;
  readonly message: string;
  /** One-based line of the input. */
  readonly line?: number;
  /** Zero-based position of the record. */
  readonly record?: number;
  /** The id the record was given, where it has one. */
  readonly id?: string;
}

/**
 * Checks papers that a caller passes in.
 *
 * @throws ThemataError INVALID_PAPER for a value that is no paper, DUPLICATE_PAPER_ID for two with one id.
 */
export function checkPapers(where: string, papers: readonly Paper[]): void {
  checkPaperList(where, papers);
  const seen = new Set<string>();
  for (let index = 0; index < papers.length; index += 1) {
    const paper = papers[index]!;
    checkPaper(where, paper, index);
    if (seen.add(paper.id).size > index) continue;
    const first = papers.findIndex(({ id }) => id === paper.id);
    throw duplicateId(where, paper.id, first, index);
  }
}

/** What is said of two papers with one id. */
export function duplicateId(where: string, id: string, first: number, second: number): ThemataError {
  const message = `${where}: expected unique paper ids, got ${shown(id)} at ${first} and ${second}. Rename or merge one of them.`;
  return new ThemataError("DUPLICATE_PAPER_ID", message, { id, first, second });
}

/** Checks that what a caller passes in is a list. @throws ThemataError INVALID_PAPER */
export function checkPaperList(where: string, papers: unknown): void {
  if (Array.isArray(papers)) return;
  const message = `${where}: expected an array of papers, got ${shown(papers)}.`;
  throw new ThemataError("INVALID_PAPER", message, { index: -1, field: "papers" });
}

/** Checks one paper, every field that themata knows; `index` is its place in the caller's list. */
export function checkPaper(where: string, paper: Paper, index = 0): void {
  const record: unknown = paper;
  if (record === null || typeof record !== "object") throw invalidPaper(where, index, "paper", "an object", record);
  if (!isText(paper.id) || paper.id === "") {
    throw invalidPaper(where, index, "id", "a string that is not empty", paper.id);
  }
  for (const field of ["title", "abstract", "date", "doi", "venue", "url"] as const) {
    const text: unknown = paper[field];
    if (!isText(text) && text !== undefined && text !== null) {
      throw invalidPaper(where, index, field, "a string", text);
    }
  }
  for (const field of ["authors", "keywords"] as const) checkStrings(where, index, field, paper[field]);
}

function checkStrings(where: string, index: number, field: string, given: unknown): void {
  if (given === undefined || given === null) return;
  const expected = "an array of strings";
  if (!Array.isArray(given)) throw invalidPaper(where, index, field, expected, given);
  for (const item of given) {
    if (!isText(item)) throw invalidPaper(where, index, field, expected, item, " in it");
  }
}

/** The text of a field, "" where there is none. */
export function textOf(paper: Paper, field: TextField): string {
  return paper[field] ?? "";
}

function invalidPaper(
  where: string,
  index: number,
  field: string,
  expected: string,
  got: unknown,
  place = "",
): ThemataError {
  const message = `${where}: expected \`${field}\` of paper ${index} to be ${expected}, got ${shown(got)}${place}. Mend it or leave it out.`;
  return new ThemataError("INVALID_PAPER", message, { index, field });
}
