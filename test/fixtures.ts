import { readFileSync } from "node:fs";
import { isThemataError, type Paper, readPapers, type Saveable, serialize } from "../src/index.js";

/** The demonstration corpus: 160 invented papers, ten themes. */
export const demonstration: readonly (Paper & { readonly themes: readonly string[] })[] = readPapers(
  readFileSync(new URL("../fixtures/abstracts.jsonl", import.meta.url)),
).papers as (Paper & { themes: string[] })[];

/** A paper from a sentence. */
export function paperOf(id: string, title: string, abstract = ""): Paper {
  return { id, title, abstract };
}

/** The code of the error that a call throws. */
export function codeOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return isThemataError(error) ? error.code : `not a ThemataError: ${error}`;
  }
  return "nothing thrown";
}

/** Whether two values are saved as the same bytes: known at once, where comparing long arrays item by item takes seconds. */
export function sameBits(one: Saveable, other: Saveable): boolean {
  return Buffer.compare(serialize(one), serialize(other)) === 0;
}
