/** `themata evaluate`: how well themes agree with those that people gave. */

import { type ClusteringScores, clusteringScores } from "../evaluate/clustering.js";
import { type TaggingScores, taggingScores } from "../evaluate/tagging.js";
import { discoverThemes } from "../themes/discover-themes.js";
import { discoverOptions } from "./discover.js";
import { evaluateRankings } from "./evaluate-rankings.js";
import { goldThemes } from "./gold-themes.js";
import { readInputs } from "./read-inputs.js";
import type { Style } from "./style.js";
import { taggedRecords } from "./tag.js";
import { padded, singleLine, truncated } from "./terminal-text.js";
import type { Request } from "./verb.js";

const meanings: Readonly<Record<keyof ClusteringScores, string>> = {
  nmi: "normalised mutual information",
  ami: "the same, adjusted for chance",
  ari: "adjusted Rand index",
  vMeasure: "V-measure",
  homogeneity: "themes hold papers of one class",
  completeness: "classes lie in one theme",
  purity: "share of the largest class in each theme",
};

/** Ranks, tags or discovers, whichever there is something to compare with. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  const read = await readInputs(words, given, reporter);
  if (given.text("judgements") !== undefined) return evaluateRankings(read.papers, given, reporter);
  const themes = goldThemes(read.papers, given.text("field"));
  const papers = read.papers.filter((_, i) => themes[i]!.length > 0);
  const gold = themes.filter((list) => list.length > 0);
  if (["themes", "model"].some((name) => given.text(name) !== undefined)) {
    const tagged = await taggedRecords(papers, given, reporter);
    const scores = taggingScores(inTheWordsOf(gold, tagged), gold);
    await reporter.answer({ records: () => [scores], text: (style, columns) => taggingText(scores, style, columns) });
    return;
  }
  const options = await discoverOptions(given, reporter);
  const classes = new Set(gold.map(([first]) => first)).size;
  // Papers without a gold theme help to find the themes; only the others are scored.
  const model = discoverThemes(read.papers, given.text("k") === undefined ? { ...options, k: classes } : options);
  const found = new Map(
    model.assignments.map((assignment) => [assignment.paperId, assignment.themes[0]?.themeId ?? ""]),
  );
  const scores = clusteringScores(
    papers.map(({ id }) => found.get(id)!),
    gold.map(([first]) => first!),
  );
  const heading = `${model.themes.length} themes against ${classes} classes of ${papers.length} papers`;
  await reporter.answer({
    records: () => [{ papers: papers.length, classes, themes: model.themes.length, ...scores }],
    text: (style) => clusteringText(heading, scores, style),
  });
}

/** Tags by id or by name, whichever the gold uses for each. */
function inTheWordsOf(
  gold: readonly (readonly string[])[],
  tagged: readonly { readonly tags: readonly { readonly themeId: string; readonly name: string }[] }[],
): string[][] {
  const words = new Set(gold.flat());
  return tagged.map(({ tags }) =>
    tags.map(({ themeId, name }) => (words.has(name) && !words.has(themeId) ? name : themeId)),
  );
}

function clusteringText(heading: string, scores: ClusteringScores, style: Style): string {
  const rows = (Object.keys(meanings) as (keyof ClusteringScores)[]).map((name) => {
    return `  ${padded(name, 13)}${style.accent(scores[name].toFixed(3))}  ${style.dim(meanings[name])}`;
  });
  return `${style.bold(heading)}\n${rows.join("\n")}\n`;
}

function taggingText(scores: TaggingScores, style: Style, columns: number): string {
  const totals = (["microF1", "macroF1", "precision", "recall", "exactMatch", "coverage"] as const).map((name) => {
    return `  ${padded(name, 13)}${style.accent(scores[name].toFixed(3))}`;
  });
  const width = Math.max(12, Math.min(40, columns - 40));
  const rows = scores.perTheme.map(({ themeId, precision, recall, f1, support }) => {
    const name = padded(truncated(singleLine(themeId), width), width);
    return `  ${name}  ${[f1, precision, recall].map((score) => score.toFixed(3)).join("  ")}  ${padded(String(support), 6, "start")}`;
  });
  const heading = `  ${padded("theme", width)}  ${["F1", "prec.", "recall"].map((word) => padded(word, 5)).join("  ")} papers`;
  return [style.bold("Tags against those in the records"), ...totals, "", style.dim(heading), ...rows, ""].join("\n");
}
