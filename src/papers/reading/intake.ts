/** From drafts to papers: ids given and made unique, dates made ISO, everything that is missing said. */

import { findArxivId, findDoi } from "../fields/identifiers.js";
import { isoDate } from "../fields/iso-date.js";
import type { Paper, Problem } from "../paper.js";
import type { Draft, Fault, Found } from "./draft.js";
import { createUniqueIds } from "./unique-ids.js";

/** A paper, or a problem; in the order of the input, a paper before its own problems. */
export type ReadEvent = { readonly paper: Paper } | { readonly problem: Problem };

/** Takes what a reader found, one by one; it remembers the ids given and counts the records. */
export interface Intake {
  add(found: Found): ReadEvent[];
}

/** How an intake treats ids. */
export interface IntakeOptions {
  /** Whether a record without an id is a problem: not so in formats that have no ids by nature. */
  readonly expectIds: boolean;
  /** How many ids are remembered at least, to find duplicates. */
  readonly remembered: number;
}

/** A fresh intake. Memory: the ids given, at most twice `remembered`. */
export function createIntake({ expectIds, remembered }: IntakeOptions): Intake {
  const ids = createUniqueIds(remembered);
  let position = 0;
  return {
    add(found) {
      const record = position;
      if (found.kind === "skipped") return [{ problem: found.problem }];
      position += 1;
      if (found.kind === "unreadable") return [{ problem: { ...found.problem, record } }];
      const place = found.line === undefined ? { record } : { line: found.line, record };
      const abstract = realAbstract(found.draft.abstract);
      const draft = abstract === found.draft.abstract ? found.draft : { ...found.draft, abstract };
      if (isBlank(draft.title) && isBlank(draft.abstract)) {
        const message = "A record with neither title nor abstract was left out.";
        const id = wantedId(draft);
        const problem = { code: "no-text", message, ...place, ...(id === undefined ? {} : { id }) };
        return [{ problem }, ...located(draft.faults ?? [], place)];
      }
      const own = wantedId(draft);
      const wanted = own ?? `paper-${String(position).padStart(4, "0")}`;
      const id = ids.claim(wanted);
      const { paper, faults } = toPaper(id, draft);
      if (own === undefined && expectIds)
        faults.unshift({ code: "missing-id", message: `No id, DOI or arXiv id: named ${id}.` });
      if (id !== wanted) faults.unshift({ code: "duplicate-id", message: `The id ${wanted} is taken: named ${id}.` });
      return faults.length === 0 ? [{ paper }] : [{ paper }, ...located(faults, { ...place, id })];
    },
  };
}

/** Words that services write where there is no abstract. */
const PLACEHOLDER =
  /^\W*(?:no abstract(?: .{5,12})?|abstract (?:is )?(?:missing|not .{5,9}|un.{5,9})|not available|n\/?a|nan|null|none)\W*$/i;

function realAbstract(text: string | undefined): string | undefined {
  return text !== undefined && text.length < 50 && PLACEHOLDER.test(text) ? undefined : text;
}

function located(faults: readonly Fault[], place: Omit<Problem, "code" | "message">): { problem: Problem }[] {
  return faults.map((fault) => ({ problem: { ...fault, ...place } }));
}

function toPaper(id: string, draft: Draft): { paper: Paper; faults: Fault[] } {
  const faults = [...(draft.faults ?? [])];
  if (isBlank(draft.title)) faults.push({ code: "missing-title", message: "The record has an abstract but no title." });
  if (isBlank(draft.abstract))
    faults.push({ code: "missing-abstract", message: "The record has a title but no abstract." });
  const date = isBlank(draft.date) ? undefined : isoDate(draft.date);
  if (!isBlank(draft.date) && date === undefined) {
    faults.push({
      code: "invalid-date",
      message: `No year found in the date ${JSON.stringify(draft.date.slice(0, 60))}.`,
    });
  }
  const paper: Paper = {
    id,
    title: draft.title ?? "",
    abstract: draft.abstract ?? "",
    ...(date === undefined ? {} : { date }),
    ...(draft.authors?.length ? { authors: draft.authors } : {}),
    ...(draft.keywords?.length ? { keywords: draft.keywords } : {}),
    ...(isBlank(draft.doi) ? {} : { doi: draft.doi }),
    ...(isBlank(draft.venue) ? {} : { venue: draft.venue }),
    ...(isBlank(draft.url) ? {} : { url: draft.url }),
    ...draft.extra,
  };
  return { paper, faults };
}

function isBlank(text: string | undefined): text is undefined | "" {
  return text === undefined || text.trim() === "";
}

function wantedId(draft: Draft): string | undefined {
  if (!isBlank(draft.id)) return draft.id;
  return findDoi(draft.doi) ?? findArxivId(draft.arxivId) ?? findArxivId(draft.url);
}
