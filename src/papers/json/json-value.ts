/** Looking into JSON of unknown shape without trusting it. */

const STRING_OR_NAN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\b(?:NaN|Infinity)\b/g;

/** A JSON object. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is an object that is neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** An own field of an object, along a path; undefined where the path breaks off. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const name of path) {
    if (!isObject(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}

/** A string, a finite number as a string, or the first such of an array; undefined for anything else and for "". */
export function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return Array.isArray(value) ? asText(value.find((item) => asText(item) !== undefined)) : undefined;
}

/** The first text that an object holds under one of these names. */
export function textUnder(value: unknown, names: readonly string[]): string | undefined {
  return names.map((name) => asText(field(value, name))).find((text) => text !== undefined);
}

/** The items of an array; of anything else, none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of an array of strings, or of objects that hold one under any of the given names. */
export function asTexts(value: unknown, ...names: readonly string[]): string[] {
  const texts = asList(value).map((item) => (isObject(item) ? textUnder(item, names) : asText(item)));
  return texts.filter((text) => text !== undefined);
}

/** The value of a JSON text, or undefined where it is none: JSON has no undefined. NaN, as Python writes it, is null; zeros are left out. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (!/NaN|Infinity|\0/.test(text)) return undefined;
  }
  try {
    const plain = text.replaceAll("\0", "");
    return JSON.parse(plain.replace(STRING_OR_NAN, (found) => (found.startsWith('"') ? found : "null")));
  } catch {
    return undefined;
  }
}
