/** The themes of papers, old or new, by the rule with which the fit ended. */

import { invalidOption, resolveOptions, value } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import type { Analyzer } from "../text/analyzer.js";
import { checkVectors, type PaperVectors } from "./external-vectors.js";
import { cosines, rankThemes } from "./membership.js";
import { analyzerOf, embed, vectorsOf } from "./space.js";
import type { Assignment, ThemeModel } from "./theme-model.js";

/** What assigning may need beside the model. */
export interface AssignOptions {
  /** The caller's own vectors of the papers, needed where the model was fitted with some. @defaultValue undefined */
  readonly vectors: PaperVectors | undefined;
  /** The analyzer, needed where the model was fitted with the caller's own. @defaultValue undefined */
  readonly analyzer: Analyzer | undefined;
}

/**
 * The ranked themes of each paper, in the order given; none for a paper that fits nowhere. Fitted papers get what the
 * fit gave them; a paper that a person moved stays where it was moved.
 *
 * Linear in the papers, but for the search of ten neighbours of each among the fitted papers.
 *
 * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID, INVALID_OPTION, MODEL_FORMAT when the model needs the
 *   caller's analyzer
 */
export function assignThemes(
  model: ThemeModel,
  papers: readonly Paper[],
  options?: { readonly [K in keyof AssignOptions]?: AssignOptions[K] | undefined },
): Assignment[] {
  checkPapers("assignThemes", papers);
  const { vectors, analyzer } = resolveOptions<AssignOptions>("assignThemes", options, {
    vectors: value<PaperVectors | undefined>(
      undefined,
      "a matrix or an array of rows",
      (v) => typeof v === "object" && v !== null,
    ),
    analyzer: value<Analyzer | undefined>(
      undefined,
      "an analyzer",
      (v) => typeof (v as Analyzer | null)?.terms === "function",
    ),
  });
  const { space } = model;
  if (space.externalShare > 0 && vectors === undefined) {
    throw invalidOption("assignThemes", "vectors", "given, since the model was fitted with vectors", vectors);
  }
  const external = vectors && checkVectors("assignThemes", vectors, papers.length, space.external.columns);
  const rows = embed(space, vectorsOf(space, papers, analyzerOf(space, analyzer)), external);
  return rankThemes(
    papers.map((paper) => paper.id),
    cosines(rows, model.prototypes),
    model.themes.map((theme) => theme.id),
    model,
    new Map(model.decisions.moved.map(({ paperId, themeId }) => [paperId, themeId])),
  );
}
