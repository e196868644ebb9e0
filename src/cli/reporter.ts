/** How a verb speaks: the answer to stdout or a file, everything else to stderr. */

import type { Given } from "./parse-arguments.js";
import type { Streams } from "./streams.js";
import { type Style, styleFor } from "./style.js";
import { singleLine } from "./terminal-text.js";
import { writeAtomically } from "../node/write-atomically.js";

/** The two ways of an answer. */
export interface Answer {
  /** One object a line, for machines. */
  readonly records: () => Iterable<unknown>;
  /** For people; lines of at most `columns`. */
  readonly text: (style: Style, columns: number) => string;
}

/** Speaks for a verb. */
export interface Reporter {
  readonly streams: Streams;
  /** Gives the answer, in words on a terminal and in JSON Lines elsewhere. */
  answer(answer: Answer): Promise<void>;
  /** A line for a person who watches: on a terminal only, and not when quiet. */
  note(line: string): void;
  /** A line that matters even when nobody watches. */
  warn(line: string): void;
  /** Shows how far a long step is, on a terminal only. */
  progress(label: string, fraction: number): void;
  /** Takes the progress off the screen. */
  settle(): void;
}

const barWidth = 24;
const usualColumns = 80;
const mostColumns = 110;

/** A reporter for these streams and options. */
export function createReporter(streams: Streams, given: Given): Reporter {
  const { output, messages } = streams;
  const style = styleFor(messages, streams.environment, !given.flag("no-color"));
  const watched = messages.isTTY === true && !given.flag("quiet");
  let shown = "";
  const settle = (): void => {
    if (shown !== "") messages.write("\r\u001b[K");
    shown = "";
  };
  return {
    streams,
    async answer({ records, text }) {
      settle();
      const path = given.text("output");
      const inWords = given.flag("text") || (path === undefined && output.isTTY === true && !given.flag("json"));
      const columns = Math.max(30, Math.min(mostColumns, output.columns ?? usualColumns));
      const chosen = styleFor(
        path === undefined ? output : { write: () => {} },
        streams.environment,
        !given.flag("no-color"),
      );
      const lines = inWords ? [text(chosen, columns)] : jsonLines(records());
      if (path !== undefined) await writeAtomically(path, [...lines].join(""));
      else for (const line of lines) output.write(line);
    },
    note(line) {
      settle();
      if (watched) messages.write(`${style.dim(singleLine(line))}\n`);
    },
    warn(line) {
      settle();
      messages.write(`${singleLine(line)}\n`);
    },
    progress(label, fraction) {
      if (!watched) return;
      const full = Math.round(fraction * barWidth);
      const line = `${style.accent("━".repeat(full))}${style.dim("━".repeat(barWidth - full))} ${label}`;
      if (line !== shown) messages.write(`\r\u001b[K${line}`);
      shown = line;
    },
    settle,
  };
}

function* jsonLines(records: Iterable<unknown>): Iterable<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}
