/** Papers tagged by a tagger that was fitted without them. */

import type { Optional } from "../options.js";
import { type FitTaggerOptions, fitTagger, type TaggerInput } from "./fit-tagger.js";
import type { TagExample } from "./gather-examples.js";
import { type Tag, type TagOptions, tagPapers } from "./tag-papers.js";

/** The answers for the papers held out, in their order. */
export interface HeldOutTags {
  /** Ids of the themes given. */
  readonly given: string[][];
  /** The likeliest theme, given or not. */
  readonly likeliest: (Tag | undefined)[];
}

/** Fits on some examples, and on the background without the papers held out, and tags these. */
export function tagHeldOut(
  input: TaggerInput,
  examples: readonly TagExample[],
  held: readonly TagExample[],
  fit: Optional<FitTaggerOptions> | undefined,
  tag: Optional<TagOptions> = {},
): HeldOutTags {
  const papers = held.map(({ paper }) => paper);
  const out = new Set(papers.map(({ id }) => id));
  const background = (input.background ?? []).filter(({ id }) => !out.has(id));
  const tagger = fitTagger({ ...input, examples, background }, fit);
  const quick = { ...tag, evidence: false };
  return {
    given: tagPapers(tagger, papers, quick).map(({ tags }) => tags.map(({ themeId }) => themeId)),
    likeliest: tagPapers(tagger, papers, { ...quick, abstain: false, limit: 1 }).map(({ tags }) => tags[0]),
  };
}
