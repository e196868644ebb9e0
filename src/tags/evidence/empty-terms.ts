/** Words of papers about themselves, which are no reason for a tag: "model", "novel", "proposed". */

import { academicWords, emptyModifiers } from "../../text/academic-words.js";
import { type Analyzer, readTerms } from "../../text/analyzer.js";
import { emptyParticiples } from "../../text/lexicon.js";
import { tokenize } from "../../text/tokenize.js";
import { wordParts } from "../../text/word-parts.js";
import type { ThemeDefinition } from "../../themes/model/theme-definition.js";

/** Which words and terms are empty where papers are tagged with certain themes. */
export interface EmptyTerms {
  /** Whether a word (in lower case, then as a term) is empty. */
  isEmpty(word: string, term: string): boolean;
  /** For each column of the vocabulary whether it has no other words. */
  readonly columns: readonly boolean[];
}

/** The empty words, without those that the themes give a meaning: a theme may be "surveys". */
export function findEmptyTerms(
  themes: readonly ThemeDefinition[],
  vocabulary: readonly string[],
  analyzer: Analyzer,
): EmptyTerms {
  const telling = new Set(themes.flatMap((theme) => tellingTerms(theme, analyzer)));
  const empty = new Set([...emptyWords].flatMap((word) => readTerms(analyzer, word)));
  return {
    isEmpty: (word, term) => isEmptyWord(word) && !telling.has(term),
    columns: vocabulary.map((term) => term.split(" ").every((word) => empty.has(word) && !telling.has(word))),
  };
}

const emptyWords: ReadonlySet<string> = new Set([...academicWords, ...emptyModifiers, ...emptyParticiples]);

function isEmptyWord(word: string): boolean {
  return emptyWords.has(word) || (word.endsWith("s") && emptyWords.has(word.slice(0, -1)));
}

/** Terms that are a name by themselves, or that a name has in a form that is no empty word: "reasoning" is no "reason". */
function tellingTerms({ name, aliases = [], keywords = [] }: ThemeDefinition, analyzer: Analyzer): string[] {
  return [name, ...aliases, ...keywords].flatMap((text) => {
    const terms = readTerms(analyzer, text);
    if (terms.length === 1) return terms;
    const words = tokenize(text).flatMap(({ norm }) => wordParts(norm));
    return words.filter((word) => !isEmptyWord(word)).flatMap((word) => readTerms(analyzer, word));
  });
}
