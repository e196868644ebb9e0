/** What an acronym of a query stands for, and how a phrase of it is abbreviated, as papers with these words define it. */

import { addTo } from "../../matrix/by-key.js";
import { type Paper, textOf } from "../../papers/paper.js";
import type { Acronym } from "../../text/acronyms.js";
import { type Analyzer, readTerms } from "../../text/analyzer.js";

/** Papers looked into for definitions. */
const papersAsked = 100;
/** Definitions after which looking ends. */
const enough = 5;

/** The acronyms that a text defines. */
export type AcronymReader = (text: string) => readonly Acronym[];

/** Terms of the long form that most of the papers give an acronym; undefined if none defines it. */
export function longFormOf(
  analyzer: Analyzer,
  acronymsIn: AcronymReader,
  term: string,
  papers: Iterable<Paper>,
): readonly string[] | undefined {
  const wanted = (acronym: Acronym): string | undefined => {
    return shortTerm(analyzer, acronym) === term ? readTerms(analyzer, acronym.long).join(" ") : undefined;
  };
  return mostDefined(acronymsIn, papers, [`(${term}`, `${term} (`, `${term}s (`], wanted)?.split(" ");
}

/** The term of the acronym that most of the papers give a phrase; undefined if none does. */
export function acronymOf(
  analyzer: Analyzer,
  acronymsIn: AcronymReader,
  phrase: readonly string[],
  papers: Iterable<Paper>,
): string | undefined {
  const key = phrase.join(" ");
  const wanted = (acronym: Acronym): string | undefined => {
    return readTerms(analyzer, acronym.long).join(" ") === key ? shortTerm(analyzer, acronym) : undefined;
  };
  return mostDefined(acronymsIn, papers, [`(${key[0]}`], wanted);
}

/** The only term of an acronym, singular; undefined where it has several or none. */
function shortTerm(analyzer: Analyzer, { short }: Acronym): string | undefined {
  const terms = readTerms(analyzer, short.replace(/(?<=\p{Lu})['’]?s$/u, ""));
  return terms.length === 1 ? terms[0] : undefined;
}

function mostDefined(
  acronymsIn: AcronymReader,
  papers: Iterable<Paper>,
  signs: readonly string[],
  wanted: (acronym: Acronym) => string | undefined,
): string | undefined {
  const counts = new Map<string, number>();
  let asked = 0;
  let found = 0;
  for (const paper of papers) {
    if (asked === papersAsked || found === enough) break;
    asked += 1;
    const text = `${textOf(paper, "title")}\n${textOf(paper, "abstract")}`;
    const lower = text.toLowerCase();
    if (!signs.some((sign) => lower.includes(sign))) continue;
    const values = new Set(acronymsIn(text).flatMap((acronym) => wanted(acronym) ?? []));
    for (const value of values) if (value !== "") addTo(counts, value, 1);
    if (values.size > 0) found += 1;
  }
  let best: string | undefined;
  for (const [value, count] of counts) {
    if (best === undefined || count > counts.get(best)! || (count === counts.get(best)! && value < best)) best = value;
  }
  return best;
}
