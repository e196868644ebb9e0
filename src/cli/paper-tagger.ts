/** Tags one paper at a time by whatever was loaded: a tagger, or the themes of a collection. */

import { integer, number, type OptionRules, resolveOptions } from "../options.js";
import type { Paper } from "../papers/paper.js";
import { tagPapers } from "../tags/tag-papers.js";
import type { Tagger } from "../tags/tagger.js";
import { assignThemes } from "../themes/assign-themes.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import type { Given } from "./parse-arguments.js";
import type { TaggedRecord } from "./tagged-text.js";
import { UsageError } from "./usage-error.js";

const rules: OptionRules<{ limit: number | undefined; precision: number | undefined }> = {
  limit: integer<number | undefined>(undefined, 1),
  precision: number<number | undefined>(undefined, 0, 1),
};

/** What gives a paper its tags, as the options say. @throws ThemataError INVALID_OPTION; UsageError */
export function paperTagger(model: ThemeModel | Tagger, given: Given): (paper: Paper) => TaggedRecord {
  const asked = { limit: given.number("limit"), precision: given.number("precision") };
  // Before any output is begun.
  const { limit, precision } = resolveOptions("tag", asked, rules);
  if ("assignments" in model) {
    if (given.flag("all") || asked.precision !== undefined) {
      throw new UsageError(
        "--all and --precision are for taggers: the themes of discover --model are given by nearness.",
      );
    }
    const names = new Map(model.themes.map(({ id, label }) => [id, label]));
    return (paper) => {
      const themes = assignThemes(model, [paper])[0]!.themes.slice(0, limit);
      const tags = themes.map(({ themeId, score }) => ({ themeId, name: names.get(themeId)!, score, evidence: [] }));
      return { paperId: paper.id, title: paper.title, tags };
    };
  }
  const names = new Map(model.themes.map(({ id, name }) => [id, name]));
  const options = { abstain: !given.flag("all"), precision, limit };
  return (paper) => {
    const { paperId, fit, tags } = tagPapers(model, [paper], options)[0]!;
    return {
      paperId,
      title: paper.title,
      fit,
      tags: tags.map(({ themeId, score, evidence }) => ({ themeId, name: names.get(themeId)!, score, evidence })),
    };
  };
}
