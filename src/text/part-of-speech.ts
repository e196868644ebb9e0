/** Which words of a text can stand in a noun phrase, by a small lexicon, endings and the words around. */

import { emptyParticiples, type WordClass, wordClass } from "./lexicon.js";
import { remembered } from "./remembered.js";
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
/** Forms of verbs that a participle or an adjective follows, lower case. */
export const auxiliaries: ReadonlySet<string> = wordSet(
  "is are was were be been being am has have had having can be becomes become remain remains get gets",
);
const prepositions: ReadonlySet<string> =
  wordSet(`about across after against among around as at before behind between beyond by during for from in inside into of on onto out outside over per through
   throughout toward towards under upon via with within without`);
// Of degree, time and attitude: they belong to the sentence, not to the phrase.
const emptyAdverbs: ReadonlySet<string> =
  wordSet(`absolutely accordingly actually additionally apparently approximately basically broadly carefully certainly clearly commonly completely comparatively considerably consequently
   consistently constantly correctly critically crucially currently dramatically easily effectively efficiently empirically entirely especially essentially
   eventually exactly exclusively explicitly extensively extremely fairly finally firstly formally frequently fully fundamentally generally greatly
   heavily highly ideally immediately importantly increasingly inherently initially interestingly intuitively largely lately merely naturally nearly necessarily
   newly normally notably obviously originally overly particularly possibly potentially practically precisely presumably previously primarily probably properly purely
   quickly rapidly readily reasonably recently relatively reliably remarkably roughly seemingly severely significantly similarly simply slightly specially specifically
   strictly substantially successfully sufficiently suitably surprisingly theoretically thoroughly tightly traditionally truly typically ultimately unfortunately
   uniquely usually vastly virtually widely`);
// Nouns that are verbs too and need no object then: "findings call for", "results range from".
const intransitive: ReadonlySet<string> =
  wordSet(`account benefit call cast change cluster collapse contrast count cycle decay decline drift drop echo flow focus function hinge
   jump lag leak manifest march merge move pass peak plan play point profit range rank rise roll rule run scale shift slide slip span
   spike spin split spread stack stay step stream struggle surge transfer travel turn vote wait walk wander`);
// They stand before a noun as well as before a verb.
const focusingAdverbs: ReadonlySet<string> = wordSet("only namely especially particularly solely merely purely");
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
  if (singularMarkers.has(before)) return isPlural ? isObject(text, i + 1) : isOfMany(text, i);
  if (before.endsWith("ly") && roles[i - 1] === "other") {
    if (isObject(text, i + 1) || verbMarkers.has(words[i - 2]?.norm ?? "")) return true;
    return isNominal(text, i + 1) && words[i - 1]!.kind === "adverb" && !focusingAdverbs.has(before);
  }
  // In a compound only the last noun is a plural, so "mechanism processes images" and "which faces challenges" hold a verb.
  if (roles[i - 1] !== "noun") return isPlural && roles[i - 1] !== "modifier" && isNominal(text, i + 1);
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
  if (roles[i - 1] === "modifier" || before.isDeterminer || prepositions.has(before.norm)) return true;
  if (roles[i - 1] !== "noun" || before.isPlural || isObject(text, i + 1)) return false;
  const next = tokens[i + 1];
  return !words[i]!.isPlural || next?.kind !== "word" || auxiliaries.has(next.norm) || next.norm === "and";
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
