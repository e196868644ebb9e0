/**
 * Themes that the caller gives: a first partition that keeps them and finds the others beside them.
 *
 * Reference: Basu, S., Banerjee, A., Mooney, R. (2002). Semi-supervised clustering by seeding. ICML, 27-34.
 * Departures: a seed is a definition in words, embedded like a paper, which goes on pulling at its theme.
 */

import { kmeansPlusPlus } from "../../clusters/kmeans-plus-plus.js";
import { runFromCentroids, type SphericalKmeansResult } from "../../clusters/spherical-kmeans.js";
import { type DenseMatrix, zeros } from "../../matrix/dense.js";
import { nearestCentroids } from "../../matrix/nearest-centroids.js";
import { seededRandom } from "../../matrix/random.js";
import { invalidOption } from "../../options.js";
import type { Analyzer } from "../../text/analyzer.js";
import { checkDefinitions, invalidTheme, type ThemeDefinition } from "../model/theme-definition.js";
import type { ThemeSpace } from "../model/theme-model.js";
import { embed, vectorsOf } from "../space/space.js";

const starts = 20;
/** A definition counts as much as this many papers. */
const definitionWeight = 5;

/** What the seeds add to the sums of `k` themes, the seeded ones first. */
export function pullOf(seeds: DenseMatrix, k: number): Float64Array {
  const pull = new Float64Array(k * seeds.columns);
  for (let p = 0; p < seeds.data.length; p += 1) pull[p] = definitionWeight * seeds.data[p]!;
  return pull;
}

/**
 * The best of several starts of spherical k-means whose first centroids are the seeds.
 *
 * @param seeds unit rows, at most `k`
 */
export function seededPartition(rows: DenseMatrix, seeds: DenseMatrix, k: number, seed: number): Int32Array {
  const pull = pullOf(seeds, k);
  const assign = nearestCentroids(rows, k);
  let best: SphericalKmeansResult | undefined;
  for (let start = 0; start < starts; start += 1) {
    const centroids = kmeansPlusPlus(rows, k, seededRandom(seed, start), seeds);
    const run = runFromCentroids(rows, centroids, 100, assign, pull);
    if (best === undefined || run.objective > best.objective) best = run;
  }
  return best!.labels;
}

/**
 * Definitions as unit rows of a space: name, aliases, description and keywords read like a paper.
 *
 * @throws ThemataError INVALID_THEME for a definition without id or name, a repeated id, or no word that the papers know
 */
export function embedDefinitions(
  definitions: readonly ThemeDefinition[],
  space: ThemeSpace,
  analyzer: Analyzer,
): DenseMatrix {
  if (definitions.length === 0) return zeros(0, 0);
  if (space.externalShare > 0) {
    throw invalidOption(
      "discoverThemes",
      "seeds",
      "left out when `vectors` are given: definitions have no vectors",
      definitions,
    );
  }
  checkDefinitions(definitions);
  const texts = definitions.map(({ id, name, aliases, description, keywords }) => ({
    id,
    title: [name, ...(aliases ?? [])].join(". "),
    abstract: [description ?? "", ...(keywords ?? [])].join(". "),
  }));
  const rows = embed(space, vectorsOf(space, texts, analyzer));
  definitions.forEach(({ name }, i) => {
    const known = rows.data.subarray(i * rows.columns, (i + 1) * rows.columns).some((value) => value !== 0);
    if (!known) throw invalidTheme(i, "name", "words that the papers use (add a description or keywords)", name);
  });
  return rows;
}
