/** One dictionary of acronyms for a collection: what each short form stands for, and how many papers say so. */

import { type Paper, textOf } from "../papers/paper.js";
import { findAcronyms } from "./acronyms.js";
import { phraseKey } from "./phrase-key.js";
import { surfaceForms } from "./surface-forms.js";

/** A short form, one of its meanings and how many papers define it so. */
export interface AcronymEntry {
  /** Singular: "LLM". */
  readonly short: string;
  /** Whether most papers that define it write it in the plural: "LLMs". */
  readonly plural: boolean;
  /** The long form as most papers write it: "large language models". */
  readonly long: string;
  /** `phraseKey` of the short form: "llm". */
  readonly shortKey: string;
  /** `phraseKey` of the long form: "larg languag model". */
  readonly longKey: string;
  /** Papers that define the short form so. */
  readonly papers: number;
}

/** The definitions found in the papers; for each short form its most frequent meaning first, short forms by code units. */
export function acronymDictionary(papers: readonly Paper[]): AcronymEntry[] {
  const collector = acronymCollector();
  for (const paper of papers) {
    collector.begin();
    for (const field of ["title", "abstract"] as const) collector.read(textOf(paper, field), field === "title");
  }
  return collector.entries();
}

/** Reads definitions paper by paper. */
export interface AcronymCollector {
  /** What is read from now on is of another paper. */
  begin(): void;
  read(text: string, isTitle: boolean): void;
  /** As `acronymDictionary` gives them. */
  entries(): AcronymEntry[];
}

/** A collector that has read nothing. */
export function acronymCollector(): AcronymCollector {
  const counts = new Map<
    string,
    { short: string; plurals: number; shortKey: string; longKey: string; papers: number }
  >();
  const forms = surfaceForms<string>();
  const seen = new Set<string>();

  return {
    begin: () => seen.clear(),
    read(text, isTitle) {
      for (const { short, long, start, end } of findAcronyms(text)) {
        const singular = short.replace(/(?<=\p{Lu})['’]?s$/u, "");
        const longKey = phraseKey(long);
        const key = `${singular}\n${longKey}`;
        const at = text.indexOf(long, start);
        if (at >= 0 && at < end) forms.add(key, text, at, at + long.length, isTitle);
        else forms.add(key, long, 0, long.length, true);
        if (seen.has(key)) continue;
        seen.add(key);
        const shortKey = phraseKey(singular);
        const entry = counts.get(key) ?? { short: singular, plurals: 0, shortKey, longKey, papers: 0 };
        entry.papers += 1;
        if (short !== singular) entry.plurals += 1;
        counts.set(key, entry);
      }
    },
    entries: () =>
      [...counts]
        .map(([key, { short, plurals, shortKey, longKey, papers }]): AcronymEntry => {
          return { short, plural: 2 * plurals > papers, long: forms.best(key), shortKey, longKey, papers };
        })
        .sort((a, b) => byCode(a.short, b.short) || b.papers - a.papers || byCode(a.longKey, b.longKey)),
  };
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
