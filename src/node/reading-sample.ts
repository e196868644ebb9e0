/** Of a stream the papers whose text is held for the naming of themes: those that a fit in memory would read. */

import type { Paper } from "../papers/paper.js";
import { readingStep } from "../themes/discover-themes.js";
import { heldPaper } from "./held-paper.js";

/** Papers by their place in the stream. */
export interface ReadingSample {
  /** Takes the next paper of the stream. */
  add(paper: Paper): void;
  /** The papers held, in an array as long as the stream. */
  held(): readonly (Paper | undefined)[];
}

/** An empty sample for so many themes. At each doubling of the step every other paper is dropped. */
export function readingSample(k: number | "auto"): ReadingSample {
  let papers: Paper[] = [];
  let step = 1;
  let seen = 0;
  return {
    add(paper) {
      if (seen % step === 0) papers.push(heldPaper(paper));
      seen += 1;
      if (readingStep(seen, k) === step) return;
      step *= 2;
      papers = papers.filter((_, i) => i % 2 === 0);
    },
    held() {
      const all = new Array<Paper | undefined>(seen);
      papers.forEach((paper, i) => {
        all[i * step] = paper;
      });
      return all;
    },
  };
}
