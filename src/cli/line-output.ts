/** Lines written one after the other as fast as they are taken, to a stream or to a file that can be gone on with. */

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { aboutFile } from "./about-file.js";
import type { TextOutput } from "./streams.js";

/** Where lines go. */
export interface LineOutput {
  /** Whole lines that stand there already, and the last of them. */
  readonly done: number;
  readonly last: string | undefined;
  /** Keeps a line; what was kept is written when it has grown large. */
  line(text: string): Promise<void>;
  /** Writes what was kept, and waits until it was taken. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const largeEnough = 65_536;

/** Lines into a stream; a slow reader is waited for. */
export function linesToStream(output: TextOutput): LineOutput {
  return kept(0, undefined, async (text) => {
    const full = output.write(text) === false;
    if (full && "once" in output && typeof output.once === "function") {
      await new Promise((taken) =>
        (output.once as (event: string, then: (value: unknown) => void) => void)("drain", taken),
      );
    }
  });
}

/**
 * Lines into a file. A new run begins it anew; with `resume` it goes on after the last whole line, and a line that was cut
 * off is taken away.
 */
export async function linesToFile(path: string, resume: boolean): Promise<LineOutput> {
  return aboutFile(path, async () => {
    const file = await open(path, resume ? "a+" : "w");
    const before = resume ? await wholeLines(path) : { count: 0, bytes: 0, last: undefined };
    if (resume) await file.truncate(before.bytes);
    const output = kept(before.count, before.last, async (text) => {
      await aboutFile(path, () => file.writeFile(text));
    });
    return {
      ...output,
      async close() {
        await output.close();
        await file.sync().catch(() => undefined);
        await file.close();
      },
    };
  });
}

function kept(done: number, last: string | undefined, write: (text: string) => Promise<void>): LineOutput {
  let lines: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (size === 0) return;
    const text = lines.join("");
    lines = [];
    size = 0;
    await write(text);
  };
  return {
    done,
    last,
    async line(text) {
      lines.push(text, "\n");
      size += text.length + 1;
      if (size >= largeEnough) await flush();
    },
    flush,
    close: flush,
  };
}

/** Counts the lines that end, in one pass over the bytes. */
async function wholeLines(path: string): Promise<{ count: number; bytes: number; last: string | undefined }> {
  let count = 0;
  let bytes = 0;
  let seen = 0;
  let open: Buffer[] = [];
  let last: Buffer | undefined;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, from)) {
      last = Buffer.concat([...open, piece.subarray(from, end)]);
      open = [];
      from = end + 1;
      count += 1;
      bytes = seen + from;
    }
    open.push(piece.subarray(from));
    seen += piece.length;
  }
  return { count, bytes, last: last?.toString("utf8") };
}
