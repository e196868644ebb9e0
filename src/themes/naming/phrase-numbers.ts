/** Numbers for phrases: each goes on from a shorter one with a stem, so that none is cut from the text. */

import { gramTable } from "../../vectors/gram-table.js";

/** Gives phrases their numbers, in the order of first meeting. */
export interface PhraseNumbers {
  /** The number of the phrase that is one stem. */
  stem(stem: string): number;
  /** The number of the phrase that goes on from `beginning`, or begins where that is -1, with the stem of a number. */
  extend(beginning: number, stem: number): number;
  /** The stems of a phrase with blanks between. */
  written(phrase: number): string;
}

/** Numbers of phrases, none met yet. @param onNew called for each new phrase */
export function phraseNumbers(onNew: () => void): PhraseNumbers {
  const stems = new Map<string, number>();
  const runs = gramTable();
  /** Of each phrase the one it goes on from, -1 for none, and its last stem. */
  const beginnings: number[] = [];
  const lastStems: string[] = [];

  const add = (beginning: number, stem: string): number => {
    onNew();
    lastStems.push(stem);
    return beginnings.push(beginning) - 1;
  };

  return {
    stem(stem) {
      const known = stems.get(stem);
      if (known !== undefined) return known;
      const number = add(-1, stem);
      stems.set(stem, number);
      return number;
    },
    extend(beginning, stem) {
      if (beginning < 0) return stem;
      const number = runs.lookUp(beginning, stem, beginnings.length);
      if (number === beginnings.length) add(beginning, lastStems[stem]!);
      return number;
    },
    written(phrase) {
      const words: string[] = [];
      for (let at = phrase; at >= 0; at = beginnings[at]!) words.push(lastStems[at]!);
      return words.reverse().join(" ");
    },
  };
}
