/** The themes of a model as records for JSON Lines. */

import type { ThemeModel } from "../themes/model/theme-model.js";

/** One line of `themata discover --json`. */
export interface ThemeRecord {
  readonly themeId: string;
  readonly label: string;
  readonly size: number;
  readonly phrases: readonly string[];
  readonly representatives: readonly { readonly paperId: string; readonly title: string; readonly sentence: string }[];
  readonly cohesion: number;
  readonly stability: number;
  readonly paperIds: readonly string[];
}

/** One record a theme, in the order of the model. */
export function themeRecords(model: ThemeModel): ThemeRecord[] {
  const titles = new Map(model.papers.map(({ id, title }) => [id, title]));
  return model.themes.map((theme) => ({
    themeId: theme.id,
    label: theme.label,
    size: theme.paperIds.length,
    phrases: theme.phrases.map(({ phrase }) => phrase),
    representatives: theme.representatives.map(({ paperId, sentence }) => ({
      paperId,
      title: titles.get(paperId)!,
      sentence,
    })),
    cohesion: theme.cohesion,
    stability: theme.stability,
    paperIds: theme.paperIds,
  }));
}
