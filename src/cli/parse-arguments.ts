/** From the words of a command line to files and options, on top of Node's own parser. */

import { parseArgs } from "node:util";
import { nearestName } from "../options.js";
import type { OptionSpec } from "./option-spec.js";
import { UsageError } from "./usage-error.js";

/** The values given, by option name. */
export interface Given {
  /** Whether a flag was given. */
  flag(name: string): boolean;
  /** The text of an option; undefined when absent. */
  text(name: string): string | undefined;
  /** The number of an option; undefined when absent. */
  number(name: string): number | undefined;
  /** The values of all uses of an option, in lists those between commas; empty when absent. */
  list(name: string): readonly string[];
}

/** What stands on a command line after the verb. */
export interface Arguments {
  /** Words that are no options, in order. */
  readonly words: readonly string[];
  readonly given: Given;
}

/**
 * Reads the words by the options of a verb; the last use of an option wins, but for lists.
 *
 * @throws UsageError for an unknown option, with the nearest known one, and for a missing or wrong value
 */
export function parseArguments(words: readonly string[], specs: readonly OptionSpec[]): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      specs.map(({ name, short, kind }) => [
        name,
        { type: kind === "flag" ? "boolean" : "string", ...(short === undefined ? {} : { short }) } as const,
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const spec = specs.find(({ name }) => name === token.name);
    if (spec === undefined) throw unknownOption(token.rawName, token.name, specs);
    // Node's parser takes the sign of "-k=12" for a part of the value.
    const given = token.rawName.startsWith("--") ? token.value : token.value?.replace(/^=/, "");
    const value = checkedValue(spec, token.rawName, given);
    values.set(spec.name, [...(values.get(spec.name) ?? []), ...(spec.kind === "list" ? partsOf(value) : [value])]);
  }
  return { words: positionals, given: givenOf(values) };
}

function givenOf(values: ReadonlyMap<string, readonly string[]>): Given {
  const text = (name: string): string | undefined => values.get(name)?.at(-1);
  return {
    flag: (name) => values.has(name),
    text,
    number: (name) => (text(name) === undefined ? undefined : Number(text(name))),
    list: (name) => values.get(name) ?? [],
  };
}

function partsOf(value: string): string[] {
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function checkedValue(spec: OptionSpec, rawName: string, value: string | undefined): string {
  const placeholder = spec.placeholder ?? "VALUE";
  if (spec.kind === "flag") {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value, got "${value}".`);
    return "";
  }
  if (value === undefined || value === "") throw new UsageError(`${rawName} needs a value: ${rawName} ${placeholder}.`);
  // "Infinity" is a limit that the library takes.
  if (spec.kind === "number" && (value.trim() === "" || Number.isNaN(Number(value)))) {
    throw new UsageError(`${rawName} needs a number, got "${value}".`);
  }
  return value;
}

function unknownOption(rawName: string, name: string, specs: readonly OptionSpec[]): UsageError {
  const names = specs.map((spec) => spec.name).filter(({ length }) => length > 1);
  const nearest = name.length > 1 ? nearestName(name, names) : undefined;
  const hint = nearest === undefined ? "See themata help." : `Did you mean --${nearest}?`;
  return new UsageError(`Unknown option ${rawName}. ${hint}`);
}
