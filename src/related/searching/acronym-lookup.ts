/** What an acronym of a query stands for, and how a phrase of it is abbreviated, as papers with these words define it. */

import type { Paper } from "../../papers/paper.js";
import { textOf } from "../../papers/paper.js";
import { findAcronyms } from "../../text/acronyms.js";
import type { Analyzer } from "../../text/analyzer.js";

/** Papers looked into for definitions. */
export const papersAsked = 100;
/** Definitions after which looking ends. */
const enough = 5;

/** A definition as terms: of the acronym where it is one term, and of the long form, joined by spaces. */
interface Definition {
  readonly short: string | undefined;
  readonly long: string;
}

/** A paper looked into; its definitions are read when a sign of one is met. */
interface Source {
  readonly text: string;
  readonly lower: string;
  definitions: readonly Definition[] | undefined;
}

/** What papers define, for one search: each paper is read once. */
export interface AcronymLookup {
  /** Terms of the long form that most of the papers give an acronym; undefined if none defines it. */
  longFormOf(term: string, papers: Iterable<Paper>): readonly string[] | undefined;
  /** The term of the acronym that most of the papers give a phrase; undefined if none does. */
  acronymOf(phrase: readonly string[], papers: Iterable<Paper>): string | undefined;
}

/** A look-up that has read no papers. */
export function acronymLookup(analyzer: Analyzer): AcronymLookup {
  const sources = new Map<Paper, Source>();
  const sourceOf = (paper: Paper): Source => {
    let source = sources.get(paper);
    if (source === undefined) {
      const text = `${textOf(paper, "title")}\n${textOf(paper, "abstract")}`;
      source = { text, lower: text.toLowerCase(), definitions: undefined };
      sources.set(paper, source);
    }
    return source;
  };

  /** What most of the first papers that may define it say; ties go to the lesser. */
  const mostDefined = (
    papers: Iterable<Paper>,
    mayDefine: (source: Source) => boolean,
    wanted: (definition: Definition) => string | undefined,
  ): string | undefined => {
    const counts = new Map<string, number>();
    let asked = 0;
    let found = 0;
    for (const paper of papers) {
      if (asked === papersAsked || found === enough) break;
      asked += 1;
      const source = sourceOf(paper);
      if (!mayDefine(source)) continue;
      source.definitions ??= definitionsIn(source.text, analyzer);
      const values = new Set(source.definitions.flatMap((definition) => wanted(definition) ?? []));
      for (const value of values) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
      if (values.size > 0) found += 1;
    }
    return mostFrequent(counts);
  };

  return {
    longFormOf(term, papers) {
      const signs = [`(${term}`, `${term} (`, `${term}s (`];
      const mayDefine = (source: Source): boolean => signs.some((sign) => hasInCapitals(source, sign));
      return mostDefined(papers, mayDefine, ({ short, long }) => (short === term ? long : undefined))?.split(" ");
    },
    acronymOf(phrase, papers) {
      const key = phrase.join(" ");
      const mayDefine = ({ lower }: Source): boolean => lower.includes(`(${key[0]}`);
      return mostDefined(papers, mayDefine, ({ short, long }) => (long === key ? short : undefined));
    },
  };
}

/** Whether a paper has a sign of an acronym: with a capital, without which it is none. */
function hasInCapitals({ text, lower }: Source, sign: string): boolean {
  for (let at = lower.indexOf(sign); at >= 0; at = lower.indexOf(sign, at + 1)) {
    if (!text.startsWith(sign, at)) return true;
  }
  return false;
}

function definitionsIn(text: string, analyzer: Analyzer): Definition[] {
  return findAcronyms(text).map((acronym) => {
    const [short, ...more] = analyzer.terms(acronym.short.replace(/(?<=\p{Lu})['’]?s$/u, ""));
    return { short: more.length === 0 ? short : undefined, long: analyzer.terms(acronym.long).join(" ") };
  });
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > counts.get(best)! || (count === counts.get(best)! && value < best)) best = value;
  }
  return best;
}
