/** Which shared phrases tell a reader something of a paper's subject, and which word sequences can stand as a phrase. */

import { academicWords, emptyModifiers } from "../../text/academic-words.js";
import { emptyParticiples, type WordClass, wordClass } from "../../text/lexicon.js";
import { remembered } from "../../text/remembered.js";

const actions: ReadonlySet<WordClass> = new Set(["verb", "verbish", "adverb", "gerund"]);
/** What "to" makes a verb of, or is one. */
const verbsAfterTo: ReadonlySet<WordClass> = new Set(["verb", "verbish", "either"]);

/** Whether a phrase has a word that not any paper could have: no "results show", "new" or "subsequently". */
export function tells(phrase: string): boolean {
  return wordsOf(phrase).some((word) => !isOfAnyPaper(word));
}

/** Whether words begin and end as a phrase does: not "remains underexplored", "paradigm to train", "model capable". */
export function standsAlone(phrase: string): boolean {
  const words = wordsOf(phrase);
  const first = words[0]!;
  const last = words.at(-1)!;
  const endsInAdjective = wordClass(last) === "adjective";
  if (words.length === 1) return true;
  if (endsInAdjective) return wordClass(first) === "adjective" && words[1] === "and";
  if (isMere(last) ? words.at(-2) !== "of" : /^[^-]+ed$/.test(last)) return false;
  // "aligning language models" is a phrase, "learn rule-based" and "remains open" are none.
  if (isMere(first) && wordClass(first) !== "gerund") return false;
  if (words.at(-2) === "to" && verbsAfterTo.has(wordClass(last))) return false;
  return !academicWords.has(last) || !/ (?:a|an|the|in|by|on|as|with|from) [^ ]+$/.test(phrase);
}

const isOfAnyPaper = remembered((word) => academicWords.has(word) || isMere(word));

/** A word of action, degree or mere praise, or an "e.g.". */
function isMere(word: string): boolean {
  return word.endsWith(".") || emptyModifiers.has(word) || emptyParticiples.has(word) || actions.has(wordClass(word));
}

function wordsOf(phrase: string): string[] {
  return phrase.toLowerCase().split(" ");
}
