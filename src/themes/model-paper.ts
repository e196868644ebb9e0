/** What a model keeps of a paper. */

import type { Paper } from "../papers/paper.js";
import type { ModelPaper } from "./theme-model.js";

/** Id and title, and date, venue and authors where the paper has them. */
export function modelPaper(paper: Paper): ModelPaper {
  return {
    id: paper.id,
    title: paper.title ?? "",
    ...(paper.date ? { date: paper.date } : {}),
    ...(paper.venue ? { venue: paper.venue } : {}),
    ...(paper.authors ? { authors: [...paper.authors] } : {}),
  };
}
