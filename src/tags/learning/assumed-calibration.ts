/**
 * Chances before anybody has given examples: from how far a theme is ahead of the others, and from how far the papers at
 * hand bear out that it is a theme of theirs at all.
 *
 * Among themes of another subject one is always ahead. So it is asked what share of a theme's name, or of a phrase of its
 * description, the papers around a paper have: on the mean over all papers and their likeliest themes (is this a taxonomy of
 * this collection?), over the papers of one theme (is this theme in it?), and for the paper itself. A tag needs about an
 * eighth of the name, more where there are many themes to choose from by chance.
 *
 * References: Robbins, H. (1956). An empirical Bayes approach to statistics. Third Berkeley Symposium 1, 157-163.
 * Cronen-Townsend, S., Zhou, Y., Croft, W. B. (2002). Predicting query performance. SIGIR, 299-306.
 * doi:10.1145/564376.564429
 * Departures: three levels joined by fixed weights, read from nine collections under taxonomies of their own, half of
 * them, and strange ones; the share of a name in place of the clarity of a language model.
 */

import type { DenseMatrix } from "../../matrix/dense.js";
import { ln } from "../../matrix/elementary.js";
import { type Calibration, leastNaming, ownShare } from "./calibration.js";
import { mapRows } from "./distil.js";
import { namingOf, type ThemeName } from "./naming.js";
import { propagate } from "./propagation.js";
import { fitRidge, type LinearMap } from "./ridge.js";
import { highest } from "./theme-weights.js";
import type { TrainingSet } from "./training-set.js";

const taxonomyShare = 0.35;
const themeShare = 0.35;
/** The taxonomy's own mean counts as much as this many papers of a theme. */
const priorPapers = 5;
/** The share of a name that is enough with ten themes or fewer; with more it grows with their number to this power. */
const enough = 0.12;
const fewThemes = 10;
const growth = 0.6;

/** The share of a theme that a paper has to name by itself, see {@link ownNaming}. */
const enoughAlone = 0.8;
/** What a paper names by itself then weighs three times the logarithm, as all three levels do together. */
const slopeAlone = 10;

/** The curve where there are no papers, or too few to tell anything of the themes: each has to name its own. */
export function assumedCalibration(themes: number): Calibration {
  return {
    kind: "assumed",
    slopes: Float64Array.of(0.65, 0.75, slopeAlone),
    offsets: new Float64Array(themes).fill(-1),
    thresholds: new Float64Array(themes).fill(0.5),
    standings: new Float64Array(themes).fill(-ownShare * ln(enoughAlone)),
  };
}

/** The curve for a collection, and the map that says how far a paper and those like it name each theme. */
export function calibrateByNames(
  set: TrainingSet,
  names: readonly ThemeName[],
  ranking: LinearMap,
): { relevance: LinearMap; calibration: Calibration } {
  const { vectors, graph } = set.collection;
  const themes = set.definitions.columns;
  const naming = withExamples(namingOf(vectors, names, themes), set);
  const relevance = fitRidge(vectors, propagate(graph, naming));
  return {
    relevance,
    calibration: {
      kind: "assumed",
      slopes: Float64Array.of(0.65, 0.75, 3),
      offsets: new Float64Array(themes).fill(-0.5),
      thresholds: new Float64Array(themes).fill(0.5),
      standings: standingsOf(mapRows(vectors, ranking), mapRows(vectors, relevance)),
    },
  };
}

/** An example names its themes in full, and no other. */
function withExamples(naming: DenseMatrix, set: TrainingSet): DenseMatrix {
  const { columns, data } = naming;
  const place = new Map(Array.from(set.collectedRows, (row, i) => [row, i]));
  set.labelledRows.forEach((row, i) => {
    const at = place.get(row);
    if (at === undefined) return;
    for (let t = 0; t < columns; t += 1) {
      const label = set.labels[i * columns + t]!;
      if (label !== 0) data[at * columns + t] = label === 1 ? 1 : 0;
    }
  });
  return naming;
}

/** For each theme its part and the taxonomy's in the grounds of a tag, above what is enough. */
function standingsOf(ranking: DenseMatrix, relevance: DenseMatrix): Float64Array {
  const { rows, columns } = ranking;
  const sums = new Float64Array(columns);
  const papers = new Float64Array(columns);
  let all = 0;
  for (let row = 0; row < rows; row += 1) {
    const theme = highest(ranking.data, row * columns, columns);
    const share = ln(Math.max(0, relevance.data[row * columns + theme]!) + leastNaming);
    sums[theme]! += share / rows;
    papers[theme]! += 1;
    all += share / rows;
  }
  const needed = ln(enough) + growth * ln(Math.max(1, columns / fewThemes));
  return papers.map((count, theme) => {
    const own = (sums[theme]! * rows + priorPapers * all) / (count + priorPapers);
    return taxonomyShare * all + themeShare * own - needed;
  });
}
