/** The papers that stand between two themes. */

import { checkThemes } from "./model/check-model.js";
import type { ThemeModel } from "./model/theme-model.js";

/** A paper whose two best themes are nearly even. */
export interface PaperBetween {
  readonly paperId: string;
  /** Best and second theme. */
  readonly themeIds: readonly [string, string];
  /** Score of the best minus that of the second, in [0, 0.2]. */
  readonly margin: number;
}

const widestMargin = 0.2;

/**
 * The papers whose first theme leads the second by 0.2 or less, closest first; ties in the order of the papers.
 *
 * @example
 * papersBetween(model)[0]; // { paperId: "a17", themeIds: ["reward-model", "llm-agents"], margin: 0.003 }
 */
export function papersBetween(model: ThemeModel): PaperBetween[] {
  checkThemes("papersBetween", model);
  const between = model.assignments.flatMap(({ paperId, themes: [first, second] }): PaperBetween[] => {
    if (first === undefined || second === undefined || first.score - second.score > widestMargin) return [];
    return [{ paperId, themeIds: [first.themeId, second.themeId], margin: first.score - second.score }];
  });
  return between.sort((a, b) => a.margin - b.margin);
}
