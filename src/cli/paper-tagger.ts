/** Tags one paper at a time by whatever was loaded: a tagger, or the themes of a collection. */

import type { Paper } from "../papers/paper.js";
import { tagPapers } from "../tags/tag-papers.js";
import type { Tagger } from "../tags/tagger.js";
import { assignThemes } from "../themes/assign-themes.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import type { Given } from "./parse-arguments.js";
import type { TaggedRecord } from "./tagged-text.js";

/** What gives a paper its tags, as the options say. */
export function paperTagger(model: ThemeModel | Tagger, given: Given): (paper: Paper) => TaggedRecord {
  if ("assignments" in model) {
    const names = new Map(model.themes.map(({ id, label }) => [id, label]));
    return (paper) => {
      const themes = assignThemes(model, [paper])[0]!.themes.slice(0, given.number("limit"));
      const tags = themes.map(({ themeId, score }) => ({ themeId, name: names.get(themeId)!, score, evidence: [] }));
      return { paperId: paper.id, title: paper.title, tags };
    };
  }
  const names = new Map(model.themes.map(({ id, name }) => [id, name]));
  const options = { abstain: !given.flag("all"), precision: given.number("precision"), limit: given.number("limit") };
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
