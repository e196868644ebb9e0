/** Noun phrases by part of speech: what labels and keyphrases gain most from. */

import { nounPhrases, type PhraseExtractor } from "../text/noun-phrases.js";
import { type PhraseRole, phraseRoles } from "../text/part-of-speech.js";
import { type Token, tokenize } from "../text/tokenize.js";
import { type WinkToken, winkTokens } from "./wink-tokens.js";

const rolesOfTags: Readonly<Record<string, PhraseRole>> = { NOUN: "noun", PROPN: "noun", ADJ: "modifier", X: "noun" };

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
  return nounPhrases(text, tokens, rolesOf(tokens, winkTokens(text)));
};

/** The role of each of our tokens, from the last of wink's inside it: "state-of-the-art" is one word to us, seven to wink. */
function rolesOf(tokens: readonly Token[], tagged: readonly WinkToken[]): PhraseRole[] {
  const own = phraseRoles(tokens);
  let next = 0;
  return tokens.map((token, i) => {
    if (token.kind !== "word" && token.kind !== "acronym") return "other";
    while (next < tagged.length && tagged[next]!.end <= token.start) next += 1;
    let last = next;
    while (last + 1 < tagged.length && tagged[last + 1]!.start < token.end) last += 1;
    if (token.kind === "acronym") return "noun";
    const tag = tagged[last]?.pos ?? "";
    // To wink the last word of "offline reinforcement learning" is a verb.
    if (tag === "VERB" && own[i] === "noun" && token.norm.endsWith("ing")) return "noun";
    return rolesOfTags[tag] ?? "other";
  });
}
