/** The check of a loaded tagger. */

import type { Calibration } from "../tags/learning/calibration.js";
import type { LinearMap } from "../tags/learning/ridge.js";
import type { NameStatistics } from "../tags/names/name-scores.js";
import type { TagDecision, Tagger, TaggerChoices, TaggerMemory, ThemeTagging } from "../tags/tagger.js";
import { checkFinite, csrMatrix, denseMatrix } from "./matrix-shapes.js";
import {
  type Check,
  flag,
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
import { analyzerOrMark, tfidfModel, themeDefinition } from "./vector-shapes.js";

const methods = ["description", "feedback", "examples", "linear", "names"];
const reals = typed(["Float64Array"]);
const counts = typed(["Uint32Array"]);

const tagging = record<ThemeTagging>({
  themeId: text,
  method: oneOf(...methods),
  examples: whole(),
  described: flag,
  sameAs: optional(text),
});

const linearMap = record<LinearMap>({ weights: denseMatrix(), intercepts: reals });

const calibration = record<Calibration>({
  kind: oneOf("fitted", "assumed"),
  slopes: reals,
  offsets: reals,
  thresholds: reals,
  standings: optional(reals),
});

const memory = record<TaggerMemory>({
  paperIds: list(text),
  vectors: csrMatrix(),
  labelledRows: counts,
  labels: typed(["Int8Array"]),
  removed: typed(["Int8Array"]),
});

const nameStatistics = record<NameStatistics>({
  documents: whole(),
  frequencies: counts,
  titles: counts,
  acronyms: list(record<NameStatistics["acronyms"][number]>({ short: text, theme: whole() })),
});

/** The shape of a tagger; then that its parts fit one another. */
export const taggerShape: Check = (value, path) => {
  record<Tagger>({
    themes: list(themeDefinition),
    methods: list(tagging),
    analyzer: analyzerOrMark,
    tfidf: tfidfModel,
    definitions: csrMatrix(),
    ranking: linearMap,
    relevance: linearMap,
    calibration,
    memory,
    decisions: list(record<TagDecision>({ paperId: text, add: list(text), remove: list(text) })),
    choices: record<TaggerChoices>({
      method: oneOf("auto", ...methods),
      linearShare: real(0),
      backgroundShare: real(0),
    }),
    names: optional(nameStatistics),
  })(value, path);
  checkParts(value as Tagger, path);
};

function checkParts(tagger: Tagger, path: Path): void {
  const themes = tagger.themes.length;
  const terms = tagger.tfidf.vocabulary.length;
  if (tagger.methods.length !== themes) throw misshapen(`${path}.methods`, "a method for each theme", tagger.methods);
  csrMatrix({ rows: themes, columns: terms })(tagger.definitions, `${path}.definitions`);
  for (const name of ["ranking", "relevance"] as const) {
    const { weights, intercepts } = tagger[name];
    denseMatrix({ rows: terms, columns: themes })(weights, `${path}.${name}.weights`);
    checkNumbers(intercepts, themes, `${path}.${name}.intercepts`);
  }
  checkNumbers(tagger.calibration.slopes, 3, `${path}.calibration.slopes`);
  checkNumbers(tagger.calibration.offsets, themes, `${path}.calibration.offsets`);
  checkNumbers(tagger.calibration.thresholds, themes, `${path}.calibration.thresholds`);
  const { standings } = tagger.calibration;
  if (standings !== undefined) checkNumbers(standings, themes, `${path}.calibration.standings`);
  checkNames(tagger.names, themes, `${path}.names`);
  const { paperIds, vectors, labelledRows, labels, removed } = tagger.memory;
  csrMatrix({ rows: paperIds.length, columns: terms })(vectors, `${path}.memory.vectors`);
  typed(["Int8Array"], labelledRows.length * themes)(labels, `${path}.memory.labels`);
  typed(["Int8Array"], labelledRows.length * themes)(removed, `${path}.memory.removed`);
  for (let i = 0; i < labelledRows.length; i += 1) {
    if (labelledRows[i]! >= paperIds.length) {
      throw misshapen(`${path}.memory.labelledRows[${i}]`, "a known paper", labelledRows[i]);
    }
  }
}

function checkNames(names: NameStatistics | undefined, themes: number, path: Path): void {
  if (names === undefined) return;
  typed(["Uint32Array"], themes)(names.frequencies, `${path}.frequencies`);
  typed(["Uint32Array"], themes)(names.titles, `${path}.titles`);
  names.acronyms.forEach(({ theme }, i) => {
    if (theme >= themes) throw misshapen(`${path}.acronyms[${i}].theme`, "a known theme", theme);
  });
}

function checkNumbers(numbers: Float64Array, length: number, path: Path): void {
  typed(["Float64Array"], length)(numbers, path);
  checkFinite(numbers, path);
}
