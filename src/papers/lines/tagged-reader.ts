/** Formats of tagged lines (RIS, MEDLINE, Web of Science): lines into records, records into drafts. */

import { appendTo } from "../../matrix/by-key.js";
import { readable } from "../markup/readable-text.js";
import type { Draft, Found, PaperReader } from "../reading/draft.js";
import { byLines, type Line } from "./lines.js";

/** What one of these formats looks like. */
export interface TaggedFormat {
  /** The tag and value of a line, or undefined for a line that goes on with the value before it. */
  readonly split: (text: string) => { readonly tag: string; readonly value: string } | undefined;
  /** The tag that begins a record. */
  readonly first: string;
  /** Tags that begin a record as well where the first one is missing. */
  readonly others?: ReadonlySet<string>;
  /** The tag that ends it, where there is one. */
  readonly last?: string;
  /** Lines between records that mean nothing. */
  readonly ignored: RegExp;
  readonly toDraft: (fields: TaggedFields) => Draft;
}

/** The values of a record by tag: for each time the tag stands there, the lines of its value. */
export type TaggedFields = ReadonlyMap<string, readonly (readonly string[])[]>;

/** A reader of a tagged format. */
export function openTagged(format: TaggedFormat): PaperReader {
  let fields: Map<string, string[][]> | undefined;
  let open: string[] = [];
  let start = 0;
  const finish = (complete: boolean): Found[] => {
    if (fields === undefined) return [];
    const draft = format.toDraft(fields);
    const missing = [
      ...(fields.has(format.first) ? [] : [format.first]),
      ...(complete || format.last === undefined ? [] : [format.last]),
    ];
    fields = undefined;
    if (missing.length === 0) return [{ kind: "record", draft, line: start }];
    const message = `The record has no ${missing.join(" and no ")} line: it may be cut off.`;
    const faults = [{ code: "unfinished-record", message }, ...(draft.faults ?? [])];
    return [{ kind: "record", draft: { ...draft, faults }, line: start }];
  };
  const take = (line: Line): Found[] => {
    const field = format.split(line.text);
    if (
      field !== undefined &&
      (field.tag === format.first || (fields === undefined && format.others?.has(field.tag)))
    ) {
      const before = finish(false);
      fields = new Map();
      start = line.number;
      open = [field.value];
      fields.set(field.tag, [open]);
      return before;
    }
    if (fields === undefined) return outside(format, line, field?.tag);
    if (field === undefined) {
      if (line.text.trim() !== "") open.push(line.text);
      return [];
    }
    if (field.tag === format.last) return finish(true);
    open = [field.value];
    appendTo(fields, field.tag, open);
    return [];
  };
  return byLines(take, () => finish(false));
}

function outside(format: TaggedFormat, line: Line, tag: string | undefined): Found[] {
  if (line.text.trim() === "" || tag === format.last || format.ignored.test(line.text)) return [];
  const message = `Line ${line.number} stands outside of any record: ${JSON.stringify(line.text.slice(0, 60))}.`;
  return [{ kind: "unreadable", problem: { code: "unreadable-line", message, line: line.number } }];
}

/** Each value of the given tags as one line of text, in the order of the tags. */
export function valuesOf(fields: TaggedFields, ...tags: readonly string[]): string[] {
  return tags
    .flatMap((tag) => fields.get(tag) ?? [])
    .map(joinedLines)
    .filter((value) => value !== "");
}

/** The value of the first of the given tags that has one. */
export function firstOf(fields: TaggedFields, ...tags: readonly string[]): string | undefined {
  return tags.map((tag) => valuesOf(fields, tag)[0]).find((value) => value !== undefined);
}

/** Each line of the values of the given tags: for lists that have one item a line. */
export function linesOf(fields: TaggedFields, ...tags: readonly string[]): string[] {
  const lines = tags.flatMap((tag) => fields.get(tag) ?? []).flat();
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** All values of the first of the given tags that has one, made readable: abstracts come in several pieces. */
export function readableOf(fields: TaggedFields, ...tags: readonly string[]): string | undefined {
  const tag = tags.find((candidate) => valuesOf(fields, candidate).length > 0);
  return tag === undefined ? undefined : readable(valuesOf(fields, tag).join(" "));
}

function joinedLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
