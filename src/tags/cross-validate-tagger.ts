/**
 * How well a tagger does on papers it has not seen: every labelled paper tagged by a tagger fitted without it.
 *
 * Reference: Kohavi, R. (1995). A study of cross-validation and bootstrap for accuracy estimation and model selection.
 * IJCAI, 1137-1143.
 */

import { type TaggingScores, taggingScores } from "../evaluate/tagging.js";
import { integer, invalidOption, type Optional, type OptionRules, object, resolveOptions } from "../options.js";
import { checkInput, type FitTaggerOptions, type TaggerInput } from "./fit-tagger.js";
import type { TagExample } from "./gather-examples.js";
import { tagHeldOut } from "./held-out.js";
import { dealFolds } from "./learning/training-set.js";
import { type ReliabilityBin, reliabilityOf } from "./reliability.js";
import type { TagOptions } from "./tag-papers.js";

/** How to divide, fit and tag. */
export interface CrossValidateOptions {
  /** Parts of the examples, each left out once. @defaultValue 5 */
  readonly folds?: number | undefined;
  readonly fit?: Optional<FitTaggerOptions> | undefined;
  readonly tag?: Optional<TagOptions> | undefined;
}

interface Resolved extends CrossValidateOptions {
  readonly folds: number;
}

/** A theme given where another was right. */
export interface Confusion {
  /** A theme of the paper that was not given. */
  readonly gold: string;
  /** A theme given that the paper has not. */
  readonly given: string;
  readonly papers: number;
}

/** What cross-validation found. */
export interface TaggerReport {
  readonly scores: TaggingScores;
  /** Share of the papers with a gold theme whose likeliest theme, given or not, is one of them. */
  readonly accuracy: number;
  /** Most frequent first. */
  readonly confusions: readonly Confusion[];
  /** Ten groups of papers by the chance of their likeliest theme, each with how often that theme was right. */
  readonly reliability: readonly ReliabilityBin[];
  /** Mean distance of chance and share of right answers over those groups. */
  readonly calibrationError: number;
  /** One for each example, in the order given. */
  readonly papers: readonly {
    readonly paperId: string;
    readonly given: readonly string[];
    readonly gold: readonly string[];
  }[];
}

const rules: OptionRules<Resolved> = {
  folds: integer(5, 2),
  fit: object<Resolved["fit"]>(undefined, "options of fitTagger"),
  tag: object<Resolved["tag"]>(undefined, "options of tagPapers"),
};

/**
 * Cross-validates a fit. Definitions and background are the same in every fold.
 *
 * Costs `folds` fits. Deterministic: the examples are dealt into folds theme by theme, in their order.
 *
 * @throws ThemataError INVALID_OPTION for fewer examples than folds, and what fitTagger throws
 */
export function crossValidateTagger(input: TaggerInput, options?: CrossValidateOptions): TaggerReport {
  checkInput("crossValidateTagger", input);
  const examples = input.examples ?? [];
  const { folds, fit, tag } = resolveOptions("crossValidateTagger", options, rules);
  if (folds > examples.length) {
    throw invalidOption("crossValidateTagger", "folds", `at most the number of examples, ${examples.length}`, folds);
  }
  const fold = dealFolds(signsOf(examples), themeIds(examples).length, folds);
  const given: string[][] = examples.map(() => []);
  const likeliest: { themeId: string; score: number }[] = examples.map(() => ({ themeId: "", score: 0 }));
  for (let f = 0; f < folds; f += 1) {
    const places = [...fold.keys()].filter((i) => fold[i] === f);
    const held = places.map((i) => examples[i]!);
    const out = new Set(held.map(({ paper }) => paper.id));
    const training = examples.filter(({ paper }) => !out.has(paper.id));
    const answers = tagHeldOut(input, training, held, fit, tag);
    places.forEach((i, row) => {
      given[i] = answers.given[row]!;
      likeliest[i] = answers.likeliest[row] ?? { themeId: "", score: 0 };
    });
  }
  const gold = examples.map(({ themes }) => themes);
  const right = likeliest.map(({ themeId }, i) => gold[i]!.includes(themeId));
  const judged = gold.filter((themes) => themes.length > 0).length;
  const reliability = reliabilityOf(
    likeliest.map(({ score }) => score),
    right,
  );
  return {
    scores: taggingScores(given, gold),
    accuracy: judged === 0 ? 0 : right.filter(Boolean).length / judged,
    confusions: confusionsOf(given, gold),
    reliability: reliability.bins,
    calibrationError: reliability.error,
    papers: examples.map(({ paper }, i) => ({ paperId: paper.id, given: given[i]!, gold: gold[i]! })),
  };
}

function themeIds(examples: readonly TagExample[]): string[] {
  return [...new Set(examples.flatMap(({ themes }) => themes))].sort();
}

function signsOf(examples: readonly TagExample[]): Int8Array {
  const ids = themeIds(examples);
  return Int8Array.from(examples.flatMap(({ themes }) => ids.map((id) => (themes.includes(id) ? 1 : -1))));
}

function confusionsOf(given: readonly (readonly string[])[], gold: readonly (readonly string[])[]): Confusion[] {
  const counts = new Map<string, { gold: string; given: string; papers: number }>();
  gold.forEach((themes, i) => {
    for (const missed of themes.filter((id) => !given[i]!.includes(id))) {
      for (const wrong of given[i]!.filter((id) => !themes.includes(id))) {
        const key = JSON.stringify([missed, wrong]);
        const known = counts.get(key);
        if (known === undefined) counts.set(key, { gold: missed, given: wrong, papers: 1 });
        else known.papers += 1;
      }
    }
  });
  return [...counts.values()].sort(
    (a, b) => b.papers - a.papers || (a.gold < b.gold ? -1 : a.gold > b.gold ? 1 : a.given < b.given ? -1 : 1),
  );
}
