/** Reading a format that has to be seen whole. */

import type { Found, PaperReader } from "./draft.js";

/** A reader that gathers the text and reads it at the end. */
export function wholeText(read: (text: string) => Found[]): PaperReader {
  const pieces: string[] = [];
  return {
    push(text) {
      pieces.push(text);
      return [];
    },
    end: () => read(pieces.join("")),
  };
}
