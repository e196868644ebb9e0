/** What a stream of papers brings. */

import { checkPaper, type Paper, type Problem } from "../papers/paper.js";

/** A paper as it is, or an event of `streamPapers`. */
export type PaperEvent = Paper | { readonly paper: Paper } | { readonly problem: Problem };

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
    const isEvent = typeof event === "object" && event !== null;
    if (isEvent && "problem" in event) {
      problems.push(event.problem as Problem);
      continue;
    }
    const paper = isEvent && "paper" in event ? (event.paper as Paper) : event;
    checkPaper(where, paper, papers);
    papers += 1;
    yield paper;
  }
}
