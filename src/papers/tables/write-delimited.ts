/** Papers as CSV or TSV, safe to open in a spreadsheet. */

import { joinList } from "../fields/names.js";
import { asText, isObject } from "../json/json-value.js";
import { PAPER_FIELDS, type Paper } from "../paper.js";

const ALWAYS = ["id", "title", "abstract"];

/** Comma-separated values with a header, as RFC 4180 wants them. */
export function csvText(papers: readonly Paper[]): string {
  return delimitedText(papers, ",");
}

/** Tab-separated values with a header. */
export function tsvText(papers: readonly Paper[]): string {
  return delimitedText(papers, "\t");
}

function delimitedText(papers: readonly Paper[], delimiter: string): string {
  const present = new Set(papers.flatMap((paper) => Object.keys(paper)));
  const known = PAPER_FIELDS.filter((name) => ALWAYS.includes(name) || present.has(name));
  const header = [...known, ...[...present].filter((name) => !PAPER_FIELDS.includes(name))];
  const rows = papers.map((paper) => {
    const values = new Map<string, unknown>(Object.entries(paper));
    return header.map((name) => cellText(values.get(name)));
  });
  const lines = [header, ...rows].map((cells) => cells.map((cell) => safeCell(cell, delimiter)).join(delimiter));
  return lines.map((line) => `${line}\r\n`).join("");
}

/**
 * A cell as it is written: quoted where it has to be, and with an apostrophe before it if a spreadsheet would take it
 * for a formula; plain numbers are harmless. One that has apostrophes before such a sign gets one more, so that reading
 * gives back what was written.
 */
export function safeCell(cell: string, delimiter: string, always = false): string {
  const formula = /^'*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell);
  return quotedCell(formula ? `'${cell}` : cell, delimiter, always);
}

/** A cell with quotation marks where the format needs them, or `always`. */
export function quotedCell(cell: string, delimiter: string, always = false): string {
  const plain = !always && !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replace(/"/g, '""')}"`;
}

function cellText(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return joinList(value);
  if (Array.isArray(value) || isObject(value)) return JSON.stringify(value);
  return typeof value === "boolean" ? String(value) : (asText(value) ?? "");
}
