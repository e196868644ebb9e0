/** A model described anew after a change; what it cannot know without the abstracts it takes from before. */

import type { DenseMatrix } from "../../matrix/dense.js";
import { type DescribeOptions, describeThemes, type KnownTheme, type ThemeCore } from "../describe-themes.js";
import type { ThemeModel } from "../model/theme-model.js";
import { shownRepresentatives } from "../representatives.js";
import { themeSimilarity } from "../space/regions.js";

/**
 * Describes a changed model. Representatives show the sentence that spoke for them before, a new one its title.
 *
 * @param before the model before the change
 * @param core what it became
 * @param rows its papers as unit rows
 * @param known for each theme the id, and perhaps the label, that it keeps
 */
export function redescribe(
  before: ThemeModel,
  core: ThemeCore,
  rows: DenseMatrix,
  known: readonly (KnownTheme | undefined)[],
): ThemeModel {
  const represent = representativesFrom(sentencesOf(before), core);
  return describeThemes(core, themeSimilarity(rows, core), { known, represent });
}

/** The sentence that spoke for each representative of a model, by paper id. */
export function sentencesOf({ themes }: ThemeModel): Map<string, string> {
  return new Map(
    themes.flatMap(({ representatives }) => representatives.map(({ paperId, sentence }) => [paperId, sentence])),
  );
}

/** Representatives whose sentences are known, others with their titles. */
function representativesFrom(
  sentences: ReadonlyMap<string, string>,
  { papers }: ThemeCore,
): DescribeOptions["represent"] {
  return (members) =>
    members.map((rows) =>
      rows.slice(0, shownRepresentatives).map((row) => {
        const { id, title } = papers[row]!;
        return { paperId: id, sentence: sentences.get(id) ?? title };
      }),
    );
}
