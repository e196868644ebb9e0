/** The plain text of a page on which titles and abstracts alternate line by line, with navigation lines before them. */

import type { Draft, Found, PaperReader } from "../reading/draft.js";
import { byLines, type Line } from "./lines.js";

/** A line of this length is an abstract whatever it says. */
export const ABSTRACT_LENGTH = 250;
const SENTENCE_END = /[.!?]["”)]?(?:\s|$)/g;

/** Words of a page's buttons that copying glues to the title after them. */
const GLUED_BUTTON = /^(?:Subscribe|Sign ?up|Sign ?in|Log ?in)(?=[A-Z0-9])/;

/**
 * A reader of a listing. The line before an abstract is its title. Lines before the first title are navigation and are
 * reported; a later title without an abstract is a paper all the same.
 */
export function openListing(): PaperReader {
  let waiting: Line | undefined;
  let papers = 0;
  const takeAbstract = (line: Line): Found[] => {
    const first = papers === 0;
    papers += 1;
    const title = waiting;
    waiting = undefined;
    if (title === undefined) return [{ kind: "record", line: line.number, draft: { abstract: line.text.trim() } }];
    return [{ kind: "record", line: title.number, draft: { ...titled(title, first), abstract: line.text.trim() } }];
  };
  const takeTitle = (line: Line | undefined): Found[] => {
    const before = waiting;
    waiting = line;
    if (before === undefined) return [];
    if (papers > 0) return [{ kind: "record", line: before.number, draft: titled(before, false) }];
    return [{ kind: "skipped", problem: skippedLine(before) }];
  };
  const take = (line: Line): Found[] => {
    if (line.text.trim() === "") return [];
    return isAbstract(line.text) ? takeAbstract(line) : takeTitle(line);
  };
  return byLines(take, () => takeTitle(undefined));
}

/** Whether a line is an abstract: it is long or has two sentences or more. */
export function isAbstract(text: string): boolean {
  return text.length >= ABSTRACT_LENGTH || (text.match(SENTENCE_END)?.length ?? 0) >= 2;
}

function titled(line: Line, first: boolean): Draft {
  const text = line.text.trim();
  const glued = first ? GLUED_BUTTON.exec(text)?.[0] : undefined;
  if (glued === undefined) return { title: text };
  const message = `"${glued}" was glued to the title and was left out.`;
  return { title: text.slice(glued.length), faults: [{ code: "mended-title", message }] };
}

function skippedLine(line: Line): { code: string; message: string; line: number } {
  return {
    code: "skipped-line",
    message: `Not a paper: ${JSON.stringify(line.text.slice(0, 80))}.`,
    line: line.number,
  };
}
