/** What a verb of the command line is: its help and, loaded only when asked for, its work. */

import type { OptionSpec } from "./option-spec.js";
import type { Given } from "./parse-arguments.js";
import type { Reporter } from "./reporter.js";

/** All that a verb works with. */
export interface Request {
  readonly words: readonly string[];
  readonly given: Given;
  readonly reporter: Reporter;
}

/** Does the work of a verb. */
export type Work = (request: Request) => Promise<void>;

/** A verb as the help tells it. */
export interface Verb {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** What stands after the verb: "FILES...". */
  readonly words: string;
  /** More on words and answers, one paragraph each. */
  readonly details: readonly string[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly line: string; readonly meaning: string }[];
  readonly load: () => Promise<{ readonly work: Work }>;
}
