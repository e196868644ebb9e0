/** One reading of papers: the words of their phrases, as numbers, and their acronyms. */

import { type Paper, textOf } from "../../papers/paper.js";
import { type AcronymEntry, acronymCollector } from "../../text/acronym-dictionary.js";
import type { PhraseExtractor } from "../../text/noun-phrases.js";
import { forEachPhrase, stemsOf } from "../../text/phrase-words.js";
import { remembered } from "../../text/remembered.js";
import { type OnStep, stepping } from "../model/progress.js";
import { tripleList } from "./triple-list.js";

/** A title or an abstract. */
export interface ReadText {
  readonly text: string;
  readonly isTitle: boolean;
  /** Where its words stand among those of the reading. */
  readonly from: number;
  readonly to: number;
}

/** What was read. */
export interface Reading {
  /** Of each paper the abstract and the title, in this order. */
  readonly papers: readonly (readonly ReadText[])[];
  /** Of each word of a phrase its number and its span in the text; -1 three times after the last word of a phrase. */
  readonly words: Int32Array;
  /** Stems of each word, by its number. */
  readonly stems: readonly (readonly string[])[];
  readonly acronyms: readonly AcronymEntry[];
}

/** Reads papers. Linear in the text. */
export function readPhrases(papers: readonly Paper[], extractor: PhraseExtractor, onStep: OnStep): Reading {
  const collector = acronymCollector();
  const stems: (readonly string[])[] = [];
  const numberOf = remembered((norm) => stems.push(stemsOf(norm)) - 1);
  const read: ReadText[][] = [];

  const words = tripleList();
  const onWord = (norm: string, start: number, end: number): void => {
    const number = numberOf(norm);
    if (stems[number]!.length > 0) words.push(number, start, end);
  };
  const onEnd = (): void => words.push(-1, -1, -1);

  for (const paper of stepping(papers, 64, onStep)) {
    collector.begin();
    const [title, abstract] = (["title", "abstract"] as const).map((field) => {
      const text = textOf(paper, field);
      collector.read(text, field === "title");
      const from = words.length();
      forEachPhrase(text, extractor, onWord, onEnd);
      return { text, isTitle: field === "title", from, to: words.length() };
    });
    read.push([abstract!, title!]);
  }
  return { papers: read, words: words.numbers(), stems, acronyms: collector.entries() };
}
