/** From a tagger's memory to what it scores with: parts weighed and scores calibrated on papers they had not seen. */

import type { CsrMatrix } from "../matrix/csr.js";
import { assumedCalibration, type Calibration, fitCalibration, probabilities } from "./calibration.js";
import { crossFit, type PartShares } from "./cross-fit.js";
import { fitParts, joinParts } from "./fit-parts.js";
import { rankingPrecision } from "./ranking-precision.js";
import type { LinearMap } from "./ridge.js";
import type { TaggerMemory, TagMethod } from "./tagger.js";
import { fitThresholds } from "./thresholds.js";
import { makeTrainingSet, type TrainingSet } from "./training-set.js";

/** What a fit learns. */
export interface Learnt {
  readonly ranking: LinearMap;
  readonly relevance: LinearMap;
  readonly calibration: Calibration;
  readonly shares: PartShares;
}

/** With fewer labelled papers than this the shares are fixed and the calibration is assumed. */
const fewestForCrossFit = 20;
/** Above this many labelled papers three folds are enough. */
const manyLabelled = 5000;
const linearShares = [0, 0.3, 1, 3];
const backgroundShares = [1, 0.3, 0.1];

/** Learns; "description" and "feedback" leave the examples to the calibration. */
export function learn(memory: TaggerMemory, definitions: CsrMatrix, method: TagMethod | "auto"): Learnt {
  const whole = makeTrainingSet(memory, definitions);
  const themes = definitions.rows;
  const labelled = memory.labelledRows.length;
  const unseen = method === "description" || method === "feedback";
  const set = unseen ? withoutLabels(whole) : whole;
  const candidates = candidatesFor(method, labelled, memory.vectors.rows - labelled);
  if (labelled < fewestForCrossFit || !hasBothSigns(memory.labels)) {
    const shares = candidates[0]!;
    const parts = fitParts(set, shares.backgroundShare);
    return { ...mapsOf(parts, shares), calibration: assumedCalibration(themes), shares };
  }
  const fits = crossFit(whole, candidates, labelled > manyLabelled ? 3 : 5);
  const precisions = fits.map(({ scores }) => rankingPrecision(scores.ranking, memory.labels));
  const { shares, scores } = fits[precisions.indexOf(Math.max(...precisions))]!;
  const curve = fitCalibration(scores, memory.labels);
  const thresholds = fitThresholds(probabilities(curve, scores), memory.labels);
  const parts = fitParts(set, shares.backgroundShare);
  return { ...mapsOf(parts, shares), calibration: { kind: "fitted", ...curve, thresholds }, shares };
}

/** Ways to weigh the parts that are tried, the one to take without a trial first. */
function candidatesFor(method: TagMethod | "auto", labelled: number, unlabelled: number): PartShares[] {
  if (method === "description") return [{ linearShare: 0, backgroundShare: 0 }];
  if (method === "feedback") return [{ linearShare: 0, backgroundShare: 1 }];
  if (method === "linear") return [{ linearShare: Infinity, backgroundShare: 1 }];
  const backgrounds = 2 * unlabelled > labelled ? backgroundShares : [1];
  const linears = method === "examples" ? [0] : linearShares;
  return backgrounds.flatMap((backgroundShare) => linears.map((linearShare) => ({ linearShare, backgroundShare })));
}

function mapsOf(parts: ReturnType<typeof fitParts>, shares: PartShares): { ranking: LinearMap; relevance: LinearMap } {
  return { ranking: joinParts(parts, shares.linearShare), relevance: parts.relevance };
}

function withoutLabels(set: TrainingSet): TrainingSet {
  return { ...set, labelledRows: new Uint32Array(0), labels: new Int8Array(0), removed: new Int8Array(0) };
}

function hasBothSigns(labels: Int8Array): boolean {
  return labels.includes(1) && labels.includes(-1);
}
