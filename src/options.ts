/** Resolving options: `undefined` means absent, an unknown key is refused with the nearest known one. */

import { shown, ThemataError } from "./errors.js";

/** How one option is checked, and what it is when absent. */
export interface OptionRule<T> {
  readonly fallback: T;
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

/** One rule for each field of an options interface. */
export type OptionRules<T> = { readonly [K in keyof T]-?: OptionRule<T[K]> };

/** Any of the options of an interface; one that is undefined counts as absent. */
export type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

const largestInteger = 2 ** 31 - 1;

/** A whole number in [min, max]. */
export function integer<T extends number | undefined>(
  fallback: T,
  min: number,
  max: number = largestInteger,
): OptionRule<T> {
  return inRange("a whole number", Number.isInteger, fallback, min, max, largestInteger);
}

/** A finite number in [min, max]. */
export function number<T extends number | undefined>(fallback: T, min: number, max: number = Infinity): OptionRule<T> {
  return inRange("a number", Number.isFinite, fallback, min, max, Infinity);
}

function inRange<T>(
  what: string,
  isOne: (value: unknown) => boolean,
  fallback: T,
  min: number,
  max: number,
  open: number,
): OptionRule<T> {
  const expected = max === open ? `${what} from ${min} up` : `${what} from ${min} to ${max}`;
  return value(fallback, expected, (v) => isOne(v) && Number(v) >= min && Number(v) <= max);
}

/** One of the given words or values. */
export function choice<T>(fallback: T, choices: readonly T[]): OptionRule<T> {
  return value(fallback, `one of ${choices.map(shown).join(", ")}`, (v) => choices.includes(v as T));
}

/** `true` or `false`. */
export function flag(fallback: boolean): OptionRule<boolean> {
  return value(fallback, "true or false", (v) => typeof v === "boolean");
}

/** A function of the caller's. */
export function callback<T>(fallback: T, expected = "a function"): OptionRule<T> {
  return value(fallback, expected, (v) => typeof v === "function");
}

/** An object with these fields; what they hold is looked at elsewhere. */
export function object<T>(fallback: T, expected: string, ...fields: readonly string[]): OptionRule<T> {
  return value(fallback, expected, (v) => typeof v === "object" && v !== null && fields.every((field) => field in v));
}

/** Anything that passes the caller's own check. */
export function value<T>(fallback: T, expected: string, accepts: (value: unknown) => boolean): OptionRule<T> {
  return { fallback, expected, accepts };
}

/**
 * The options with every absent one set to its default.
 *
 * @throws ThemataError INVALID_OPTION for an unknown key or a value its rule does not accept.
 */
export function resolveOptions<T extends object>(
  where: string,
  given: Optional<T> | undefined | null,
  rules: OptionRules<T>,
): T {
  if (typeof (given ?? {}) !== "object" || Array.isArray(given)) {
    throw invalidOption(where, "options", "an object", given);
  }
  const names = Object.keys(rules) as (keyof T & string)[];
  for (const key of Object.keys(given ?? {}))
    if (!names.includes(key as keyof T & string)) refuseUnknown(where, key, names);
  const resolved: Partial<T> = {};
  for (const name of names) {
    const rule = rules[name];
    const candidate = given?.[name];
    if (candidate !== undefined && !rule.accepts(candidate)) throw invalidOption(where, name, rule.expected, candidate);
    resolved[name] = (candidate === undefined ? rule.fallback : candidate) as T[typeof name];
  }
  return resolved as T;
}

/**
 * Refuses an argument that is not what it should be.
 *
 * @throws ThemataError INVALID_OPTION with the argument's name
 */
export function checkArgument(where: string, name: string, expected: string, accepted: boolean, got: unknown): void {
  if (!accepted) throw invalidOption(where, name, expected, got);
}

/** Whether a value is a text. */
export function isText(v: unknown): v is string {
  return typeof v === "string";
}

/** Whether a value is an array of texts; one with a hole is none. */
export function areTexts(v: unknown): v is readonly string[] {
  return Array.isArray(v) && v.findIndex((item) => !isText(item)) < 0;
}

/** Refuses what is no text. @throws ThemataError INVALID_OPTION */
export function checkText(where: string, text: unknown): void {
  checkArgument(where, "text", "a text", isText(text), text);
}

/** Refuses what is no array of arrays. @throws ThemataError INVALID_OPTION */
export function checkLists(where: string, name: string, expected: string, lists: unknown): void {
  checkArgument(where, name, expected, Array.isArray(lists) && [...lists].every(Array.isArray), lists);
}

/** The error for a value that an option does not accept. */
export function invalidOption(where: string, option: string, expected: string, got: unknown): ThemataError {
  const message = `${where}: expected \`${option}\` to be ${expected}, got ${shown(got)}.`;
  return new ThemataError("INVALID_OPTION", message, { option, expected });
}

function refuseUnknown(where: string, key: string, names: readonly string[]): never {
  const suggestion = nearestName(key, names);
  const expected = `one of ${names.join(", ")}`;
  const hint = suggestion === undefined ? `Expected ${expected}.` : `Did you mean \`${suggestion}\`?`;
  throw new ThemataError("INVALID_OPTION", `${where}: unknown option \`${key}\`. ${hint}`, {
    option: key,
    expected,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

/** The name within edit distance 3 (and below half the word) of a mistyped one, if any; ties by order. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(4, Math.ceil(name.length / 2) + 1);
  for (const candidate of names) {
    const distance = editDistance(name.slice(0, 80).toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance by one row of the dynamic programme. */
function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      diagonal = row[j]!;
      row[j] = Math.min(substituted, diagonal + 1, row[j - 1]! + 1);
    }
  }
  return row[b.length]!;
}
