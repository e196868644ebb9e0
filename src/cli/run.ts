/** One run of the command line: finds the verb, does its work, says what went wrong; gives the exit code. */

import { existsSync } from "node:fs";
import { isThemataError } from "../errors.js";
import { nearestName } from "../options.js";
import { checkOutputs } from "./check-outputs.js";
import { programHelp, verbHelp } from "./help.js";
import { commonOptions } from "./option-spec.js";
import { checkOutputNames } from "./output-names.js";
import { parseArguments } from "./parse-arguments.js";
import { createReporter } from "./reporter.js";
import type { Streams } from "./streams.js";
import { styleFor } from "./style.js";
import { UsageError } from "./usage-error.js";
import type { Verb } from "./verb.js";
import { verbs } from "./verbs.js";
import { packageVersion } from "./version.js";

/** 0 done; 1 the input cannot be read or allows no answer; 2 the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

/** Runs the words of a command line (without the program's name). */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    await answer(argv, streams);
    return 0;
  } catch (error) {
    const { message, code } = told(error);
    const style = styleFor(streams.messages, streams.environment, !argv.includes("--no-color"));
    streams.messages.write(`${style.bad("themata:")} ${message}\n`);
    return code;
  }
}

async function answer(argv: readonly string[], streams: Streams): Promise<void> {
  const help = helpFor(argv, streams);
  if (help !== undefined) {
    const columns = Math.min(100, streams.output.columns ?? 80);
    const style = styleFor(streams.output, streams.environment, !argv.includes("--no-color"));
    streams.output.write(help === "program" ? programHelp(style, columns) : verbHelp(help, style, columns));
    return;
  }
  if (argv[0] === "--version" || argv[0] === "-V") {
    streams.output.write(`${await packageVersion()}\n`);
    return;
  }
  const { verb, rest } = chosenVerb(argv);
  const { words, given } = parseArguments(rest, [...verb.options, ...commonOptions]);
  checkOutputs(verb.name, words, given);
  checkOutputNames(verb.name, given);
  const reporter = createReporter(streams, given);
  const { work } = await verb.load();
  try {
    await work({ words, given, reporter });
  } finally {
    reporter.settle();
  }
}

/** The help that is asked for: of the program, also where there is nothing at all to do, or of a verb. */
function helpFor(argv: readonly string[], { input }: Streams): "program" | Verb | undefined {
  if (argv.length === 0 && input.isTTY) return "program";
  const [first, second] = argv;
  if (first === "help") {
    if (second === undefined) return "program";
    return verbs.find(({ name }) => name === second) ?? unknownVerb(second);
  }
  const end = argv.indexOf("--");
  const asked = (end < 0 ? argv : argv.slice(0, end)).some((word) => word === "--help" || word === "-h");
  return asked ? (verbs.find(({ name }) => name === first) ?? "program") : undefined;
}

function chosenVerb(argv: readonly string[]): { verb: Verb; rest: readonly string[] } {
  const [first = ""] = argv;
  const verb = verbs.find(({ name }) => name === first);
  if (verb !== undefined) return { verb, rest: argv.slice(1) };
  if (/^[a-z]+$/i.test(first) && !existsSync(first)) unknownVerb(first);
  return { verb: verbs[0], rest: argv };
}

function unknownVerb(name: string): never {
  const names = verbs.map((verb) => verb.name);
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? `The verbs are ${names.join(", ")}.` : `Did you mean ${nearest}?`;
  throw new UsageError(`There is neither a verb nor a file ${name}. ${hint}`);
}

function told(error: unknown): { message: string; code: ExitCode } {
  if (error instanceof UsageError) return { message: error.message, code: 2 };
  if (!isThemataError(error)) return { message: error instanceof Error ? error.message : String(error), code: 1 };
  return { message: inOptions(error.message), code: error.code === "INVALID_OPTION" ? 2 : 1 };
}

/** What the library calls `minScore` is --min-score here. */
function inOptions(message: string): string {
  const known = new Set([...verbs.flatMap(({ options }) => options), ...commonOptions].map(({ name }) => name));
  const said = message.replace("bytes written by `serialize`", "a file that discover --model or tag --save wrote");
  return said.replace(/^[a-z]\w+: /, "").replace(/`(\w+)`/g, (written, name: string) => {
    const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return known.has(dashed) ? `--${dashed}` : written;
  });
}
