/** From a tagger's memory to what it scores with: parts weighed and scores calibrated on papers they had not seen. */

import { type CsrMatrix, selectRows } from "../../matrix/csr.js";
import type { TaggerMemory, TagMethod } from "../tagger.js";
import { assumedCalibration, calibrateByNames } from "./assumed-calibration.js";
import { type Calibration, fitCalibration, probabilities, type RawScores } from "./calibration.js";
import { crossFit } from "./cross-fit.js";
import { mapRows } from "./distil.js";
import { fitParts, type ScorerParts } from "./fit-parts.js";
import type { ThemeName } from "./naming.js";
import { askedAlone } from "./own-naming.js";
import type { PartShares } from "./part-shares.js";
import { firstAmongBest, rankingPrecision } from "./ranking-precision.js";
import type { LinearMap } from "./ridge.js";
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
const linearShares = [0, 0.25, 0.5, 0.75];
const backgroundShares = [1, 0.3, 0.1];

/** Learns; "description" and "feedback" leave the examples to the calibration. */
export function learn(
  memory: TaggerMemory,
  definitions: CsrMatrix,
  names: readonly ThemeName[],
  method: TagMethod | "auto",
): Learnt {
  const set = makeTrainingSet(memory, definitions);
  const { labels, labelledRows, vectors } = memory;
  const judged = labelledRows.length >= fewestForCrossFit && labels.includes(1) && labels.includes(-1);
  if (method === "description" || method === "feedback") {
    const shares = { linearShare: 0, backgroundShare: method === "feedback" ? 1 : 0 };
    const unlabelled = withoutLabels(set);
    const maps = mapsOf(fitParts(unlabelled, method === "feedback"), shares);
    if (!judged) return { ...assumed(unlabelled, names, maps, askedAlone(memory)), shares };
    const examples = selectRows(vectors, labelledRows);
    const scores = { ranking: mapRows(examples, maps.ranking), relevance: mapRows(examples, maps.relevance) };
    return { ...maps, calibration: calibrate(scores, labels), shares };
  }
  const candidates = candidatesFor(method, labelledRows.length, vectors.rows - labelledRows.length);
  if (!judged) {
    const shares = candidates[0]!;
    return { ...assumed(set, names, mapsOf(fitParts(set, true), shares), askedAlone(memory)), shares };
  }
  const fits = crossFit(set, candidates, labelledRows.length > manyLabelled ? 3 : 5);
  const precisions = fits.map(({ scores }) => rankingPrecision(scores.ranking, labels));
  const { shares, scores } = fits[firstAmongBest(precisions)]!;
  return { ...mapsOf(fitParts(set, true), shares), calibration: calibrate(scores, labels), shares };
}

function assumed(set: TrainingSet, names: readonly ThemeName[], maps: Maps, alone: boolean): Omit<Learnt, "shares"> {
  if (alone) return { ...maps, calibration: assumedCalibration(set.definitions.columns) };
  return { ranking: maps.ranking, ...calibrateByNames(set, names, maps.ranking) };
}

function calibrate(scores: RawScores, labels: Int8Array): Calibration {
  const curve = fitCalibration(scores, labels);
  return { kind: "fitted", ...curve, thresholds: fitThresholds(probabilities(curve, scores), labels) };
}

/** Ways to weigh the parts that are tried, the one to take without a trial first. */
function candidatesFor(method: TagMethod | "auto", labelled: number, unlabelled: number): PartShares[] {
  if (method === "linear") return [{ linearShare: 1, backgroundShare: 1 }];
  const backgrounds = 2 * unlabelled > labelled ? backgroundShares : [1];
  const linears = method === "examples" ? [0] : linearShares;
  return backgrounds.flatMap((backgroundShare) => linears.map((linearShare) => ({ linearShare, backgroundShare })));
}

type Maps = Pick<Learnt, "ranking" | "relevance">;

function mapsOf(parts: ScorerParts, shares: PartShares): Maps {
  return { ranking: parts.ranking(shares), relevance: parts.relevance() };
}

function withoutLabels(set: TrainingSet): TrainingSet {
  return { ...set, labelledRows: new Uint32Array(0), labels: new Int8Array(0), removed: new Int8Array(0) };
}
