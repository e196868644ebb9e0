/** Whether two records are of one paper: versions, copies, truncated or retyped abstracts. */

import { type Paper, textOf } from "../../papers/paper.js";
import { agree, type Identity, identityOf } from "../../papers/same-paper.js";
import { plainWords } from "../searching/search-text.js";
import { sharedCount, shinglesOf } from "./shingles.js";

/**
 * Why two records are taken for one paper.
 * "identifier": one DOI or arXiv id. "copy": the abstracts agree. "truncated": one abstract is a part of the other.
 * "revised": titles nearly agree, and much of the abstracts. "title": one title, and nothing that speaks against it.
 */
export type DuplicateReason = "identifier" | "copy" | "truncated" | "revised" | "title";

/** Two records of one paper. */
export interface DuplicateMatch {
  readonly reason: DuplicateReason;
  /** Share of the shorter abstract that is in the other too, 0 to 1; 1 for one identifier or title without abstracts. */
  readonly similarity: number;
}

/** What of a paper is compared. */
export interface Fingerprint {
  readonly identity: Identity;
  readonly titleRuns: ReadonlySet<string>;
  readonly titleNumbers: ReadonlySet<string>;
  readonly shingles: Uint32Array;
}

/** From here abstracts alone are enough, whatever the titles say. */
const copied = 0.75;
/** Part numbers and years in the titles that differ ("Part I", "Part II") outweigh anything below. */
const certain = 0.95;
/** With titles that nearly agree this much of the abstract is enough. */
const revised = 0.5;
const nearTitle = 0.65;
/** With one title this much, or no abstract to compare. */
const sameTitle = 0.1;
/** Fewer runs of words say nothing. */
const fewestShingles = 10;
/** One abstract this much shorter is truncated. */
const truncated = 0.8;

/** What of a paper is compared. Linear in its text. */
export function fingerprintOf(paper: Paper): Fingerprint {
  const words = plainWords(textOf(paper, "title"));
  return {
    identity: identityOf(paper),
    titleRuns: letterRuns(words.join(" ")),
    titleNumbers: new Set(words.filter((word) => /^(?:\d+|[ivx]+)$/.test(word))),
    shingles: shinglesOf(textOf(paper, "abstract")),
  };
}

/** How two papers are one, undefined if they are not. */
export function duplicateMatch(a: Fingerprint, b: Fingerprint): DuplicateMatch | undefined {
  if (sharesIdentifier(a.identity, b.identity)) return { reason: "identifier", similarity: 1 };
  const fewer = Math.min(a.shingles.length, b.shingles.length);
  const more = Math.max(a.shingles.length, b.shingles.length);
  const oneTitle = a.identity.title !== "" && a.identity.title === b.identity.title;
  if (fewer < fewestShingles) {
    return oneTitle && agree(a.identity, b.identity) ? { reason: "title", similarity: 1 } : undefined;
  }
  const similarity = sharedCount(a.shingles, b.shingles) / fewer;
  if (similarity < certain && numbersDiffer(a.titleNumbers, b.titleNumbers)) return undefined;
  if (similarity >= copied) return { reason: fewer < truncated * more ? "truncated" : "copy", similarity };
  if (similarity >= revised && likeness(a.titleRuns, b.titleRuns) >= nearTitle)
    return { reason: "revised", similarity };
  const mayBeOne = oneTitle && similarity >= sameTitle && agree(a.identity, b.identity);
  return mayBeOne ? { reason: "title", similarity } : undefined;
}

function sharesIdentifier(a: Identity, b: Identity): boolean {
  return (a.doi !== undefined && a.doi === b.doi) || (a.arxivId !== undefined && a.arxivId === b.arxivId);
}

/** Whether each title has a number that the other lacks. */
function numbersDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((number) => !b.has(number)) && [...b].some((number) => !a.has(number));
}

/** Runs of three characters: most survive a typing error. */
function letterRuns(text: string): Set<string> {
  const runs = new Set<string>();
  for (let i = 0; i + 3 <= text.length; i += 1) runs.add(text.slice(i, i + 3));
  return runs;
}

/** Dice's coefficient of two sets. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const run of a) if (b.has(run)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
