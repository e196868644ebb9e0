/** What is kept of a paper whose text is not. */

import type { Paper } from "../../papers/paper.js";
import type { ModelPaper } from "./theme-model.js";

/** Id and title, and date, venue and authors where the paper has them. */
export function modelPaper(paper: Paper): ModelPaper {
  return { id: paper.id, title: paper.title ?? "", ...knownOf(paper) };
}

/** The paper, which waits no longer. */
export function placedPaper({ waiting: _, ...paper }: ModelPaper): ModelPaper {
  return paper;
}

/** The same as a paper without an abstract. A copy of an object with one field more takes four times the memory. */
export function titledPaper(paper: Paper): Paper {
  return { id: paper.id, title: paper.title ?? "", abstract: "", ...knownOf(paper) };
}

function knownOf(paper: Paper): Pick<ModelPaper, "date" | "venue" | "authors"> {
  return {
    ...(paper.date ? { date: paper.date } : {}),
    ...(paper.venue ? { venue: paper.venue } : {}),
    ...(paper.authors ? { authors: [...paper.authors] } : {}),
  };
}
