/** Keywords written into the entries of a BibTeX file. */

import { splitKeywords } from "../papers/fields/names.js";
import type { KeywordsAt } from "../papers/lines/add-line-keywords.js";
import { parseEntry } from "./bibtex.js";
import { bibtexEntries } from "./bibtex-entries.js";
import { salvagedEntry } from "./bibtex-salvage.js";
import { keywordsText } from "./write-bibtex.js";

/** The file with the keywords in the `keywords` field of its entries; the field is put first where there is none. */
export function addBibtexKeywords(text: string, keywordsAt: KeywordsAt): string {
  const pieces: string[] = [];
  let at = 0;
  for (const entry of bibtexEntries(text)) {
    const fresh = entry.complete ? keywordsAt(entry.line) : [];
    pieces.push(text.slice(at, entry.start), fresh.length === 0 ? entry.text : withKeywords(entry.text, fresh));
    at = entry.start + entry.text.length;
  }
  return pieces.join("") + text.slice(at);
}

function withKeywords(entry: string, fresh: readonly string[]): string {
  const item = parseEntry(entry);
  if (item?.itemtype !== "entry") return withFirstKeywords(entry, fresh);
  const field = item.fields.find(({ name, datatype }) => name.toLowerCase() === "keywords" && datatype !== "null");
  if (field === undefined) return entry.replace(",", () => `,\n  keywords = {${keywordsText(fresh)}},`);
  const [whole, name] = fieldIn(entry, field.raw) ?? [];
  if (whole === undefined || typeof field.value !== "string") return entry;
  const keywords = joined(splitKeywords(field.value), fresh);
  return entry.replace(whole, () => `${name}{${keywords}}`);
}

/** An entry that breaks the grammar, with a field for keywords where it has none so far. */
function withFirstKeywords(entry: string, fresh: readonly string[]): string {
  if (salvagedEntry(entry).fields.has("keywords")) return entry;
  return entry.replace(/^[^,={}]*[{(][^,={}]*,/, (head) => `${head}\n  keywords = {${keywordsText(fresh)}},`);
}

/** The keywords field as it stands, and its part before the value. */
function fieldIn(entry: string, raw: string): readonly [string, string] | undefined {
  for (const { 0: name, index } of entry.matchAll(/[\s,]keywords\s{0,20}=\s{0,20}/gi)) {
    if (entry.startsWith(raw, index + name.length)) return [name + raw, name];
  }
  return undefined;
}

/** Those before stay as they are written; what they are parted by serves for all. */
function joined(before: readonly string[], fresh: readonly string[]): string {
  const written = fresh.map((keyword) => keywordsText([keyword]).replace(/;$/, ""));
  const separator = [...before, ...written].some((keyword) => keyword.includes(",")) ? "; " : ", ";
  return [...before, ...written].join(separator);
}
