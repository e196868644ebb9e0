/** Checks of loaded data, composed: each takes a value and its path and throws MODEL_FORMAT where it is not as it should be. */

import { shown } from "../errors.js";
import { damaged } from "./refuse.js";
import { type SectionArray, sectionTypeOf, sectionTypes } from "./section-types.js";

/** Throws for a value that is not of the shape. */
export type Check = (value: unknown, path: Path) => void;

/** Where a value stands, told only when it is written: most values are as they should be. */
export interface Path {
  toString(): string;
}

/** A check for each field of `T`; the compiler demands that none is forgotten. */
export type Fields<T> = { readonly [K in keyof T]-?: Check };

export const text: Check = (value, path) => {
  if (typeof value !== "string") throw misshapen(path, "a text", value);
};

export const flag: Check = (value, path) => {
  if (typeof value !== "boolean") throw misshapen(path, "true or false", value);
};

/** A finite number in [min, max]. */
export function real(min: number = -Infinity, max: number = Infinity): Check {
  return (value, path) => {
    if (typeof value !== "number" || !Number.isFinite(value) || value < min || value > max) {
      throw misshapen(path, "a number in range", value);
    }
  };
}

/** A whole number in [min, max]. */
export function whole(min = 0, max: number = Number.MAX_SAFE_INTEGER): Check {
  return (value, path) => {
    if (!Number.isInteger(value) || (value as number) < min || (value as number) > max) {
      throw misshapen(path, "a whole number in range", value);
    }
  };
}

export function oneOf(...choices: readonly unknown[]): Check {
  return (value, path) => {
    if (!choices.includes(value)) throw misshapen(path, `one of ${choices.map(shown).join(", ")}`, value);
  };
}

/** A list, of a given length where one is given. */
export function list(item: Check, length?: number): Check {
  return (value, path) => {
    if (!Array.isArray(value)) throw misshapen(path, "a list", value);
    if (length !== undefined && value.length !== length) throw misshapen(path, `a list of ${length}`, value);
    let i = 0;
    const place = { toString: () => `${path}[${i}]` };
    for (; i < value.length; i += 1) item(value[i], place);
  };
}

/** An object with these fields; others are let through, for a later version may have written them. */
export function record<T>(fields: Fields<T>): Check {
  const entries: [string, Check][] = Object.entries(fields);
  return (value, path) => {
    if (!isPlainObject(value)) throw misshapen(path, "an object", value);
    let name = "";
    const place = { toString: () => `${path}.${name}` };
    for (const [key, check] of entries) {
      name = key;
      check(Object.hasOwn(value, key) ? value[key] : undefined, place);
    }
  };
}

export function optional(check: Check): Check {
  return (value, path) => {
    if (value !== undefined && value !== null) check(value, path);
  };
}

/** Null, or of the shape. */
export function nullable(check: Check): Check {
  return (value, path) => {
    if (value !== null) check(value, path);
  };
}

/** Whichever of two shapes `isFirst` says. */
export function either(isFirst: (value: unknown) => boolean, first: Check, second: Check): Check {
  return (value, path) => (isFirst(value) ? first : second)(value, path);
}

/** A typed array of one of these types, by name, and of a length where one is given. */
export function typed(names: readonly string[], length?: number): Check {
  return (value, path) => {
    const type = sectionTypes[sectionTypeOf(value)];
    if (type === undefined || !names.includes(type.tag)) throw misshapen(path, names.join(" or "), value);
    if (length !== undefined && (value as SectionArray).length !== length) {
      throw misshapen(path, `${length} numbers`, value);
    }
  };
}

/** Strings in strictly ascending order of code units, as binary searches need them. */
export const ascendingTexts: Check = (value, path) => {
  list(text)(value, path);
  const texts = value as readonly string[];
  for (let i = 1; i < texts.length; i += 1) {
    if (!(texts[i - 1]! < texts[i]!)) throw misshapen(`${path}[${i}]`, "a text after the one before", texts[i]);
  }
};

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** Length of the list under a key, 0 where there is none. */
export function lengthOf(value: unknown, key: string): number {
  const list = isPlainObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.length : 0;
}

/** The error for a value that is not of its shape. */
export function misshapen(path: Path, expected: string, got: unknown): Error {
  return damaged(`expected \`${String(path)}\` to be ${expected}, got ${shown(got)}`);
}
