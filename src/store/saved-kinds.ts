/** What can be saved, how each kind is recognised, and how a loaded one is checked. */

import { shown } from "../errors.js";
import type { Paper } from "../papers/paper.js";
import type { PaperIndexData } from "../related/index/snapshot.js";
import { PaperIndex, paperIndexOfOwn } from "../related/paper-index.js";
import type { Tagger } from "../tags/tagger.js";
import type { PhraseStatistics } from "../text/phrase-statistics.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import type { TermCounts } from "../vectors/counts.js";
import type { TfidfModel } from "../vectors/tfidf.js";
import { paperIndexShape } from "./paper-index-shape.js";
import { refused } from "./refuse.js";
import { type Check, isPlainObject } from "./shape.js";
import { taggerShape } from "./tagger-shape.js";
import { themeModelShape } from "./theme-model-shape.js";
import { phraseStatistics, termCounts, tfidfModel } from "./vector-shapes.js";

/** The type behind the name of each kind. */
export interface SavedKinds {
  "theme-model": ThemeModel;
  tagger: Tagger;
  "paper-index": PaperIndex<Paper>;
  "phrase-statistics": PhraseStatistics;
  "tfidf-model": TfidfModel;
  "term-counts": TermCounts;
}

/** Name of a kind. */
export type SavedKind = keyof SavedKinds;

/** Anything that can be saved. */
export type Saveable = SavedKinds[SavedKind];

interface KindRules {
  readonly recognises: (value: unknown) => boolean;
  readonly check: Check;
}

const kinds: { readonly [K in SavedKind]: KindRules } = {
  "theme-model": { recognises: has("themes", "assignments", "space"), check: themeModelShape },
  tagger: { recognises: has("themes", "ranking", "memory"), check: taggerShape },
  "paper-index": { recognises: (value) => value instanceof PaperIndex, check: paperIndexShape },
  "phrase-statistics": { recognises: has("surfaces", "wholeFrequency", "titleFrequency"), check: phraseStatistics },
  "tfidf-model": { recognises: has("vocabulary", "idf", "options"), check: tfidfModel },
  "term-counts": { recognises: has("vocabulary", "documentFrequencies", "documents"), check: termCounts },
};

const names = Object.keys(kinds) as SavedKind[];

/** The kind of a value. @throws ThemataError MODEL_FORMAT (`unsaveable`) */
export function kindOf(value: unknown): SavedKind {
  const kind = names.find((name) => kinds[name].recognises(value));
  if (kind === undefined) throw refused("unsaveable", `expected one of ${names.join(", ")}, got ${shown(value)}`);
  return kind;
}

/** Whether a name read from a file is that of a kind. */
export function isKind(name: unknown): name is SavedKind {
  return names.some((known) => known === name);
}

/** A value as plain data. */
export function plainData(value: Saveable): unknown {
  return value instanceof PaperIndex ? value.toData() : value;
}

/** Checks loaded data of a kind. @throws ThemataError MODEL_FORMAT */
export function checkData(kind: SavedKind, data: unknown): void {
  kinds[kind].check(data, kind);
}

/** The value of checked data whose functions are known. */
export function fromData(kind: SavedKind, data: unknown): Saveable {
  return kind === "paper-index" ? paperIndexOfOwn(data as PaperIndexData) : (data as Saveable);
}

function has(...keys: readonly string[]): (value: unknown) => boolean {
  return (value) => isPlainObject(value) && keys.every((key) => key in value);
}
