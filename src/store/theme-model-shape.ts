/** The check of a loaded theme model, so that a file made by hand cannot give a wrong answer later. */

import type { AnalyzerOptions } from "../text/analyzer.js";
import type { SuppliedMark } from "../text/supplied.js";
import type {
  Assignment,
  Decisions,
  ModelPaper,
  PhraseTable,
  Theme,
  ThemeChoice,
  ThemeModel,
  ThemeRegions,
  ThemeSpace,
  WeightedPhrase,
} from "../themes/theme-model.js";
import type { TfidfModel, TfidfOptions } from "../vectors/tfidf.js";
import { checkFinite, csrMatrix, denseMatrix } from "./matrix-shapes.js";
import {
  ascendingTexts,
  type Check,
  either,
  flag,
  isObject,
  list,
  misshapen,
  oneOf,
  optional,
  real,
  record,
  text,
  typed,
  whole,
} from "./shape.js";

const share = real(0, 1);

/** The mark of a caller's function. */
export const suppliedMark: Check = record<SuppliedMark>({ custom: oneOf(true), name: text });

export const analyzerOptions: Check = record<AnalyzerOptions>({
  fields: record<AnalyzerOptions["fields"]>({ title: whole(), abstract: whole(), keywords: whole() }),
  ngramRange: list(whole(1, 8), 2),
  normal: oneOf("stem", "surface"),
  stopWords: either(Array.isArray, list(text), oneOf("english", "none")),
  minLength: whole(1, 40),
});

/** Analyzer options, or the mark of the caller's own analyzer. */
export const analyzerOrMark: Check = either(
  (value) => isObject(value) && value["custom"] === true,
  suppliedMark,
  analyzerOptions,
);

export const tfidfModel: Check = (value, path) => {
  record<TfidfModel>({
    vocabulary: ascendingTexts,
    idf: typed(["Float64Array"]),
    options: record<TfidfOptions>({
      ngramRange: list(whole(1, 8), 2),
      minDf: real(0),
      maxDf: real(0),
      sublinearTf: flag,
      smoothIdf: flag,
      norm: oneOf("l2", "l1", null),
    }),
  })(value, path);
  const { idf, vocabulary } = value as TfidfModel;
  typed(["Float64Array"], vocabulary.length)(idf, `${path}.idf`);
  for (let i = 0; i < idf.length; i += 1) real(0)(idf[i], `${path}.idf[${i}]`);
};

const assignment = record<Assignment>({
  paperId: text,
  themes: list(record<Assignment["themes"][number]>({ themeId: text, score: share })),
});

const weightedPhrase = record<WeightedPhrase>({ phrase: text, weight: real() });

const theme = record<Theme>({
  id: text,
  label: text,
  phrases: list(weightedPhrase),
  words: list(weightedPhrase),
  paperIds: list(text),
  representatives: list(record<Theme["representatives"][number]>({ paperId: text, sentence: text })),
  cohesion: real(),
  stability: real(),
  nearest: list(record<Theme["nearest"][number]>({ themeId: text, similarity: real(), phrases: list(text) })),
});

const modelPaper = record<ModelPaper>({
  id: text,
  title: text,
  date: optional(text),
  venue: optional(text),
  authors: optional(list(text)),
  waiting: optional(oneOf(true)),
});

const decisions = record<Decisions>({
  moved: list(record<Decisions["moved"][number]>({ paperId: text, themeId: text })),
  renamed: list(record<Decisions["renamed"][number]>({ themeId: text, label: text })),
  merged: list(record<Decisions["merged"][number]>({ themeId: text, from: list(text) })),
  split: list(record<Decisions["split"][number]>({ themeId: text, into: list(text) })),
});

const choice = record<ThemeChoice>({
  k: whole(),
  auto: flag,
  reason: text,
  candidates: list(record<ThemeChoice["candidates"][number]>({ k: whole(), modularity: real() })),
});

/** The shape of a theme model; then that its parts fit one another. */
export const themeModelShape: Check = (value, path) => {
  record<ThemeModel>({
    themes: list(theme),
    assignments: list(assignment),
    papers: list(modelPaper),
    space: isSpace,
    prototypes: denseMatrix(),
    regions: optional(themeRegions),
    sharpness: real(),
    floor: share,
    phraseTable: isPhraseTable,
    decisions,
    choice,
    seed: whole(),
  })(value, path);
  const model = value as ThemeModel;
  const papers = model.papers.length;
  list(assignment, papers)(model.assignments, `${path}.assignments`);
  const { space } = model;
  csrMatrix({ rows: papers })(space.vectors, `${path}.space.vectors`);
  csrMatrix({ rows: papers })(model.phraseTable.matrix, `${path}.phraseTable.matrix`);
  denseMatrix({ rows: model.themes.length })(model.prototypes, `${path}.prototypes`);
  if (model.regions) checkRegions(model.regions, model.themes.length, `${path}.regions`);
  const known = new Set(model.themes.map(({ id }) => id));
  if (known.size !== model.themes.length)
    throw misshapen(`${path}.themes`, "themes with ids of their own", model.themes);
  for (const { themes } of model.assignments) {
    for (const { themeId } of themes)
      if (!known.has(themeId)) throw misshapen(`${path}.assignments`, "known themes", themeId);
  }
};

const themeRegions = record<ThemeRegions>({
  centres: denseMatrix(),
  partOf: typed(["Int32Array"]),
  themeOf: typed(["Int32Array"]),
});

function checkRegions({ centres, partOf, themeOf }: ThemeRegions, themes: number, path: string): void {
  typed(["Int32Array"], centres.rows)(partOf, `${path}.partOf`);
  typed(["Int32Array"], centres.rows)(themeOf, `${path}.themeOf`);
  for (let region = 0; region < centres.rows; region += 1) {
    whole(-1, region - 1)(partOf[region], `${path}.partOf[${region}]`);
    whole(-1, themes - 1)(themeOf[region], `${path}.themeOf[${region}]`);
  }
}

function isSpace(value: unknown, path: string): void {
  record<ThemeSpace>({
    analyzer: analyzerOrMark,
    tfidf: tfidfModel,
    surfaces: list(text),
    vectors: csrMatrix(),
    known: typed(["Float64Array"]),
    components: denseMatrix(),
    scores: denseMatrix(),
    neighbours: whole(),
    fitted: whole(),
    reference: whole(),
    nearest: csrMatrix(),
    external: denseMatrix(),
    externalShare: share,
  })(value, path);
  const { vectors, components, scores, tfidf, external, surfaces, reference } = value as ThemeSpace;
  const terms = tfidf.vocabulary.length;
  list(text, terms)(surfaces, `${path}.surfaces`);
  csrMatrix({ columns: terms })(vectors, `${path}.vectors`);
  denseMatrix({ columns: terms })(components, `${path}.components`);
  denseMatrix({ rows: vectors.rows, columns: components.rows })(scores, `${path}.scores`);
  typed(["Float64Array"], vectors.rows)((value as ThemeSpace).known, `${path}.known`);
  checkFinite((value as ThemeSpace).known, `${path}.known`);
  whole(0, vectors.rows)((value as ThemeSpace).fitted, `${path}.fitted`);
  whole(0, vectors.rows)(reference, `${path}.reference`);
  csrMatrix({ rows: vectors.rows, columns: reference })((value as ThemeSpace).nearest, `${path}.nearest`);
  denseMatrix({ rows: vectors.rows })(external, `${path}.external`);
}

function isPhraseTable(value: unknown, path: string): void {
  const size = isObject(value) && Array.isArray(value["keys"]) ? value["keys"].length : 0;
  record<PhraseTable>({
    keys: ascendingTexts,
    phrases: list(text, size),
    acronyms: list(text, size),
    headShare: typed(["Float32Array"], size),
    matrix: csrMatrix({ columns: size }),
  })(value, path);
  checkFinite((value as PhraseTable).headShare, `${path}.headShare`);
}
