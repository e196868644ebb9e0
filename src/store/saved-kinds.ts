/** What can be saved, how each kind is recognised, and how a loaded one is checked. */

import { shown } from "../errors.js";
import type { AcronymEntry } from "../text/acronym-dictionary.js";
import type { PhraseStatistics } from "../text/phrase-statistics.js";
import type { ThemeModel } from "../themes/theme-model.js";
import type { TermCounts } from "../vectors/counts.js";
import type { TfidfModel } from "../vectors/tfidf.js";
import { refused } from "./refuse.js";
import { ascendingTexts, type Check, isObject, list, record, text, typed, whole } from "./shape.js";
import { tfidfModel, themeModelShape } from "./theme-model-shape.js";

/** The type behind the name of each kind. */
export interface SavedKinds {
  "theme-model": ThemeModel;
  "phrase-statistics": PhraseStatistics;
  "tfidf-model": TfidfModel;
  "term-counts": TermCounts;
}

/** Name of a kind. */
export type SavedKind = keyof SavedKinds;

/** Anything that can be saved. */
export type Saveable = SavedKinds[SavedKind];

interface KindRules {
  /** Fields that no other kind has together. */
  readonly mark: readonly string[];
  readonly check: Check;
}

const kinds: { readonly [K in SavedKind]: KindRules } = {
  "theme-model": { mark: ["themes", "assignments", "space"], check: themeModelShape },
  "phrase-statistics": { mark: ["surfaces", "wholeFrequency", "titleFrequency"], check: isPhraseStatistics },
  "tfidf-model": { mark: ["vocabulary", "idf", "options"], check: tfidfModel },
  "term-counts": { mark: ["vocabulary", "documentFrequencies", "documents"], check: isTermCounts },
};

const names = Object.keys(kinds) as SavedKind[];

/** The kind of a value. @throws ThemataError MODEL_FORMAT (`unsaveable`) */
export function kindOf(value: unknown): SavedKind {
  const kind = isObject(value) ? names.find((name) => kinds[name].mark.every((key) => key in value)) : undefined;
  if (kind === undefined) throw refused("unsaveable", `expected one of ${names.join(", ")}, got ${shown(value)}`);
  return kind;
}

/** Whether a name read from a file is that of a kind. */
export function isKind(name: unknown): name is SavedKind {
  return names.some((known) => known === name);
}

/** Loaded data as their kind, checked. @throws ThemataError MODEL_FORMAT */
export function checkKind(kind: SavedKind, data: unknown): Saveable {
  kinds[kind].check(data, kind);
  return data as Saveable;
}

function isPhraseStatistics(value: unknown, path: string): void {
  const size = isObject(value) && Array.isArray(value["keys"]) ? value["keys"].length : 0;
  const frequency = typed(["Uint32Array"], size);
  record<PhraseStatistics>({
    documents: whole(),
    keys: ascendingTexts,
    surfaces: list(text, size),
    documentFrequency: frequency,
    wholeFrequency: frequency,
    titleFrequency: frequency,
    acronyms: list(record<AcronymEntry>({ short: text, long: text, shortKey: text, longKey: text, papers: whole() })),
  })(value, path);
}

function isTermCounts(value: unknown, path: string): void {
  const size = isObject(value) && Array.isArray(value["vocabulary"]) ? value["vocabulary"].length : 0;
  record<TermCounts>({
    documents: whole(),
    vocabulary: ascendingTexts,
    documentFrequencies: typed(["Uint32Array"], size),
  })(value, path);
}
