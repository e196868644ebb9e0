/** The phrases of a theme that its label does not hold: what to show beside the label. */

import type { Theme } from "./theme-model.js";

/** Phrases best first; one that stands in the label by its acronym alone is kept, since it spells the acronym out. */
export function otherPhrases({ label, phrases }: Pick<Theme, "label" | "phrases">): string[] {
  const named = ` ${label} `.toLowerCase();
  const isNamed = (phrase: string): boolean => named.includes(` ${phrase.replace(/ \([^)]*\)$/, "").toLowerCase()} `);
  return phrases.map(({ phrase }) => phrase).filter((phrase) => phrase !== label && !isNamed(phrase));
}
