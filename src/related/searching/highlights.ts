/** Where the words of a query stand in a paper. */

import { type Paper, type TextField, textOf } from "../../papers/paper.js";
import { type Collection, wordReader } from "../index/collection.js";
import { occurrences } from "../index/occurrences.js";
import { isPair } from "../index/term-table.js";
import type { Concept } from "./search-concepts.js";

/** A word of a field: UTF-16 code units from `start` to `end`. */
export interface Highlight {
  readonly field: TextField;
  readonly start: number;
  readonly end: number;
}

/** Words whose terms count as a concept, pairs of words that do, and long forms of its acronym; title first, in order. */
export function highlightsOf(collection: Collection<Paper>, paper: Paper, concepts: readonly Concept[]): Highlight[] {
  const reader = wordReader(collection);
  const { table } = reader;
  const wanted = new Set<number>();
  const longForm = new Set<number>();
  for (const { terms, spelledOut } of concepts) {
    for (const term of terms) if (!isPair(table, term)) wanted.add(term);
    for (const term of [...terms, ...spelledOut]) {
      if (isPair(table, term)) longForm.add(table.left[term]!).add(table.right[term]!);
    }
  }
  const found: Highlight[] = [];
  for (const field of ["title", "abstract"] as const) {
    const words = occurrences(reader, textOf(paper, field));
    words.forEach(({ terms, start, end }, i) => {
      const parts = terms.filter((term) => longForm.has(term)).length;
      const inLongForm = parts > 1 || (parts === 1 && neighbours(words, i, longForm));
      if (inLongForm || terms.some((term) => wanted.has(term))) found.push({ field, start, end });
    });
  }
  return found;
}

/** Whether the word before or after is of the long form too. */
function neighbours(words: ReturnType<typeof occurrences>, i: number, longForm: ReadonlySet<number>): boolean {
  const before = i > 0 && words[i]!.joined && words[i - 1]!.terms.some((term) => longForm.has(term));
  const after = i + 1 < words.length && words[i + 1]!.joined && words[i + 1]!.terms.some((term) => longForm.has(term));
  return before || after;
}
