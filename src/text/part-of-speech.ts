/** Which words of a text can stand in a noun phrase, by a small lexicon, endings and the words around. */

import {
  auxiliaries,
  compounding,
  determiners,
  emptyAdverbs,
  focusingAdverbs,
  intransitive,
  leadingParts,
  nameGerunds,
  nominal,
  prepositions,
  singularMarkers,
  verbMarkers,
} from "./grammar-words.js";
import { emptyParticiples, type WordClass, wordClass } from "./lexicon.js";
import { remembered } from "./remembered.js";
import { englishStopWords } from "./stop-words.js";
import type { Token } from "./tokenize.js";

/** A word's place in a noun phrase: its head or a noun before it, a modifier, or not part of one. */
export type PhraseRole = "noun" | "modifier" | "other";

/** What a word is wherever it stands. */
interface Word {
  readonly norm: string;
  readonly isFunction: boolean;
  readonly isDeterminer: boolean;
  readonly isNamedGerund: boolean;
  readonly isPlural: boolean;
  readonly hasDigit: boolean;
  /** More than one where it has hyphens. */
  readonly parts: readonly string[];
  readonly kind: WordClass;
  /** A word of content that may go on a noun phrase, as far as its form tells. */
  readonly mayGoOn: boolean;
}

const look = remembered((norm: string): Word => {
  const word = norm.replace(/'s$|'$/, "");
  const kind = wordClass(word);
  const isStop = englishStopWords.has(norm);
  const isDeterminer = determiners.has(norm);
  return {
    norm,
    isFunction: norm.endsWith(".") || isStop || norm.length === 1,
    isDeterminer,
    isNamedGerund: nameGerunds.has(norm),
    isPlural: isPluralForm(norm),
    hasDigit: /\d/.test(word),
    parts: word.split(/[-–]/),
    kind,
    mayGoOn: !isStop && !isDeterminer && kind !== "verb" && kind !== "adverb",
  };
});

/** A text on the way to its roles. */
interface Tagging {
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  /** Of the tokens before the one that is looked at. */
  readonly roles: PhraseRole[];
}

/** The role of each token in noun phrases. */
export function phraseRoles(tokens: readonly Token[]): PhraseRole[] {
  const text: Tagging = { tokens, words: tokens.map(({ norm }) => look(norm)), roles: [] };
  for (let i = 0; i < tokens.length; i += 1) text.roles.push(roleOf(text, i));
  return text.roles;
}

function roleOf(text: Tagging, i: number): PhraseRole {
  const { kind } = text.tokens[i]!;
  if (kind === "acronym") return isCapitalsOnly(text.tokens, i) ? byClass(text, i) : "noun";
  return kind === "word" ? byClass(text, i) : "other";
}

/** Among words all in capitals, capitals do not make an acronym of a long word or a stop word. */
function isCapitalsOnly(tokens: readonly Token[], i: number): boolean {
  const { text, norm } = tokens[i]!;
  if (text.length <= 5 && !englishStopWords.has(norm)) return false;
  return tokens[i - 1]?.kind === "acronym" && tokens[i + 1]?.kind === "acronym";
}

function byClass(text: Tagging, i: number): PhraseRole {
  const { isFunction, isNamedGerund, parts, hasDigit, kind } = text.words[i]!;
  if (isNamedGerund && isNamedActivity(text, i)) return "noun";
  if (isFunction) return "other";
  if (parts.length > 1) return ofCompound(text, i, parts);
  if (hasDigit) return "noun";
  return ofWord(text, i, isName(text.tokens, i, kind) ? "noun" : kind);
}

/** A capital inside a sentence, but for that of a verb: "to Balance exploration", as no title would be written, or "Detecting Lies". */
function isName(tokens: readonly Token[], i: number, kind: WordClass): boolean {
  const before = tokens[i - 1];
  const { text, norm } = tokens[i]!;
  // Most words have no capital at all.
  if (text === norm || before?.kind !== "word" || kind === "gerund") return false;
  if (!/^\p{Lu}\p{Ll}/u.test(text) || !/^\p{Ll}/u.test(before.text)) return false;
  if (!verbMarkers.has(before.norm)) return true;
  return kind !== "verb" && (tokens[i + 1]?.kind !== "word" || !/^\p{Ll}/u.test(tokens[i + 1]!.text));
}

function ofWord(text: Tagging, i: number, kind: WordClass): PhraseRole {
  switch (kind) {
    case "verb":
      return "other";
    case "adverb":
      return ofAdverb(text, i);
    case "adjective":
      return "modifier";
    case "noun":
      return "noun";
    case "either":
      return isVerbHere(text, i) ? "other" : "noun";
    case "verbish":
      return isNounHere(text, i) ? "noun" : "other";
    case "activity":
      return isSaid(text, i) ? "other" : "noun";
    case "gerund":
    case "ing":
      return ofGerund(text, i, kind);
    case "ed":
      return ofParticiple(text, i);
  }
}

/** "to model", "we control", "that models", "the network models the", "agents model the": a verb; elsewhere a noun. */
function isVerbHere(text: Tagging, i: number): boolean {
  const { words, roles } = text;
  const before = words[i - 1]?.norm ?? "";
  const { isPlural } = words[i]!;
  if (verbMarkers.has(before)) return !(isPlural && (before === "to" || before === "not"));
  if (before === "this") return isPlural;
  if (before === "and") return isObject(text, i + 1);
  if (singularMarkers.has(before)) return isPlural ? isObject(text, i + 1) : isOfMany(text, i);
  if (before.endsWith("ly") && roles[i - 1] === "other") {
    if (isObject(text, i + 1) || verbMarkers.has(words[i - 2]?.norm ?? "")) return true;
    return isNominal(text, i + 1) && words[i - 1]!.kind === "adverb" && !focusingAdverbs.has(before);
  }
  // In a compound only the last noun is a plural, so "mechanism processes images" and "which faces challenges" hold a verb.
  if (roles[i - 1] !== "noun") {
    if (isBegun(text, i)) return false;
    return isObject(text, i + 1) || (isPlural && isNominal(text, i + 1));
  }
  if (isObject(text, i + 1)) return true;
  const next = words[i + 1]?.norm ?? "";
  if (words[i - 1]!.isPlural && intransitive.has(words[i]!.norm) && next !== "of" && prepositions.has(next))
    return true;
  return isNominal(text, i + 1) && isPlural !== words[i - 1]!.isPlural;
}

/** "environments that face challenges": a verb, which agrees with the plural before "that". */
function isOfMany(text: Tagging, i: number): boolean {
  const { words, roles } = text;
  const isRelative = /^(?:that|which)$/.test(words[i - 1]!.norm) && roles[i - 2] === "noun" && words[i - 2]!.isPlural;
  return isRelative && (isObject(text, i + 1) || isContent(text, i + 1));
}

/** Whether a word that is mostly a verb is a noun here: "the lead", "decision support", "of use". */
function isNounHere(text: Tagging, i: number): boolean {
  const { tokens, words, roles } = text;
  const before = words[i - 1];
  if (before === undefined) return false;
  if (before.norm === "this" && words[i]!.isPlural) return false;
  if (isBegun(text, i)) return true;
  if (roles[i - 1] !== "noun" || before.isPlural || isObject(text, i + 1)) return false;
  const next = tokens[i + 1];
  return !words[i]!.isPlural || next?.kind !== "word" || auxiliaries.has(next.norm) || next.norm === "and";
}

/** Whether a noun phrase has begun before i, though no noun of it. */
function isBegun({ words, roles }: Tagging, i: number): boolean {
  const before = words[i - 1];
  return (
    roles[i - 1] === "modifier" || (before !== undefined && (before.isDeterminer || prepositions.has(before.norm)))
  );
}

function isPluralForm(word: string): boolean {
  return word.endsWith("s") && !/(?:ss|us|is|ics|^(?:bias|gas|lens|news|series|species))$/.test(word);
}

/** Whether the word at i can only begin an object: a determiner, "how" or "whether". */
function isObject({ words }: Tagging, i: number): boolean {
  const next = words[i];
  return next !== undefined && (next.isDeterminer || next.norm === "how" || next.norm === "whether");
}

/** "by planning the route", "learning useful features": says the activity, does not name it. */
function isSaid(text: Tagging, i: number): boolean {
  if (isObject(text, i + 1)) return true;
  if (text.roles[i - 1] === "noun" || text.roles[i - 1] === "modifier") return false;
  const next = text.words[i + 1];
  return (
    text.tokens[i + 1]?.kind === "word" &&
    next!.parts.length === 1 &&
    next!.kind === "adjective" &&
    isContent(text, i + 2)
  );
}

/** "decision making", "instruction following". */
function isNamedActivity(text: Tagging, i: number): boolean {
  return text.roles[i - 1] === "noun" && !text.words[i - 1]!.isPlural && !isObject(text, i + 1);
}

/** A word in -ing: a noun at the end of a phrase, a modifier after a determiner or an adjective, else a verb. */
function ofGerund(text: Tagging, i: number, kind: WordClass): PhraseRole {
  const before = text.roles[i - 1];
  const isDetermined = text.words[i - 1]?.isDeterminer === true || before === "modifier";
  if (isContent(text, i + 1)) return isDetermined ? "modifier" : "other";
  if (isObject(text, i + 1)) return "other";
  const isNamed = kind === "ing" && before === "noun" && !emptyParticiples.has(text.words[i]!.norm);
  return isDetermined || isNamed ? "noun" : "other";
}

/** "partially observable environments": an adverb of manner before an adjective and a noun. */
function ofAdverb(text: Tagging, i: number): PhraseRole {
  const { words } = text;
  const { norm } = words[i]!;
  if (!norm.endsWith("ly") || emptyAdverbs.has(norm) || !isContent(text, i + 1) || !isContent(text, i + 2))
    return "other";
  const before = words[i - 1]?.norm ?? "";
  if (auxiliaries.has(before) || verbMarkers.has(before)) return "other";
  const { parts, kind } = words[i + 1]!;
  return parts.length === 1 && (kind === "adjective" || kind === "ed") ? "modifier" : "other";
}

function ofParticiple(text: Tagging, i: number): PhraseRole {
  if (!isContent(text, i + 1)) return "other";
  const before = text.tokens[i - 1];
  if (before?.kind === "word") {
    if (auxiliaries.has(before.norm) || verbMarkers.has(before.norm)) return "other";
    if (before.norm.endsWith("ly") && auxiliaries.has(text.words[i - 2]?.norm ?? "")) return "other";
  }
  return text.roles[i - 1] === "noun" ? ofCompounding(text, i) : "modifier";
}

/** "computer aided design" but not "networks trained". */
function ofCompounding({ words }: Tagging, i: number): PhraseRole {
  return compounding.has(words[i]!.norm) && !words[i - 1]!.norm.endsWith("s") ? "modifier" : "other";
}

/** Whether the token can go on a noun phrase after a participle. */
function isContent({ tokens, words }: Tagging, i: number): boolean {
  const kind = tokens[i]?.kind;
  return (kind === "word" || kind === "acronym") && words[i]!.mayGoOn;
}

/** Whether the token can go on a noun phrase after a verb: no participle, which would rather belong to the noun before. */
function isNominal(text: Tagging, i: number): boolean {
  if (!isContent(text, i)) return false;
  const { kind } = text.words[i]!;
  return kind !== "ed" && kind !== "ing" && kind !== "gerund";
}

/** "model-based" and "multi-agent" modify, "fine-tuning" and "cross-validation" name. */
function ofCompound(text: Tagging, i: number, parts: readonly string[]): PhraseRole {
  const last = parts.at(-1)!;
  if (compounding.has(last) || parts.length > 2) return "modifier";
  if (last.length < 3 || /\d/.test(last)) return "noun";
  const kind = wordClass(last);
  if (kind === "adverb") return "other";
  // "time-consuming" and "privacy-preserving", but not "decision-making".
  if (kind === "adjective" || kind === "ed" || (kind === "gerund" && !nameGerunds.has(last))) return "modifier";
  if (kind === "ing" || kind === "activity")
    return text.roles[i - 1] === "noun" && isObject(text, i + 1) ? "other" : "noun";
  if (leadingParts.has(parts[0]!) && !nominal.test(last)) return "modifier";
  return kind === "verb" ? "modifier" : "noun";
}
