/** One run of the command line: finds the verb, does its work, says what went wrong; gives the exit code. */

import { isThemataError } from "../errors.js";
import { commonOptions } from "./option-spec.js";
import { parseArguments } from "./parse-arguments.js";
import { createReporter } from "./reporter.js";
import type { Streams } from "./streams.js";
import { UsageError } from "./usage-error.js";
import type { Verb } from "./verb.js";
import { verbs } from "./verbs.js";

/** 0 done; 1 the input cannot be read or allows no answer; 2 the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

/** Runs the words of a command line (without the program's name). */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    const { verb, rest } = chosenVerb(argv);
    const { words, given } = parseArguments(rest, [...verb.options, ...commonOptions]);
    const reporter = createReporter(streams, given);
    const { work } = await verb.load();
    try {
      await work({ words, given, reporter });
    } finally {
      reporter.settle();
    }
    return 0;
  } catch (error) {
    const { message, code } = told(error);
    streams.messages.write(`themata: ${message}\n`);
    return code;
  }
}

function chosenVerb(argv: readonly string[]): { verb: Verb; rest: readonly string[] } {
  const verb = verbs.find(({ name }) => name === argv[0]);
  return verb === undefined ? { verb: verbs[0]!, rest: argv } : { verb, rest: argv.slice(1) };
}

function told(error: unknown): { message: string; code: ExitCode } {
  if (error instanceof UsageError) return { message: error.message, code: 2 };
  if (isThemataError(error, "INVALID_OPTION")) return { message: error.message, code: 2 };
  return { message: error instanceof Error ? error.message : String(error), code: 1 };
}
