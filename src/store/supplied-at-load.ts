/** Gives loaded data the functions that their marks stand for. */

import type { Analyzer } from "../text/analyzer.js";
import type { PhraseExtractor } from "../text/noun-phrases.js";
import { rememberAnalyzer, rememberPhrases } from "../text/supplied.js";
import { refused } from "./refuse.js";
import { isPlainObject } from "./shape.js";

/** The functions that the caller gave at load. */
export interface SuppliedFunctions {
  readonly analyzer: Analyzer | undefined;
  readonly phrases: PhraseExtractor | undefined;
}

/** Objects within objects that are searched for marks; lists hold none. */
const deepestMark = 6;

/** Binds every mark in the data. @throws ThemataError MODEL_FORMAT naming the function that is missing */
export function restoreSupplied(data: unknown, given: SuppliedFunctions, depth = 0): void {
  if (!isPlainObject(data) || depth > deepestMark) return;
  for (const key of Object.keys(data)) {
    const value = data[key];
    if (key === "analyzer" && isMark(value)) rememberAnalyzer(value, needed("analyzer", given.analyzer, value));
    else if (key === "phrases" && isMark(value)) rememberPhrases(value, needed("phrases", given.phrases, value));
    else restoreSupplied(value, given, depth + 1);
  }
}

function isMark(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) && value["custom"] === true;
}

function needed<T>(name: "analyzer" | "phrases", given: T | undefined, mark: Record<string, unknown>): T {
  if (given !== undefined) return given;
  const called = mark["name"] ? ` (\`${String(mark["name"]).slice(0, 60)}\`)` : "";
  throw refused(
    name,
    `the value was fitted with a function of the caller's own as \`${name}\`${called}. Pass it again: { ${name} }`,
  );
}
