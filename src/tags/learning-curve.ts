/** How a tagger improves with examples: is it worth labelling more? */

import { taggingScores } from "../evaluate/tagging.js";
import { seededRandom, shuffledIndices } from "../matrix/random.js";
import { integer, invalidOption, type Optional, type OptionRules, object, resolveOptions, value } from "../options.js";
import { checkInput, type FitTaggerOptions, type TaggerInput } from "./fit-tagger.js";
import { tagHeldOut } from "./held-out.js";

/** Which points of the curve to measure. */
export interface LearningCurveOptions {
  /** Numbers of examples, ascending, each below that of the examples given. @defaultValue 5 points up to four fifths */
  readonly sizes?: readonly number[] | undefined;
  /** Draws for each size. @defaultValue 3 */
  readonly draws?: number | undefined;
  /** @defaultValue 0 */
  readonly seed?: number | undefined;
  readonly fit?: Optional<FitTaggerOptions> | undefined;
}

/** Means over the draws, measured on the examples not drawn. */
export interface LearningCurvePoint {
  readonly examples: number;
  readonly accuracy: number;
  readonly microF1: number;
  readonly macroF1: number;
}

interface Resolved extends LearningCurveOptions {
  readonly draws: number;
  readonly seed: number;
}

const rules: OptionRules<Resolved> = {
  sizes: value<Resolved["sizes"]>(undefined, "an array of whole numbers", Array.isArray),
  draws: integer(3, 1),
  seed: integer(0, 0),
  fit: object<Resolved["fit"]>(undefined, "options of fitTagger"),
};

/**
 * Fits on growing parts of the examples and measures on the rest. A larger draw holds the smaller ones of its number.
 *
 * @throws ThemataError INVALID_OPTION for sizes that leave nothing to measure on, and what fitTagger throws
 */
export function learningCurve(input: TaggerInput, options?: LearningCurveOptions): LearningCurvePoint[] {
  checkInput("learningCurve", input);
  const examples = input.examples ?? [];
  const { draws, seed, fit, ...given } = resolveOptions("learningCurve", options, rules);
  const sizes = given.sizes ?? [...new Set([1, 2, 3, 4, 5].map((i) => Math.floor((0.8 * i * examples.length) / 5)))];
  if (!sizes.every((size) => Number.isInteger(size) && size >= 1 && size < examples.length)) {
    const expected = `whole numbers from 1 to below the ${examples.length} examples`;
    throw invalidOption("learningCurve", "sizes", expected, sizes);
  }
  return sizes.map((size) => {
    const sums = { accuracy: 0, microF1: 0, macroF1: 0 };
    for (let draw = 0; draw < draws; draw += 1) {
      const order = shuffledIndices(examples.length, seededRandom(seed, draw));
      const chosen = Array.from(order.subarray(0, size), (i) => examples[i]!);
      const rest = Array.from(order.subarray(size), (i) => examples[i]!);
      const { given, likeliest } = tagHeldOut(input, chosen, rest, fit);
      const gold = rest.map(({ themes }) => themes);
      const right = likeliest.filter((tag, i) => tag !== undefined && gold[i]!.includes(tag.themeId)).length;
      const scores = taggingScores(given, gold);
      sums.accuracy += right / rest.length;
      sums.microF1 += scores.microF1;
      sums.macroF1 += scores.macroF1;
    }
    return {
      examples: size,
      accuracy: sums.accuracy / draws,
      microF1: sums.microF1 / draws,
      macroF1: sums.macroF1 / draws,
    };
  });
}
