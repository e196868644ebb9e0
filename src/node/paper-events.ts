/** What a stream of papers brings. */

import { checkPaper, type Paper, type Problem } from "../papers/paper.js";

/** A paper as it is, or an event of `streamPapers`. */
export type PaperEvent = Paper | { readonly paper: Paper } | { readonly problem: Problem };

/** What an event is: a problem, or something that should be a paper. */
export function openEvent(event: PaperEvent): { readonly paper: Paper } | { readonly problem: Problem } {
  const isEvent = typeof event === "object" && event !== null && ("problem" in event || "paper" in event);
  return isEvent ? (event as { readonly paper: Paper } | { readonly problem: Problem }) : { paper: event };
}

/**
 * The papers of a source one by one, checked; its problems go to `problems`.
 *
 * @throws ThemataError INVALID_PAPER; and what the source throws
 */
export async function* papersOf(
  where: string,
  source: AsyncIterable<PaperEvent> | Iterable<PaperEvent>,
  problems: Problem[],
): AsyncGenerator<Paper> {
  let papers = 0;
  for await (const event of source) {
    const opened = openEvent(event);
    if ("problem" in opened) {
      problems.push(opened.problem);
      continue;
    }
    checkPaper(where, opened.paper, papers);
    papers += 1;
    yield opened.paper;
  }
}
