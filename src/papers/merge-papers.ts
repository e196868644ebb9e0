/** Several exports of overlapping libraries as one collection, with what was merged and why. */

import { shown, ThemataError } from "../errors.js";
import { appendTo } from "../matrix/by-key.js";
import { checkPaper, type Paper } from "./paper.js";
import { createUniqueIds } from "./reading/unique-ids.js";
import { agree, type Identity, identityOf, publishedTwice } from "./same-paper.js";

/** By what two records were known to be of one paper. */
export type MergeReason = "doi" | "arxiv" | "title";

/** A paper that stood in the lists more than once. */
export interface MergedPaper {
  /** Its id in the result: that of the first record. */
  readonly id: string;
  /** The records it was made of, in the order of the lists. */
  readonly from: readonly { readonly list: number; readonly id: string }[];
  readonly because: readonly MergeReason[];
}

/** What {@link mergePapers} gives. */
export interface MergeResult {
  /** In the order in which they first stand in the lists; unique ids. */
  readonly papers: Paper[];
  readonly merged: MergedPaper[];
  /** Different papers whose ids clashed: what the id became. */
  readonly renamed: { readonly list: number; readonly from: string; readonly to: string }[];
}

/** A record of a list, and what identifies it. */
interface Entry {
  readonly list: number;
  readonly paper: Paper;
  readonly identity: Identity;
}

/** So many different papers of one title are compared; more share a title such as "Editorial". */
const MOST_NAMESAKES = 50;

/**
 * One record for each paper of several lists. Two records are of one paper if they share a DOI or an arXiv id, or have
 * one title (letters and digits alone count) and neither year, authors nor DOI speak against it; a title of three words
 * or fewer needs a year in common, and one such as "Editorial" an author too. A preprint may be of another year than the
 * publication that has its title, an author of it and half of its abstract. The first record gives the id and every field it has; later ones fill
 * what is missing, and give the longer abstract, the more precise date of the same year and further keywords.
 * O(records).
 *
 * @example
 * mergePapers([
 *   [{ id: "a", title: "Go-Explore", abstract: "", doi: "10.1000/1" }],
 *   [{ id: "b", title: "Go-Explore", abstract: "We return, then explore.", doi: "10.1000/1" }],
 * ]).papers // [{ id: "a", title: "Go-Explore", abstract: "We return, then explore.", doi: "10.1000/1" }]
 */
export function mergePapers(lists: readonly (readonly Paper[])[]): MergeResult {
  checkLists(lists);
  for (const [list, papers] of lists.entries()) {
    if (!Array.isArray(papers)) throw notAList(papers, list);
    for (const [index, paper] of papers.entries()) checkPaper("mergePapers", paper, index);
  }
  const entries = lists.flatMap((papers, list) =>
    papers.map((paper) => ({ list, paper, identity: identityOf(paper) })),
  );
  const { roots, reasons } = unite(entries);
  const groups = new Map<number, Entry[]>();
  entries.forEach((entry, index) => {
    appendTo(groups, roots[index]!, entry);
  });
  const result: MergeResult = { papers: [], merged: [], renamed: [] };
  const ids = createUniqueIds();
  for (const [root, group] of groups) {
    const { list, paper } = group[0]!;
    const id = ids.claim(paper.id);
    if (id !== paper.id) result.renamed.push({ list, from: paper.id, to: id });
    result.papers.push({ ...group.map((entry) => entry.paper).reduce(combine), id });
    if (group.length === 1) continue;
    const from = group.map((entry) => ({ list: entry.list, id: entry.paper.id }));
    result.merged.push({ id, from, because: [...reasons.get(root)!].sort() });
  }
  return result;
}

/** The first entry of each entry's paper, and the reasons by that first entry. */
function unite(entries: readonly Entry[]): { roots: number[]; reasons: Map<number, Set<MergeReason>> } {
  const links: { a: number; b: number; reason: MergeReason }[] = [];
  const sets = createDisjointSets(entries.length);
  const keys = new Map<string, number>();
  const titles = new Map<string, number[]>();
  const link = (a: number, b: number, reason: MergeReason): void => {
    sets.join(a, b);
    links.push({ a, b, reason });
  };
  entries.forEach(({ identity }, index) => {
    for (const [reason, key] of [
      ["doi", identity.doi],
      ["arxiv", identity.arxivId],
    ] as const) {
      if (key === undefined) continue;
      const first = keys.get(`${reason}:${key}`);
      if (first === undefined) keys.set(`${reason}:${key}`, index);
      else link(first, index, reason);
    }
    if (identity.title === "") return;
    const namesakes = titles.get(identity.title) ?? [];
    // Two publications of one title do not become one by a preprint of either.
    const others = namesakes.filter((other) => publishedTwice(entries[other]!.identity, identity));
    const apart = new Set(others.map(sets.rootOf));
    const same = namesakes.find((other) => !apart.has(sets.rootOf(other)) && agree(entries[other]!.identity, identity));
    if (same !== undefined) link(same, index, "title");
    if (namesakes.length < MOST_NAMESAKES) titles.set(identity.title, [...namesakes, index]);
  });
  const reasons = new Map<number, Set<MergeReason>>();
  for (const { a, reason } of links) {
    const root = sets.rootOf(a);
    reasons.set(root, (reasons.get(root) ?? new Set()).add(reason));
  }
  return { roots: entries.map((_, index) => sets.rootOf(index)), reasons };
}

/** Disjoint sets whose root is their smallest member, with path halving. */
function createDisjointSets(size: number): { rootOf(member: number): number; join(a: number, b: number): void } {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  const rootOf = (member: number): number => {
    let at = member;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  return {
    rootOf,
    join(a, b) {
      const [first, second] = [rootOf(a), rootOf(b)];
      parents[Math.max(first, second)] = Math.min(first, second);
    },
  };
}

/** The first record, completed by the second. */
function combine(first: Paper, second: Paper): Paper {
  const known = (paper: Paper): [string, unknown][] =>
    Object.entries(paper).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const keywords = joinedWords(first.keywords ?? [], second.keywords ?? []);
  const authors = (second.authors?.length ?? 0) > (first.authors?.length ?? 0) ? second.authors : first.authors;
  return {
    ...Object.fromEntries([...known(second), ...known(first)]),
    id: first.id,
    title: first.title || second.title,
    abstract: (second.abstract ?? "").length > (first.abstract ?? "").length ? second.abstract : (first.abstract ?? ""),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(authors?.length ? { authors } : {}),
    ...betterDate(first.date, second.date),
  };
}

function joinedWords(first: readonly string[], second: readonly string[]): string[] {
  const known = new Set(first.map((word) => word.toLowerCase()));
  return [...first, ...second.filter((word) => !known.has(word.toLowerCase()))];
}

function betterDate(first: Paper["date"], second: Paper["date"]): { date?: string } {
  if (!first) return second ? { date: second } : {};
  return { date: second?.startsWith(first) ? second : first };
}

function checkLists(lists: unknown): void {
  if (!Array.isArray(lists)) throw notAList(lists, -1);
}

function notAList(papers: unknown, list: number): ThemataError {
  const message = `mergePapers: expected a list of lists of papers, got ${shown(papers)} as list ${list}. Wrap a single list in an array.`;
  return new ThemataError("INVALID_PAPER", message, { index: list, field: "papers" });
}
