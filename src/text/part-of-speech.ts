/** Which words of a text can stand in a noun phrase, by a small lexicon, endings and the words around. */

import { type WordClass, wordClass } from "./lexicon.js";
import { englishStopWords } from "./stop-words.js";
import type { Token } from "./tokenize.js";
import { wordSet } from "./word-set.js";

/** A word's place in a noun phrase: its head or a noun before it, a modifier, or not part of one. */
export type PhraseRole = "noun" | "modifier" | "other";

const verbMarkers: ReadonlySet<string> = wordSet(
  "to can could may might will would shall should must cannot can't don't doesn't not we they i you who it let us please",
);
const singularMarkers: ReadonlySet<string> = wordSet("that which and also it this");
const determiners: ReadonlySet<string> = wordSet(
  "a an the this these those each every any some no our their its his her my your both all another whose",
);
const auxiliaries: ReadonlySet<string> = wordSet(
  "is are was were be been being am has have had having can be becomes become remain remains get gets",
);
const prepositions: ReadonlySet<string> =
  wordSet(`about across after against among around as at before behind between beyond by during for from in inside into of on onto out outside over per through
   throughout toward towards under upon via with within without`);
// Of degree, time and attitude: they belong to the sentence, not to the phrase.
const emptyAdverbs: ReadonlySet<string> =
  wordSet(`absolutely accordingly actually additionally apparently approximately basically broadly carefully certainly clearly commonly completely comparatively considerably consequently
   consistently constantly continually correctly critically crucially currently dramatically drastically easily effectively efficiently empirically entirely especially essentially
   eventually exactly exceedingly exclusively explicitly extensively extremely fairly finally firstly formally frequently fully fundamentally generally greatly
   heavily highly ideally immediately importantly increasingly inherently initially interestingly intuitively largely lately likely mainly merely mostly namely naturally nearly necessarily
   newly normally notably notoriously obviously often only originally overly particularly possibly potentially practically precisely presumably previously primarily probably promisingly properly purely
   quickly rapidly readily really reasonably recently relatively reliably remarkably roughly seemingly severely significantly similarly simply slightly specially specifically
   strikingly strictly substantially subtly successfully sufficiently suitably surprisingly theoretically thoroughly tightly traditionally truly typically ultimately unfortunately
   uniquely usually vastly virtually widely`);
const nameGerunds: ReadonlySet<string> = wordSet(
  "answering finding following keeping making seeking solving taking understanding listening saving sharing",
);
const compounding: ReadonlySet<string> =
  wordSet(`aided assisted augmented aware based centered centred centric conditioned constrained controlled coupled dependent directed driven
   enabled enhanced free generated grounded guided independent induced informed invariant mediated oriented powered regularized related
   sensitive specific structured supervised supported trained tuned weighted`);
const leadingParts: ReadonlySet<string> =
  wordSet(`closed coarse cross dual few fine first full half high in inter intra large lower long low many mid multi non off on one open out per post
   pre real second semi short single small state sub ten third three top trans two ultra un well world zero`);
const nominal = /(?:tion|sion|ment|ness|ity|ism|sis|ance|ence|ship|logy|graphy|ing|ings|er|ers|or|ors|tions|ments)$/;

/** The role of each token in noun phrases. */
export function phraseRoles(tokens: readonly Token[]): PhraseRole[] {
  const roles: PhraseRole[] = [];
  for (let i = 0; i < tokens.length; i += 1) roles.push(roleOf(tokens, i, roles));
  return roles;
}

function roleOf(tokens: readonly Token[], i: number, roles: readonly PhraseRole[]): PhraseRole {
  const token = tokens[i]!;
  if (token.kind === "acronym") return isCapitalsOnly(tokens, i) ? byClass(tokens, i, roles) : "noun";
  return token.kind === "word" ? byClass(tokens, i, roles) : "other";
}

/** In a title all in capitals, capitals do not make an acronym. */
function isCapitalsOnly(tokens: readonly Token[], i: number): boolean {
  return tokens[i]!.text.length > 5 && tokens[i - 1]?.kind === "acronym" && tokens[i + 1]?.kind === "acronym";
}

function byClass(tokens: readonly Token[], i: number, roles: readonly PhraseRole[]): PhraseRole {
  const { norm, text } = tokens[i]!;
  if (isNamedActivity(tokens, i, roles)) return "noun";
  if (norm.endsWith(".") || englishStopWords.has(norm) || norm.length === 1) return "other";
  const word = norm.replace(/'s$|'$/, "");
  const parts = word.split(/[-–]/);
  if (parts.length > 1) return ofCompound(tokens, i, roles, parts);
  if (/\d/.test(word)) return "noun";
  const isName =
    /^\p{Lu}\p{Ll}/u.test(text) && i > 0 && tokens[i - 1]!.kind === "word" && /^\p{Ll}/u.test(tokens[i - 1]!.text);
  return ofWord(tokens, i, roles, isName ? "noun" : wordClass(word));
}

function ofWord(tokens: readonly Token[], i: number, roles: readonly PhraseRole[], kind: WordClass): PhraseRole {
  switch (kind) {
    case "verb":
      return "other";
    case "adverb":
      return ofAdverb(tokens, i);
    case "adjective":
      return "modifier";
    case "noun":
      return "noun";
    case "either":
      return isVerbHere(tokens, i, roles) ? "other" : "noun";
    case "verbish":
      return isNounHere(tokens, i, roles) ? "noun" : "other";
    case "activity":
      return isSaid(tokens, i, roles) ? "other" : "noun";
    case "gerund":
    case "ing":
      return ofGerund(tokens, i, roles, kind);
    case "ed":
      return ofParticiple(tokens, i, roles);
  }
}

/** "to model", "we control", "that models", "the network models the", "agents model the": a verb; elsewhere a noun. */
function isVerbHere(tokens: readonly Token[], i: number, roles: readonly PhraseRole[]): boolean {
  const before = tokens[i - 1]?.norm ?? "";
  const isPlural = isPluralForm(tokens[i]!.norm);
  if (verbMarkers.has(before)) return !(isPlural && (before === "to" || before === "not"));
  if (singularMarkers.has(before)) return isPlural && isObject(tokens, i + 1);
  if (before.endsWith("ly") && roles[i - 1] === "other") {
    return isObject(tokens, i + 1) || verbMarkers.has(tokens[i - 2]?.norm ?? "");
  }
  // In a compound only the last noun is a plural, so "mechanism processes images" and "which faces challenges" hold a verb.
  if (roles[i - 1] !== "noun") return isPlural && roles[i - 1] !== "modifier" && isNominal(tokens, i + 1);
  return isObject(tokens, i + 1) || (isNominal(tokens, i + 1) && isPlural !== isPluralForm(before));
}

/** Whether a word that is mostly a verb is a noun here: "the lead", "decision support", "of use". */
function isNounHere(tokens: readonly Token[], i: number, roles: readonly PhraseRole[]): boolean {
  const before = tokens[i - 1];
  if (before === undefined) return false;
  if (roles[i - 1] === "modifier" || determiners.has(before.norm) || prepositions.has(before.norm)) return true;
  if (roles[i - 1] !== "noun" || isPluralForm(before.norm) || isObject(tokens, i + 1)) return false;
  const next = tokens[i + 1];
  return !isPluralForm(tokens[i]!.norm) || next?.kind !== "word" || auxiliaries.has(next.norm) || next.norm === "and";
}

function isPluralForm(word: string): boolean {
  return word.endsWith("s") && !/(?:ss|us|is|ics)$/.test(word);
}

/** Whether the word at i can only begin an object: a determiner, "how" or "whether". */
function isObject(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i]?.norm ?? "";
  return determiners.has(next) || next === "how" || next === "whether";
}

/** "by planning the route", "learning useful features": says the activity, does not name it. */
function isSaid(tokens: readonly Token[], i: number, roles: readonly PhraseRole[]): boolean {
  if (isObject(tokens, i + 1)) return true;
  if (roles[i - 1] === "noun" || roles[i - 1] === "modifier") return false;
  const next = tokens[i + 1];
  return (
    next?.kind === "word" && !/[-–]/.test(next.norm) && wordClass(next.norm) === "adjective" && isContent(tokens, i + 2)
  );
}

/** "decision making", "instruction following". */
function isNamedActivity(tokens: readonly Token[], i: number, roles: readonly PhraseRole[]): boolean {
  return (
    nameGerunds.has(tokens[i]!.norm) &&
    roles[i - 1] === "noun" &&
    !isPluralForm(tokens[i - 1]!.norm) &&
    !isObject(tokens, i + 1)
  );
}

/** A word in -ing: a noun at the end of a phrase, a modifier after a determiner or an adjective, else a verb. */
function ofGerund(tokens: readonly Token[], i: number, roles: readonly PhraseRole[], kind: WordClass): PhraseRole {
  const isDetermined = determiners.has(tokens[i - 1]?.norm ?? "") || roles[i - 1] === "modifier";
  if (isContent(tokens, i + 1)) return isDetermined ? "modifier" : "other";
  if (isObject(tokens, i + 1)) return "other";
  return isDetermined || (kind === "ing" && roles[i - 1] === "noun") ? "noun" : "other";
}

/** "partially observable environments": an adverb of manner before an adjective and a noun. */
function ofAdverb(tokens: readonly Token[], i: number): PhraseRole {
  const { norm } = tokens[i]!;
  if (!norm.endsWith("ly") || emptyAdverbs.has(norm) || !isContent(tokens, i + 1) || !isContent(tokens, i + 2))
    return "other";
  const before = tokens[i - 1]?.norm ?? "";
  if (auxiliaries.has(before) || verbMarkers.has(before)) return "other";
  const next = tokens[i + 1]!.norm;
  return !/[-–]/.test(next) && /^(?:adjective|ed)$/.test(wordClass(next)) ? "modifier" : "other";
}

function ofParticiple(tokens: readonly Token[], i: number, roles: readonly PhraseRole[]): PhraseRole {
  if (!isContent(tokens, i + 1)) return "other";
  const before = tokens[i - 1];
  if (before === undefined || before.kind !== "word")
    return roles[i - 1] === "noun" ? ofCompounding(tokens, i) : "modifier";
  if (auxiliaries.has(before.norm) || verbMarkers.has(before.norm)) return "other";
  if (before.norm.endsWith("ly") && auxiliaries.has(tokens[i - 2]?.norm ?? "")) return "other";
  return roles[i - 1] === "noun" ? ofCompounding(tokens, i) : "modifier";
}

/** "computer aided design" but not "networks trained". */
function ofCompounding(tokens: readonly Token[], i: number): PhraseRole {
  return compounding.has(tokens[i]!.norm) && !tokens[i - 1]!.norm.endsWith("s") ? "modifier" : "other";
}

/** Whether the token can go on a noun phrase after a participle. */
function isContent(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || (token.kind !== "word" && token.kind !== "acronym")) return false;
  if (englishStopWords.has(token.norm) || determiners.has(token.norm)) return false;
  const kind = wordClass(token.norm);
  return kind !== "verb" && kind !== "adverb";
}

/** Whether the token can go on a noun phrase after a verb: no participle, which would rather belong to the noun before. */
function isNominal(tokens: readonly Token[], i: number): boolean {
  return isContent(tokens, i) && !/^(?:ed|ing|gerund)$/.test(wordClass(tokens[i]!.norm));
}

/** "model-based" and "multi-agent" modify, "fine-tuning" and "cross-validation" name. */
function ofCompound(
  tokens: readonly Token[],
  i: number,
  roles: readonly PhraseRole[],
  parts: readonly string[],
): PhraseRole {
  const last = parts.at(-1)!;
  if (compounding.has(last) || parts.length > 2) return "modifier";
  if (last.length < 3 || /\d/.test(last)) return "noun";
  const kind = wordClass(last);
  if (kind === "adverb") return "other";
  if (kind === "adjective" || kind === "ed") return "modifier";
  if (kind === "ing" || kind === "activity")
    return roles[i - 1] === "noun" && isObject(tokens, i + 1) ? "other" : "noun";
  if (leadingParts.has(parts[0]!) && !nominal.test(last)) return "modifier";
  return kind === "verb" ? "modifier" : "noun";
}
