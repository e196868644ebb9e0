/** A command line that cannot be understood: told in one sentence, exit code 2. */

/** What was expected, what was given, and what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
