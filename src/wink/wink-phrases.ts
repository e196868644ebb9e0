/** Noun phrases by part of speech, with the core's lexicon where the two disagree about a word of science. */

import { wordClass } from "../text/lexicon.js";
import { nounPhrases, type PhraseExtractor } from "../text/noun-phrases.js";
import { type PhraseRole, phraseRoles } from "../text/part-of-speech.js";
import { type Token, tokenize } from "../text/tokenize.js";
import { tagWords, type WinkTag } from "./wink-tags.js";

/**
 * An extractor of noun phrases that asks wink-nlp for parts of speech. About 3,000 abstracts a second, so best for the
 * phrases of a collection, not for streams.
 *
 * @example
 * discoverThemes(papers, { phrases: winkPhrases() });
 */
export function winkPhrases(): PhraseExtractor {
  return byPartOfSpeech;
}

const byPartOfSpeech: PhraseExtractor = (text) => {
  const tokens = tokenize(text);
  const roles = phraseRoles(tokens);
  const tags = tagWords(tokens.map(headOf));
  return nounPhrases(
    text,
    tokens,
    tokens.map((token, i) => roleOf(token, roles[i]!, tags[i])),
  );
};

/** The word that decides a token's part of speech: the last part of "state-of-the-art". */
function headOf({ kind, text, norm }: Token): string {
  if (kind === "punctuation") return text;
  if (kind === "number") return "5";
  if (kind !== "word" && kind !== "acronym") return "it";
  return (/\p{Lu}/u.test(text) ? text : norm)
    .split(/[-–]/)
    .at(-1)!
    .replace(/['’].*$/u, "");
}

/**
 * The lexicon's role, put right by wink: a word that only context tells to be a verb or an adjective. The model was
 * trained on everyday text and takes "reward", "prompt" or "embedding" for verbs, so the lexicon's own words stand.
 */
function roleOf(token: Token, role: PhraseRole, tag: WinkTag | undefined): PhraseRole {
  if (role !== "noun" || tag === undefined || /[\p{Lu}-]/u.test(token.text)) return role;
  if (wordClass(token.norm) !== "noun") return role;
  if (tag.pos === "VERB") return "other";
  return tag.pos === "ADJ" ? "modifier" : role;
}
