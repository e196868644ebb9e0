/** The check of a loaded theme model, so that a file made by hand cannot give a wrong answer later. */

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
} from "../themes/model/theme-model.js";
import { checkFinite, csrMatrix, denseMatrix } from "./matrix-shapes.js";
import {
  ascendingTexts,
  type Check,
  flag,
  isPlainObject,
  lengthOf,
  list,
  misshapen,
  oneOf,
  optional,
  type Path,
  real,
  record,
  text,
  typed,
  whole,
} from "./shape.js";
import { analyzerOrMark, suppliedMark, tfidfModel } from "./vector-shapes.js";

const share = real(0, 1);

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
    regions: (regions, at) => regions !== undefined && isRegions(regions, at),
    sharpness: real(),
    floor: share,
    phraseTable: isPhraseTable,
    phrases: optional(suppliedMark),
    decisions,
    choice,
    seed: whole(),
  })(value, path);
  checkParts(value as ThemeModel, path);
};

/** That the parts of a model fit one another. */
function checkParts(
  { papers, assignments, themes, space, prototypes, regions, phraseTable, decisions: { moved } }: ThemeModel,
  path: Path,
): void {
  list(assignment, papers.length)(assignments, `${path}.assignments`);
  csrMatrix({ rows: papers.length })(space.vectors, `${path}.space.vectors`);
  csrMatrix({ rows: papers.length })(phraseTable.matrix, `${path}.phraseTable.matrix`);
  const dimensions = (space.externalShare < 1 ? space.components.rows : 0) + space.external.columns;
  denseMatrix({ rows: themes.length, columns: dimensions })(prototypes, `${path}.prototypes`);
  const known = new Set(themes.map(({ id }) => id));
  if (known.size !== themes.length) throw misshapen(`${path}.themes`, "themes with ids of their own", themes);
  const checkKnown = ({ themeId }: { readonly themeId: string }, part: string): void => {
    if (!known.has(themeId)) throw misshapen(`${path}.${part}`, "known themes", themeId);
  };
  for (const { themes: own } of assignments) for (const one of own) checkKnown(one, "assignments");
  for (const one of moved) checkKnown(one, "decisions.moved");
  if (regions === undefined) return;
  denseMatrix({ columns: dimensions })(regions.centres, `${path}.regions.centres`);
  checkEach(regions.partOf, -1, regions.centres.rows - 1, `${path}.regions.partOf`);
  checkEach(regions.themeOf, -1, themes.length - 1, `${path}.regions.themeOf`);
}

function isRegions(value: unknown, path: Path): void {
  const centres = isPlainObject(value) && isPlainObject(value["centres"]) ? value["centres"]["rows"] : 0;
  const regions = typed(["Int32Array"], Number(centres));
  record<ThemeRegions>({ centres: denseMatrix(), partOf: regions, themeOf: regions })(value, path);
}

function checkEach(numbers: Int32Array, min: number, max: number, path: Path): void {
  for (let i = 0; i < numbers.length; i += 1) whole(min, max)(numbers[i], `${path}[${i}]`);
}

function isSpace(value: unknown, path: Path): void {
  record<ThemeSpace>({
    analyzer: analyzerOrMark,
    tfidf: tfidfModel,
    surfaces: list(text),
    vectors: csrMatrix(),
    known: typed(["Float64Array"]),
    components: denseMatrix(),
    scores: denseMatrix(),
    neighbours: whole(),
    neighbourShare: share,
    fitted: whole(),
    reference: whole(),
    nearest: csrMatrix(),
    external: denseMatrix(),
    externalShare: share,
  })(value, path);
  const space = value as ThemeSpace;
  const terms = space.tfidf.vocabulary.length;
  const { rows } = space.vectors;
  list(text, terms)(space.surfaces, `${path}.surfaces`);
  csrMatrix({ columns: terms })(space.vectors, `${path}.vectors`);
  typed(["Float64Array"], rows)(space.known, `${path}.known`);
  checkFinite(space.known, `${path}.known`);
  denseMatrix({ columns: terms })(space.components, `${path}.components`);
  const unsmoothed = space.neighbours === 0 && space.scores.columns === 0;
  denseMatrix({ rows, columns: unsmoothed ? 0 : space.components.rows })(space.scores, `${path}.scores`);
  whole(0, rows)(space.fitted, `${path}.fitted`);
  whole(0, rows)(space.reference, `${path}.reference`);
  csrMatrix({ rows, columns: space.reference })(space.nearest, `${path}.nearest`);
  denseMatrix({ rows })(space.external, `${path}.external`);
}

function isPhraseTable(value: unknown, path: Path): void {
  const size = lengthOf(value, "keys");
  record<PhraseTable>({
    keys: ascendingTexts,
    phrases: list(text, size),
    acronyms: list(text, size),
    headShare: typed(["Float32Array"], size),
    matrix: csrMatrix({ columns: size }),
  })(value, path);
  checkFinite((value as PhraseTable).headShare, `${path}.headShare`);
}
