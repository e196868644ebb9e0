/** From scores to tags: thresholds, the knob, what a person decided, and no theme beside a narrower one that says more. */

import { ln } from "../matrix/elementary.js";
import { withoutBroader } from "./broader-themes.js";
import { logistic } from "./learning/calibration.js";
import type { TagDecision, Tagger } from "./tagger.js";

/** A theme, by its place, with its score. */
export interface ScoredTheme {
  readonly theme: number;
  readonly score: number;
}

/** How to choose. */
export interface ChoiceRules {
  readonly abstain: boolean;
  readonly precision: number;
  readonly limit: number;
}

/** Best first, ties by place. */
export function byScore(a: ScoredTheme, b: ScoredTheme): number {
  return b.score - a.score || a.theme - b.theme;
}

/** How far the knob moves a threshold, in logits from the middle to an end. */
const knobRange = 3;

/**
 * The tags among the scored themes, best first.
 *
 * @param supported whether the words of the paper speak for a theme; else it is no tag, unless every paper is to have one
 * @param heads as in a name index, where tags are given by names
 */
export function chooseTags<T extends ScoredTheme>(
  tagger: Tagger,
  scored: readonly T[],
  supported: (theme: number) => boolean,
  decision: TagDecision | undefined,
  { abstain, precision, limit }: ChoiceRules,
  heads?: Int32Array,
): (T | ScoredTheme)[] {
  const { thresholds } = tagger.calibration;
  const { added, removed } = decided(tagger, decision);
  const candidates = scored.filter(({ theme }) => !added.includes(theme) && !removed.includes(theme)).sort(byScore);
  const fitting = candidates.filter(({ theme, score }) => {
    return score >= moved(thresholds[theme]!, precision) && (!abstain || supported(theme));
  });
  const given = [...added.map((theme) => ({ theme, score: 1 })), ...withoutBroader(tagger, fitting, heads)];
  const [best] = candidates;
  if (given.length === 0 && !abstain && best !== undefined && best.score > 0) given.push(best);
  return given.slice(0, limit);
}

function decided(tagger: Tagger, decision: TagDecision | undefined): { added: number[]; removed: number[] } {
  if (decision === undefined) return { added: [], removed: [] };
  const places = (ids: readonly string[]): number[] => {
    return [...tagger.themes.keys()].filter((theme) => ids.includes(tagger.themes[theme]!.id));
  };
  return { added: places(decision.add), removed: places(decision.remove) };
}

/** A threshold moved by the knob, in logits. */
function moved(threshold: number, precision: number): number {
  if (precision === 0.5) return threshold;
  return logistic(ln(threshold / (1 - threshold)) + knobRange * (2 * precision - 1));
}
