/** What a discovered theme model lends a tagger: its themes as definitions, its papers as examples, its vocabulary. */

import { placesById } from "../matrix/by-key.js";
import { appendRows, selectRows } from "../matrix/csr.js";
import { type Analyzer, paperTerms } from "../text/analyzer.js";
import type { ThemeDefinition } from "../themes/model/theme-definition.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import { columnsOf } from "../vectors/counts.js";
import { applyTfidf } from "../vectors/tfidf.js";
import { type GatheredPapers, labelTable } from "./gather-examples.js";
import { commonnessOf, inPapersSpelling } from "./learning/papers-spelling.js";
import { type TagSpace, themeTerms } from "./tag-space.js";
import type { TaggerMemory } from "./tagger.js";

const phrasesOfTheme = 10;

/** The themes of a model, each described by its label and its phrases. */
export function themesOfModel(model: ThemeModel): ThemeDefinition[] {
  return model.themes.map(({ id, label, phrases }) => {
    return {
      id,
      name: label,
      description: phrases
        .slice(0, phrasesOfTheme)
        .map(({ phrase }) => phrase)
        .join(". "),
    };
  });
}

/**
 * The gathered papers and those of the model in the model's vocabulary. A paper of the model has its first theme; its
 * other themes are left open. What is said of a paper as an example holds over what the model says.
 */
export function joinModel(
  model: ThemeModel,
  gathered: GatheredPapers,
  analyzer: Analyzer,
): { space: TagSpace; memory: TaggerMemory } {
  const { themes, papers, labelled } = gathered;
  const { tfidf, vectors } = model.space;
  const given = new Set(papers.map(({ id }) => id));
  const columnOf = placesById(themes);
  const rows: number[] = [];
  const labelledRows = Array.from({ length: labelled }, (_, row) => row);
  const allLabels = [...labelTable(gathered)];
  model.papers.forEach(({ id }, row) => {
    if (given.has(id)) return;
    const place = papers.length + rows.push(row) - 1;
    const own = model.assignments[row]!.themes.map(({ themeId }) => columnOf.get(themeId)!);
    if (own.length === 0) return;
    labelledRows.push(place);
    for (let t = 0; t < themes.length; t += 1) allLabels.push(t === own[0] ? 1 : own.includes(t) ? 0 : -1);
  });
  const documents = papers.map((paper) => paperTerms(analyzer, paper));
  const joined = appendRows(applyTfidf(tfidf, documents), selectRows(vectors, rows));
  const commonness = commonnessOf(columnsOf(tfidf.vocabulary), tfidf.idf);
  const definitions = applyTfidf(
    tfidf,
    themes.map((theme) => themeTerms(inPapersSpelling(theme, analyzer, commonness), analyzer)),
  );
  const memory = {
    paperIds: [...papers.map(({ id }) => id), ...rows.map((row) => model.papers[row]!.id)],
    vectors: joined,
    labelledRows: Uint32Array.from(labelledRows),
    labels: Int8Array.from(allLabels),
    removed: new Int8Array(allLabels.length),
  };
  return { space: { tfidf, vectors: joined, definitions }, memory };
}
