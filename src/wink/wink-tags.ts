/** Parts of speech and lemmas of words, from wink-nlp and its English model. */

import model from "wink-eng-lite-web-model";
import winkNLP, { type WinkMethods } from "wink-nlp";

/** What wink-nlp says of a word. */
export interface WinkTag {
  /** Universal part of speech: "NOUN", "ADJ", ... */
  readonly pos: string;
  /** Lower-case dictionary form. */
  readonly lemma: string;
}

let nlp: WinkMethods | undefined;

// Longer runs of letters are no English; wink would only lose time over them.
const plainWord = /^[\p{L}\d]{1,40}$/u;

/**
 * One tag for each word, in order; words are read as one text, so punctuation may be given as words. The model is
 * loaded at the first call.
 */
export function tagWords(words: readonly string[]): WinkTag[] {
  if (words.length === 0) return [];
  nlp ??= winkNLP(model, ["sbd", "pos"]);
  const { its } = nlp;
  // Each word is one run between two spaces, so what wink makes of it can be told by the spaces before its tokens.
  const plain = words.map((word) => (plainWord.test(word) || /^[.,;:!?()]$/.test(word) ? word : "it"));
  const tokens = nlp.readDoc(plain.join(" ")).tokens();
  const spaces: string[] = tokens.out(its.precedingSpaces);
  const tags: string[] = tokens.out(its.pos);
  // wink's own types take `lemma` for no reducer of tokens, which it is.
  const lemmas: string[] = tokens.out(its.lemma as typeof its.value);
  const found: WinkTag[] = [];
  for (let i = 0; i < tags.length; i += 1) {
    const tag = { pos: tags[i]!, lemma: lemmas[i]! };
    if (i === 0 || spaces[i] !== "") found.push(tag);
    else if (tag.pos !== "PUNCT" && tag.pos !== "PART") found[found.length - 1] = tag;
  }
  return found;
}
