/** Papers in, tags out, one after the other: a filter for streams of any length. */

import { isThemataError, ThemataError } from "../errors.js";
import type { Optional } from "../options.js";
import { checkPaper, type Paper, type Problem } from "../papers/paper.js";
import { type TaggedPaper, type TagOptions, tagPapers } from "../tags/tag-papers.js";
import type { Tagger } from "../tags/tagger.js";
import { checkSource } from "./check-source.js";
import { openEvent, type PaperEvent } from "./paper-events.js";

/** What a stream of papers brings: a paper, or an event of `streamPapers`. */
export type TagStreamInput = PaperEvent;

/** One answer for each input, in the same order. */
export type TagStreamOutput = (TaggedPaper & { readonly paper: Paper }) | { readonly problem: Problem };

/** As for `tagPapers`, and a signal. */
export interface TagStreamOptions extends Optional<TagOptions> {
  /** Looked at before each paper. */
  readonly signal?: AbortSignal;
}

/**
 * Tags papers as they come. Each input is answered once, in order: with tags and the caller's paper, or with a problem,
 * which does not end the stream. The source is asked for the next paper when the answer to the last was taken, and is
 * closed when the consumer stops. Memory does not grow with the stream.
 *
 * @throws ThemataError ABORTED, INVALID_OPTION, MODEL_FORMAT; and what the source throws
 * @example
 * for await (const answer of tagStream(tagger, streamPapers(process.stdin))) {
 *   if ("tags" in answer) console.log(answer.paperId, answer.tags.map((tag) => tag.themeId));
 * }
 */
export async function* tagStream(
  tagger: Tagger,
  source: AsyncIterable<TagStreamInput> | Iterable<TagStreamInput>,
  options?: TagStreamOptions,
): AsyncGenerator<TagStreamOutput> {
  checkSource("tagStream", source);
  const { signal, ...tagOptions } = options ?? {};
  tagPapers(tagger, [], tagOptions);
  let record = 0;
  for await (const input of source) {
    if (signal?.aborted) {
      const message = `tagStream: aborted by the caller's signal after ${record} records.`;
      throw new ThemataError("ABORTED", message, { stage: "tags" }, signal.reason);
    }
    yield answer(tagger, input, tagOptions, record);
    record += 1;
  }
}

function answer(tagger: Tagger, input: TagStreamInput, options: Optional<TagOptions>, record: number): TagStreamOutput {
  const opened = openEvent(input);
  if ("problem" in opened) return { problem: opened.problem };
  const { paper } = opened;
  try {
    checkPaper("tagStream", paper, record);
    return { ...tagPapers(tagger, [paper], options)[0]!, paper };
  } catch (error) {
    if (!isThemataError(error, "INVALID_PAPER")) throw error;
    return { problem: { code: "invalid-paper", message: error.message, record } };
  }
}
