/** The themes that people gave to papers, out of a field of their records. */

import type { Paper } from "../papers/paper.js";
import { UsageError } from "./usage-error.js";

const usualFields = ["themes", "labels", "tags", "label", "theme", "primary", "category", "categories"];

/**
 * One list for each paper, empty where the field is. A text is one theme; a list is several, by their names or ids.
 *
 * @param field its name, or undefined for the first of the usual ones that a paper has
 * @throws UsageError where no paper has it
 */
export function goldThemes(papers: readonly Paper[], field: string | undefined): string[][] {
  const names = field === undefined ? usualFields : [field];
  const found = names.find((name) => papers.some((paper) => themesIn(paper, name).length > 0));
  if (found !== undefined) return papers.map((paper) => themesIn(paper, found));
  const looked = field === undefined ? `any of the fields ${names.join(", ")}` : `the field "${field}"`;
  const fields = Object.keys(papers[0] ?? {}).join(", ");
  throw new UsageError(`No paper has a theme in ${looked}. Name it with --field; the first paper has ${fields}.`);
}

function themesIn(paper: Paper, field: string): string[] {
  const value: unknown = Object.hasOwn(paper, field) ? Reflect.get(paper, field) : undefined;
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => (typeof entry === "string" && entry.trim() !== "" ? [entry.trim()] : []));
}
