/** Texts, names and dates out of the many ways in which JSON wraps them. */

import { asList, asText, field, isObject, textUnder } from "./json-value.js";

/** Names under which an object holds one text, the best first. */
const TEXT_NAMES = [
  "value",
  "text",
  "raw",
  "literal",
  "#text",
  "_",
  "$",
  "$t",
  "$oid",
  "en",
  "eng",
  "en-US",
  "en_US",
  "title",
  "abstract",
  "description",
  "p",
];

/** Names under which an object holds the whole name of a person or a keyword. */
const WHOLE_NAMES: readonly string[] =
  "name full_name fullName fullname display_name displayName literal text creator author tag term subject keyword topic value label raw_name".split(
    " ",
  );

/** The parts of a name, in the order in which they are put together. */
const NAME_PARTS: readonly (readonly string[])[] = [
  ["given", "first", "first_name", "firstName", "givenName", "given_name", "forename", "forenames"],
  ["middle", "middle_name"],
  ["family", "last", "last_name", "lastName", "familyName", "family_name", "surname", "keyname"],
];

/** The text of "x", ["x"], { value: "x" }, { en: "x" } or [{ text: "x" }, { text: "y" }], the last one joined. */
export function plainTextOf(value: unknown): string | undefined {
  const plain = asText(value);
  if (plain !== undefined) return plain;
  if (Array.isArray(value)) {
    const texts = value.map((item) => (isObject(item) ? plainTextOf(item) : undefined));
    return texts.filter((text) => text !== undefined).join(" ") || undefined;
  }
  return textUnder(value, TEXT_NAMES);
}

/** A list of names: from strings, from objects with a name or its parts, from one string that `split` parts. */
export function namesIn(value: unknown, split: (text: string) => string[]): string[] | undefined {
  if (typeof value === "string") return split(value);
  if (isObject(value)) {
    // { value: [...] } or { authors: [...] }.
    const inner = Object.values(value).find((item) => Array.isArray(item) || typeof item === "string");
    return inner === undefined ? undefined : namesIn(inner, split);
  }
  if (!Array.isArray(value)) return undefined;
  const names = value.map(nameOf).filter((name) => name !== undefined);
  return names.length === 0 && value.length > 0 ? undefined : names;
}

function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return asText(item);
  const parts = NAME_PARTS.map((names) => textUnder(item, names)).filter((part) => part !== undefined);
  return textUnder(item, WHOLE_NAMES) ?? (parts.join(" ") || undefined);
}

/** A date as a text, also one of `{ "date-parts": [[2024, 3]] }` or `{ year, month, day }`. */
export function dateTextOf(value: unknown): string | undefined {
  if (!isObject(value)) return Array.isArray(value) ? value.map(asText).join("-") : asText(value);
  const parts = asList(field(value, "date-parts"))[0] ?? ["year", "month", "day"].map((name) => value[name]);
  const texts = asList(parts)
    .map(asText)
    .filter((part) => part !== undefined);
  return texts.length > 0 ? texts.join("-") : plainTextOf(value);
}
