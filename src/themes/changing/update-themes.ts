/** New papers for a model that stays itself: those that fit are added, those that do not become themes of their own. */

import { type DenseMatrix, selectDenseRows } from "../../matrix/dense.js";
import { callback, flag, type Optional, type OptionRules, resolveOptions } from "../../options.js";
import { checkPapers, type Paper } from "../../papers/paper.js";
import type { Analyzer } from "../../text/analyzer.js";
import type { PhraseExtractor } from "../../text/noun-phrases.js";
import { analyzerBehind, phrasesBehind } from "../../text/supplied.js";
import { describeThemes, type ThemeCore } from "../describe-themes.js";
import { discoverRules } from "../discover-options.js";
import { type ThemeChanges, themeChanges } from "../following/theme-changes.js";
import { checkModel } from "../model/check-model.js";
import type { ThemeModel } from "../model/theme-model.js";
import { representatives } from "../representatives.js";
import { type PaperVectors, vectorsFor } from "../space/external-vectors.js";
import { themeSimilarity } from "../space/regions.js";
import { seePapers } from "../space/see-papers.js";
import { rowsOfSpace } from "../space/space.js";
import { adoptThemes } from "./adopt-themes.js";
import { appendPapers } from "./append-papers.js";
import { newcomers } from "./newcomers.js";
import { sentencesOf } from "./redescribe.js";

/** What updating may need beside the model. */
export interface UpdateOptions {
  /** Whether papers that fit no theme may become new ones. @defaultValue true */
  readonly propose: boolean;
  /** The caller's own vectors of the papers, needed where the model was fitted with some. @defaultValue undefined */
  readonly vectors: PaperVectors | undefined;
  /** The analyzer, needed where the model was fitted with the caller's own and loaded since. @defaultValue undefined */
  readonly analyzer: Analyzer | undefined;
  /** Finds the phrases that themes are named with. @defaultValue the extractor that the model was fitted with */
  readonly phrases: PhraseExtractor | undefined;
}

const rules: OptionRules<UpdateOptions> = {
  propose: flag(true),
  vectors: discoverRules.vectors,
  analyzer: discoverRules.analyzer,
  phrases: callback<PhraseExtractor | undefined>(undefined, "a function from text to phrases"),
};

/** The model with the new papers, and what changed. */
export interface ThemeUpdate {
  readonly model: ThemeModel;
  readonly changes: ThemeChanges;
}

/**
 * Adds papers to a model without fitting it anew. Papers that fit get the themes that `assignThemes` would give them,
 * and no earlier paper changes its theme. Papers that fit nowhere wait. Five papers or more whose nearest neighbours are
 * one another, far more often than chance would have it, become a new theme; on such a day the space is widened, and some
 * earlier papers go to the new theme or a neighbouring one. Ids and labels stay, decisions hold.
 *
 * Papers that the model has already (by id) are left as they are. `changes.refit` says when to fit anew; `alignThemes`
 * then carries ids, names and decisions over.
 *
 * Linear in the model's non-zeros and the new papers, but for the neighbours of the papers added since the last new
 * theme.
 *
 * @throws ThemataError INVALID_PAPER, DUPLICATE_PAPER_ID within the new papers, INVALID_OPTION, MODEL_FORMAT when the
 *   model needs the caller's analyzer
 * @example
 * const { model: tomorrow, changes } = updateThemes(model, newPapers);
 * changes.new.map((theme) => theme.label);
 */
export function updateThemes(
  model: ThemeModel,
  newPapers: readonly Paper[],
  options?: Optional<UpdateOptions>,
): ThemeUpdate {
  checkModel("updateThemes", model);
  checkPapers("updateThemes", newPapers);
  const resolved = resolveOptions("updateThemes", options, rules);
  const had = new Set(model.papers.map(({ id }) => id));
  const fresh = Array.from(newPapers.keys()).filter((i) => !had.has(newPapers[i]!.id));
  const papers = fresh.map((i) => newPapers[i]!);
  const alreadyKnown = newPapers.map(({ id }) => id).filter((id) => had.has(id));
  if (papers.length === 0) return { model, changes: themeChanges(model, model, alreadyKnown) };
  const given = vectorsFor("updateThemes", model.space, resolved.vectors, newPapers.length);
  const external = given && selectDenseRows(given, fresh);
  const analyzer = analyzerBehind(model.space.analyzer, resolved.analyzer);
  const seen = seePapers(model, papers, analyzer, external);
  const appended = appendPapers(model, papers, seen, phrasesBehind(model.phrases, resolved.phrases), external);
  const all: readonly Paper[] = [...recalled(model), ...papers];
  const { core, rows } = resolved.propose ? withNewThemes(model, appended) : unchanged(appended);
  const updated = describeThemes(core, themeSimilarity(rows, core), {
    known: Array.from({ length: core.prototypes.rows }, (_, t) => model.themes[t]),
    represent: (members) => representatives((row) => all[row], members, core.space, analyzer),
  });
  return { model: updated, changes: themeChanges(model, updated, alreadyKnown) };
}

/** Papers that are searched for new themes, as a share of the reference papers, where an update has not more. */
const mostRecent = 0.5;

interface Placed {
  readonly core: ThemeCore;
  readonly rows: DenseMatrix;
}

function unchanged(core: ThemeCore): Placed {
  return { core, rows: rowsOfSpace(core.space) };
}

/**
 * The papers that nobody placed and that came after the last new theme may form themes; of very many only the latest,
 * since nothing is new among papers that are nearly all new.
 */
function withNewThemes(model: ThemeModel, core: ThemeCore): Placed {
  const { reference } = core.space;
  const added = core.papers.length - model.papers.length;
  const latest = Math.max(added, Math.floor(reference * mostRecent));
  const earlier = Math.max(reference, core.papers.length - latest);
  const decided = new Set(core.decisions.moved.map(({ paperId }) => paperId));
  const recent: number[] = [];
  for (let row = earlier; row < core.papers.length; row += 1) {
    if (!decided.has(core.papers[row]!.id)) recent.push(row);
  }
  const groups = newcomers(core.space, recent, earlier);
  return groups.length === 0 ? unchanged(core) : adoptThemes(core, model.themes, groups);
}

/** The papers of a model with what is left of their text: the title, and the sentence of a representative. */
function recalled(model: ThemeModel): Paper[] {
  const sentences = sentencesOf(model);
  return model.papers.map(({ id, title }) => ({ id, title, abstract: sentences.get(id) ?? "" }));
}
