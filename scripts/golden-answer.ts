/** What the demonstration corpus gives, without floating-point numbers: themes, labels, who belongs where. */

import { discoverThemes, type Paper } from "../src/index.js";

/** The answer that is kept in fixtures/golden/demonstration.json. */
export function goldenAnswer(papers: readonly Paper[]): object {
  const { themes, assignments } = discoverThemes(papers, { k: 10 });
  return {
    themes: themes.map(({ id, label, phrases, representatives }) => ({
      id,
      label,
      phrases: phrases.map(({ phrase }) => phrase),
      representatives: representatives.map(({ paperId }) => paperId),
    })),
    assignments: Object.fromEntries(
      assignments.map(({ paperId, themes: own }) => [paperId, own.map(({ themeId }) => themeId).join(" ")]),
    ),
  };
}
