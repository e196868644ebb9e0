/** The words of a text as wink-nlp sees them, with their places, parts of speech and lemmas. */

import model from "wink-eng-lite-web-model";
import winkNLP, { type WinkMethods } from "wink-nlp";

/** A token of wink-nlp. */
export interface WinkToken {
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
  /** Universal part of speech: "NOUN", "ADJ", ... */
  readonly pos: string;
  /** Lower-case dictionary form. */
  readonly lemma: string;
}

let nlp: WinkMethods | undefined;

/** The tokens of a text, in order; the model is loaded at the first call. */
export function winkTokens(text: string): WinkToken[] {
  nlp ??= winkNLP(model, ["sbd", "pos"]);
  const { its } = nlp;
  const tokens = nlp.readDoc(text).tokens();
  const values: string[] = tokens.out(its.value);
  const tags: string[] = tokens.out(its.pos);
  const lemmas: string[] = tokens.out(its.lemma as typeof its.value);
  const found: WinkToken[] = [];
  let at = 0;
  values.forEach((value, i) => {
    const start = text.indexOf(value, at);
    // A value that wink changed is passed over: its characters belong to no token.
    if (value === "" || start < 0) return;
    at = start + value.length;
    found.push({ start, end: at, pos: tags[i]!, lemma: lemmas[i]! });
  });
  return found;
}
