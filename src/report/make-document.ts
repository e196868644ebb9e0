/** From a model, and the papers where they are given, to all that the page of a map shows. */

import { placesById } from "../matrix/by-key.js";
import { latexText } from "../papers/markup/latex-text.js";
import { type Paper, textOf } from "../papers/paper.js";
import { createPaperIndex, type PaperIndex } from "../related/paper-index.js";
import { otherPhrases } from "../themes/model/other-phrases.js";
import type { Theme, ThemeModel } from "../themes/model/theme-model.js";
import { type Island, islands } from "./map/islands.js";
import { mapLayout } from "./map/map-layout.js";
import { chooseColours } from "./map/palette.js";
import { type Periods, periodsOf } from "./map/periods.js";
import type { MapDocument, MapPaper, MapTheme } from "./map-document.js";
import { mapTree } from "./map-tree.js";
import { evidenceFinder } from "./paper-evidence.js";
import { phraseSharer } from "./shared-phrases.js";
import { webLink } from "./web-link.js";

const relatedListed = 6;
const leastRelated = 0.05;
const reasonsListed = 4;

/** The document of a map. */
export function makeDocument(model: ThemeModel, title: string, papers?: readonly Paper[]): MapDocument {
  const layout = mapLayout(model);
  const found = islands(layout, model.themes.length);
  const periods = periodsOf(model.papers);
  const paperAt = placesById(model.papers);
  const themeAt = placesById(model.themes);
  const colours = chooseColours(found.map(({ heart }) => heart));
  const full = new Map(papers?.filter(({ id }) => paperAt.has(id)).map((paper) => [paper.id, withoutLatex(paper)]));
  const index = createPaperIndex([...full.values()]);
  const shared = phraseSharer(model.phraseTable, reasonsListed);
  const evidence = papers === undefined ? undefined : evidenceFinder(model);
  const tree = mapTree(model);
  return {
    title,
    ...(tree === undefined ? {} : { tree }),
    width: rounded(layout.width),
    periods: periods.names,
    reason: model.choice.reason,
    themes: model.themes.map((theme, t) => mapTheme(theme, colours[t]!, found[t]!, periods, paperAt, themeAt)),
    papers: model.papers.map((paper, i): MapPaper => {
      const text = full.get(paper.id);
      const themes = model.assignments[i]!.themes.map(
        ({ themeId, score }) => [themeAt.get(themeId)!, hundredths(score)] as const,
      );
      return {
        id: paper.id,
        title: latexText(paper.title),
        x: rounded(layout.points.x[i]!),
        y: rounded(layout.points.y[i]!),
        themes,
        period: periods.of[i]!,
        ...particulars({ ...paper, ...text }),
        ...(text && themes[0] ? { evidence: evidence!(text, i, themes[0][0]) } : {}),
        ...(text ? { related: relatedTo(index, text.id, paperAt, (other) => shared(i, other)) } : {}),
      };
    }),
  };
}

function mapTheme(
  theme: Theme,
  colour: number,
  island: Island,
  periods: Periods,
  paperAt: ReadonlyMap<string, number>,
  themeAt: ReadonlyMap<string, number>,
): MapTheme {
  const trend = periods.names.map(() => 0);
  for (const id of theme.paperIds) {
    const period = periods.of[paperAt.get(id)!]!;
    if (period >= 0) trend[period]! += 1;
  }
  return {
    id: theme.id,
    label: theme.label,
    phrases: otherPhrases(theme),
    size: theme.paperIds.length,
    cohesion: hundredths(theme.cohesion),
    colour,
    trend,
    representatives: theme.representatives.map(({ paperId, sentence }) => ({
      paper: paperAt.get(paperId)!,
      sentence: latexText(sentence),
    })),
    nearest: theme.nearest.map(({ themeId, phrases }) => ({ theme: themeAt.get(themeId)!, phrases })),
    shore: island.shore.map((ring) => ring.map(rounded)),
    heights: island.heights.map((ring) => ring.map(rounded)),
    heart: [rounded(island.heart[0]), rounded(island.heart[1])],
  };
}

function relatedTo(
  index: PaperIndex,
  id: string,
  paperAt: ReadonlyMap<string, number>,
  shared: (other: number) => string[],
): NonNullable<MapPaper["related"]> {
  // The index's own reasons cost ten times its answer: too much for every paper of a large collection.
  return index.related(id, { limit: relatedListed, minScore: leastRelated, explain: false }).map((found) => {
    const paper = paperAt.get(found.paperId)!;
    return { paper, score: hundredths(found.score), phrases: shared(paper) };
  });
}

/** The page shows formulas and accents, no commands; evidence is looked for in what it shows. */
function withoutLatex(paper: Paper): Paper {
  return { ...paper, title: latexText(textOf(paper, "title")), abstract: latexText(textOf(paper, "abstract")) };
}

/** What is known of a paper beside its title; absent where it is not. */
function particulars(paper: Partial<Paper>): Partial<MapPaper> {
  const link = webLink(paper);
  return {
    ...(paper.authors?.length ? { authors: paper.authors.join(", ") } : {}),
    ...(paper.date ? { date: paper.date } : {}),
    ...(paper.venue ? { venue: paper.venue } : {}),
    ...(link ? { link } : {}),
    ...(paper.abstract ? { abstract: paper.abstract } : {}),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
