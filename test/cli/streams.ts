import { run } from "../../src/cli/run.js";

/** What a run of the command line said. */
export interface Said {
  readonly code: number;
  readonly output: string;
  readonly messages: string;
}

/** How it is run. */
export interface Setting {
  readonly input?: string;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a command line in this process. */
export async function themata(words: readonly string[], setting: Setting = {}): Promise<Said> {
  const { input, terminal = false, columns = 80, environment = {} } = setting;
  let output = "";
  let messages = "";
  const code = await run(words, {
    input: Object.assign(piecesOf(input ?? ""), { isTTY: terminal && input === undefined }),
    output: { write: (text) => (output += text), isTTY: terminal, columns },
    messages: { write: (text) => (messages += text), isTTY: terminal, columns },
    environment,
  });
  return { code, output, messages };
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  if (text !== "") yield text;
}

/** The lines of JSON Lines. */
export function records<T>(text: string): T[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}
