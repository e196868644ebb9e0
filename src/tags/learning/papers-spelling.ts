/** Names of themes in the spelling of the papers: "optimisation" becomes "optimization" where more papers write it so. */

import { type Analyzer, readTerms } from "../../text/analyzer.js";
import { otherSpellings } from "../../text/spellings.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";

/** How common a term is among the papers, 0 for a term that none has; only the order counts. */
export type Commonness = (term: string) => number;

/** How common terms are by their weights; `columnOf` has the column of each term. */
export function commonnessOf(columnOf: ReadonlyMap<string, number>, idf: Float64Array): Commonness {
  return (term) => {
    const column = columnOf.get(term);
    return column === undefined ? 0 : 1 / idf[column]!;
  };
}

/** The definition with each word of its names in the spelling that is commonest; a description has words enough as it is. */
export function inPapersSpelling(theme: ThemeDefinition, analyzer: Analyzer, commonness: Commonness): ThemeDefinition {
  const common = (word: string): number => {
    const terms = readTerms(analyzer, word);
    return terms.length === 1 ? commonness(terms[0]!) : 0;
  };
  const respelled = (text: string): string =>
    text.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
      let best = word;
      for (const other of otherSpellings(word.toLowerCase())) if (common(other) > common(best)) best = other;
      return best;
    });
  const { name, aliases, keywords } = theme;
  return {
    ...theme,
    name: respelled(name),
    ...(aliases && { aliases: aliases.map(respelled) }),
    ...(keywords && { keywords: keywords.map(respelled) }),
  };
}
