/** The themes of papers, old or new, by the rule with which the fit ended. */

import { type Optional, object, resolveOptions } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, analyzerOption } from "../text/analyzer.js";
import { analyzerBehind, isAnalyzerKnown } from "../text/supplied.js";
import { decidedThemes } from "./describe-themes.js";
import { checkModel } from "./model/check-model.js";
import { firstThemes, rankThemes } from "./model/membership.js";
import type { Assignment, ThemeModel } from "./model/theme-model.js";
import { type PaperVectors, vectorsFor } from "./space/external-vectors.js";
import { seePapers } from "./space/see-papers.js";
import { strangers } from "./space/strangers.js";

/** What assigning may need beside the model. */
export interface AssignOptions {
  /** The caller's own vectors of the papers, needed for new papers where the model was fitted with some. @defaultValue undefined */
  readonly vectors: PaperVectors | undefined;
  /** The analyzer, needed for new papers where the model was fitted with the caller's own. @defaultValue undefined */
  readonly analyzer: Analyzer | undefined;
}

/**
 * The ranked themes of each paper, in the order given; none for a paper that is too unlike all papers of the fit. Papers
 * of the model get what the model says of them; a paper that a person moved stays where it was moved.
 *
 * Linear in the papers, but for the search of twenty neighbours of each among the fitted papers.
 *
 * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID, INVALID_OPTION, MODEL_FORMAT when the model needs the
 *   caller's analyzer
 */
export function assignThemes(
  model: ThemeModel,
  papers: readonly Paper[],
  options?: Optional<AssignOptions>,
): Assignment[] {
  checkModel("assignThemes", model);
  checkPapers("assignThemes", papers);
  const { vectors, analyzer } = resolveOptions<AssignOptions>("assignThemes", options, {
    vectors: object<PaperVectors | undefined>(undefined, "a matrix or an array of rows"),
    analyzer: analyzerOption<Analyzer | undefined>(undefined),
  });
  const { space } = model;
  const lacksVectors = space.externalShare > 0 && vectors === undefined;
  if (lacksVectors || (analyzer === undefined && !isAnalyzerKnown(space.analyzer))) {
    const held = new Map(model.assignments.map((assignment) => [assignment.paperId, assignment]));
    const known = papers.flatMap(({ id }) => held.get(id) ?? []);
    if (known.length === papers.length) return known;
  }
  const external = vectorsFor("assignThemes", space, vectors, papers.length);
  const seen = seePapers(model, papers, analyzerBehind(space.analyzer, analyzer), external);
  const paperIds = papers.map((paper) => paper.id);
  return rankThemes(paperIds, seen.similarity, {
    themeIds: model.themes.map((theme) => theme.id),
    sharpness: model.sharpness,
    first: firstThemes(seen.similarity, strangerTo(model, paperIds, strangers(model, seen))),
    decided: decidedThemes(model.decisions),
  });
}

/** A paper of the model is a stranger as long as it waits for its like, any other when it is not familiar enough. */
function strangerTo(
  { papers }: ThemeModel,
  paperIds: readonly string[],
  unfamiliar: ReadonlySet<number>,
): (row: number) => boolean {
  const waits = new Map(papers.map(({ id, waiting }) => [id, waiting === true]));
  return (row) => waits.get(paperIds[row]!) ?? unfamiliar.has(row);
}
