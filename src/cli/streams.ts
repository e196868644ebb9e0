/** What the command line talks to: the process's own streams, or a test's. */

/** A stream that text is written to. */
export interface TextOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Input, answer, messages and the environment. */
export interface Streams {
  readonly input: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  /** The answer, and nothing else. */
  readonly output: TextOutput;
  /** Progress, notes and errors. */
  readonly messages: TextOutput;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
