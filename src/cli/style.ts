/** Colours and weights of terminal text, or none. */

import type { Streams, TextOutput } from "./streams.js";

/** Wraps a text in a style, or gives it back as it is. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

const plain = (text: string): string => text;

/** No colours, no weights. */
export const plainStyle: Style = { bold: plain, dim: plain, accent: plain, good: plain, bad: plain };

const ansiStyle: Style = {
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
  dim: (text) => `\u001b[2m${text}\u001b[22m`,
  accent: (text) => `\u001b[36m${text}\u001b[39m`,
  good: (text) => `\u001b[32m${text}\u001b[39m`,
  bad: (text) => `\u001b[31m${text}\u001b[39m`,
};

/** Colours on a terminal only, and never with NO_COLOR (https://no-color.org), `--no-color` or a dumb terminal. */
export function styleFor(output: TextOutput, environment: Streams["environment"], wanted: boolean): Style {
  const refused = !wanted || (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb";
  return output.isTTY && !refused ? ansiStyle : plainStyle;
}
