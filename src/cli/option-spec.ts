/** How an option of the command line is described: once, for parsing and for the help alike. */

/** What the value of an option may be; "list": several with commas between. */
export type ValueKind = "flag" | "text" | "number" | "list";

/** One option of a verb. */
export interface OptionSpec {
  /** Without the dashes: "min-score". */
  readonly name: string;
  readonly short?: string;
  readonly kind: ValueKind;
  /** What stands for the value in the help: "N", "FILE". */
  readonly placeholder?: string;
  readonly meaning: string;
}

/** Options that every verb has. */
export const commonOptions: readonly OptionSpec[] = [
  { name: "output", short: "o", kind: "text", placeholder: "FILE", meaning: "write the answer to FILE, not to stdout" },
  { name: "json", kind: "flag", meaning: "answer in JSON Lines, as in a pipe" },
  { name: "text", kind: "flag", meaning: "answer in words, as on a terminal" },
  { name: "format", kind: "text", placeholder: "NAME", meaning: "format of the input, where it is not told by itself" },
  { name: "quiet", short: "q", kind: "flag", meaning: "no progress and no notes; errors are still told" },
  { name: "no-color", kind: "flag", meaning: "no colours (so does the variable NO_COLOR)" },
  { name: "help", short: "h", kind: "flag", meaning: "show this help" },
];
