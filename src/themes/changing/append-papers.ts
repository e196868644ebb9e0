/** More papers in a model, placed by the rule of assigning: space, regions and themes stay as they are. */

import { appendRows } from "../../matrix/csr.js";
import { appendDenseRows, type DenseMatrix, zeros } from "../../matrix/dense.js";
import { longer } from "../../matrix/growing-arrays.js";
import type { Paper } from "../../papers/paper.js";
import type { PhraseExtractor } from "../../text/noun-phrases.js";
import type { ThemeCore } from "../describe-themes.js";
import { modelPaper } from "../model/model-paper.js";
import type { ThemeModel, ThemeSpace } from "../model/theme-model.js";
import { growPhraseTable } from "../naming/phrase-table.js";
import type { EmbeddedPapers } from "../space/see-papers.js";
import { scoresFor } from "../space/space.js";
import { strangers } from "../space/strangers.js";

/**
 * The model with more papers after those it has. A paper that is not familiar enough waits.
 *
 * @param seen the papers as the model sees them
 */
export function appendPapers(
  model: ThemeModel,
  papers: readonly Paper[],
  seen: EmbeddedPapers,
  extractor: PhraseExtractor,
  external?: DenseMatrix,
): ThemeCore {
  const { themes: _, assignments: __, ...core } = model;
  const unfamiliar = strangers(model, seen);
  const added = papers.map((paper, i) => {
    const kept = modelPaper(paper);
    return unfamiliar.has(i) ? { ...kept, waiting: true as const } : kept;
  });
  return {
    ...core,
    papers: [...model.papers, ...added],
    space: appendToSpace(model.space, seen, external),
    phraseTable: growPhraseTable(model.phraseTable, papers, extractor),
  };
}

function appendToSpace(space: ThemeSpace, seen: EmbeddedPapers, external?: DenseMatrix): ThemeSpace {
  const known = longer(space.known, space.known.length + seen.known.length);
  known.set(seen.known, space.known.length);
  return {
    ...space,
    vectors: appendRows(space.vectors, seen.vectors),
    known,
    scores: appendDenseRows(space.scores, scoresFor(space, seen.vectors)),
    nearest: appendRows(space.nearest, seen.nearest),
    external: appendDenseRows(space.external, external ?? zeros(seen.vectors.rows, 0)),
  };
}
