import { run } from "../../src/cli/run.js";

/** What a run of the command line said. */
export interface Said {
  readonly code: number;
  readonly output: string;
  readonly messages: string;
}

/** How it is run. */
export interface Setting {
  readonly input?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly columns?: number;
  /** Whether the reader of the answer takes it late, as a full pipe does. */
  readonly slow?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a command line in this process. */
export async function themata(words: readonly string[], setting: Setting = {}): Promise<Said> {
  const { input, terminal = false, columns, slow = false, environment = {} } = setting;
  let output = "";
  let messages = "";
  // Only a terminal knows how wide it is.
  const screen = { isTTY: terminal, ...(columns === undefined ? {} : { columns }) };
  const answer = {
    write(text: string) {
      output += text;
      return !slow;
    },
    once: (event: string, then: () => void) => event === "drain" && setTimeout(then, 1),
    ...screen,
  };
  const code = await run(words, {
    input: Object.assign(piecesOf(input ?? ""), { isTTY: terminal && input === undefined }),
    output: answer,
    messages: { write: (text) => (messages += text), ...screen },
    environment,
  });
  return { code, output, messages };
}

async function* piecesOf<T extends string | Uint8Array>(whole: T): AsyncGenerator<T> {
  if (whole.length > 0) yield whole;
}

/** The lines of JSON Lines. */
export function records<T>(text: string): T[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
