import { readFileSync } from "node:fs";
import { type Paper, readPapers } from "../src/index.js";

/** The demonstration corpus: 160 invented papers, ten themes. */
export const demonstration: readonly (Paper & { readonly themes: readonly string[] })[] = readPapers(
  readFileSync(new URL("../fixtures/abstracts.jsonl", import.meta.url)),
).papers as (Paper & { themes: string[] })[];

/** A paper from a sentence. */
export function paperOf(id: string, title: string, abstract = ""): Paper {
  return { id, title, abstract };
}
