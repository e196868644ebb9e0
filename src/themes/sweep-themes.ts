/**
 * What each number of themes would be like: modularity, stability, coherence, diversity, and the number suggested.
 *
 * References: Newman, M. E. J. (2006). doi:10.1073/pnas.0601602103 (modularity). Ben-Hur, A., Elisseeff, A., Guyon, I.
 * (2002). A stability based method for discovering structure in clustered data. PSB, 6-17.
 * doi:10.1142/9789812799623_0002 (stability of fits on subsamples).
 */

import { clusteringScores } from "../evaluate/clustering.js";
import { coherence } from "../evaluate/coherence.js";
import { type CsrMatrix, selectRows, selectSquare } from "../matrix/csr.js";
import { type DenseMatrix, selectDenseRows } from "../matrix/dense.js";
import { nearestLabels } from "../matrix/nearest-centroids.js";
import { seededRandom, shuffledIndices } from "../matrix/random.js";
import { integer, invalidOption, type Optional, type OptionRules, resolveOptions } from "../options.js";
import type { Paper } from "../papers/paper.js";
import { bestNumber, settledModularity } from "./clustering/choose-k.js";
import { triedPapers, usablePapers } from "./clustering/find-themes.js";
import { partition } from "./clustering/partition.js";
import { type DiscoverOptions, discoverRules } from "./discover-options.js";
import { embedCollection } from "./embed-collection.js";
import { checkpointOf } from "./model/progress.js";
import { rankWords, wordLimit } from "./naming/group-words.js";

/** Which numbers of themes to try, and how. */
export interface SweepOptions extends Omit<DiscoverOptions, "k" | "seeds" | "name" | "phrases"> {
  /** Fewest themes. @defaultValue 2 */
  readonly from: number;
  /** Most themes, at most the number of papers. @defaultValue 30, or the number of papers if that is less */
  readonly to: number | undefined;
}

/** One number of themes. */
export interface SweepRow {
  readonly k: number;
  /** Of the partition on the neighbour graph, at resolution `granularity`. */
  readonly modularity: number;
  /** Mean adjusted Rand index between fits on three 80 % samples of the papers. */
  readonly stability: number;
  /** Mean NPMI of the ten best words of each theme, over these papers. */
  readonly coherence: number;
  /** Distinct words among those, as a share. */
  readonly diversity: number;
}

/** The sweep's table and what it suggests. */
export interface Sweep {
  readonly rows: readonly SweepRow[];
  /** The number of highest modularity, which `k: "auto"` would take from the same range. */
  readonly suggested: number;
  /** A sentence for people, with the runner-up. */
  readonly reason: string;
}

const rules: OptionRules<SweepOptions> = {
  granularity: discoverRules.granularity,
  method: discoverRules.method,
  seed: discoverRules.seed,
  analyzer: discoverRules.analyzer,
  vectors: discoverRules.vectors,
  vectorsShare: discoverRules.vectorsShare,
  onProgress: discoverRules.onProgress,
  signal: discoverRules.signal,
  from: integer(2, 1),
  to: integer<number | undefined>(undefined, 1),
};

const samples = 3;
const sampleShare = 0.8;

/**
 * Fits every number of themes in a range and measures each.
 *
 * Costs about four quick fits for each number. Above 20,000 papers 10,000 of them, at even steps, are fitted.
 *
 * @throws ThemataError as `discoverThemes`; INVALID_OPTION when `from` is above `to` or `to` above the papers
 * @example
 * const { rows, suggested, reason } = sweepThemes(papers, { from: 5, to: 15 });
 */
export function sweepThemes(papers: readonly Paper[], options?: Optional<SweepOptions>): Sweep {
  const resolved = resolveOptions("sweepThemes", options, rules);
  const checkpoint = checkpointOf("sweepThemes", resolved);
  checkpoint("vectors", 0);
  const { space, rows: allRows } = embedCollection("sweepThemes", papers, resolved, (done) =>
    checkpoint("vectors", done),
  );
  const { usable, rows, graph } = usablePapers(allRows, space, triedPapers(papers.length));
  const vectors = selectRows(space.vectors, usable);
  const { from } = resolved;
  const to = resolved.to ?? Math.min(30, rows.rows);
  if (to > rows.rows) throw invalidOption("sweepThemes", "to", `at most the number of papers, ${rows.rows}`, to);
  if (from > to) throw invalidOption("sweepThemes", "from", `at most \`to\`, ${to}`, from);
  const documents = termsOfRows(vectors, space.surfaces);
  const table: SweepRow[] = [];
  for (let k = from; k <= to; k += 1) {
    const { labels } = partition(rows, graph, { ...resolved, k, thorough: false });
    const words = rankWords(vectors, space.surfaces, labels, k).map((ranked) => {
      return ranked.slice(0, wordLimit).map(({ word }) => space.surfaces[word]!);
    });
    const { npmi, diversity } = coherence(words, documents);
    table.push({
      k,
      modularity: settledModularity(rows, graph(), labels, k, resolved.granularity),
      stability: stability(rows, graph, k, resolved),
      coherence: npmi,
      diversity,
    });
    checkpoint("clusters", (k - from + 1) / (to - from + 1));
  }
  const { k: suggested, reason } = bestNumber(table, resolved.granularity);
  return { rows: table, suggested, reason };
}

type FitOptions = Pick<SweepOptions, "method" | "seed">;

/** Fits samples, gives every row a theme of each fit, and compares the fits. */
function stability(rows: DenseMatrix, graph: () => CsrMatrix, k: number, options: FitOptions): number {
  const size = Math.max(k, Math.floor(sampleShare * rows.rows));
  const fits = Array.from({ length: samples }, (_, sample) => {
    const random = seededRandom(options.seed, sample);
    const chosen = shuffledIndices(rows.rows, random).subarray(0, size).sort();
    const sampleGraph = (): CsrMatrix => selectSquare(graph(), chosen);
    const { prototypes } = partition(selectDenseRows(rows, chosen), sampleGraph, { ...options, k, thorough: false });
    return nearestLabels(rows, prototypes);
  });
  const pairs = fits.flatMap((a, i) => fits.slice(i + 1).map((b) => clusteringScores(a, b).ari));
  return pairs.reduce((sum, ari) => sum + ari, 0) / pairs.length;
}

function termsOfRows(vectors: CsrMatrix, surfaces: readonly string[]): string[][] {
  return Array.from({ length: vectors.rows }, (_, row) =>
    Array.from(vectors.indices.subarray(vectors.indptr[row]!, vectors.indptr[row + 1]!), (column) => surfaces[column]!),
  );
}
