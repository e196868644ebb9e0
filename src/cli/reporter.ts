/** How a verb speaks: the answer to stdout or a file, everything else to stderr. */

import { writeAtomically } from "../node/write-atomically.js";
import { aboutFile } from "./about-file.js";
import type { Given } from "./parse-arguments.js";
import type { Streams } from "./streams.js";
import { plainStyle, type Style, styleFor } from "./style.js";
import { singleLine } from "./terminal-text.js";

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
  /** Gives text that is an answer by itself, such as converted papers. */
  raw(text: string): Promise<void>;
  /** Writes a file that was asked for beside the answer. */
  save(path: string, content: string | Uint8Array): Promise<void>;
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
const fewestColumns = 30;
const mostColumns = 110;

/** A reporter for these streams and options. */
export function createReporter(streams: Streams, given: Given): Reporter {
  const { output, messages, environment } = streams;
  const coloured = !given.flag("no-color");
  const style = styleFor(messages, environment, coloured);
  const watched = messages.isTTY === true && !given.flag("quiet");
  const path = given.text("output");
  let shown = "";
  const settle = (): void => {
    if (shown !== "") messages.write("\r\u001b[K");
    shown = "";
  };
  const save = async (file: string, content: string | Uint8Array): Promise<void> => {
    await aboutFile(file, () => writeAtomically(file, content));
    reporter.note(`Wrote ${file}.`);
  };
  const reporter: Reporter = {
    streams,
    async answer({ records, text }) {
      settle();
      const toTerminal = path === undefined && output.isTTY === true;
      if (given.flag("text") || (toTerminal && !given.flag("json"))) {
        const columns = Math.max(fewestColumns, Math.min(mostColumns, output.columns ?? usualColumns));
        await reporter.raw(text(path === undefined ? styleFor(output, environment, coloured) : plainStyle, columns));
      } else if (path === undefined) {
        for (const record of records()) output.write(`${JSON.stringify(record)}\n`);
      } else {
        await save(path, Array.from(records(), (record) => `${JSON.stringify(record)}\n`).join(""));
      }
    },
    async raw(text) {
      settle();
      if (path === undefined) output.write(text);
      else await save(path, text);
    },
    save,
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
  return reporter;
}
