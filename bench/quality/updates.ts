/**
 * Themes in a person's hand and over time. Run: npx tsx bench/quality/updates.ts decisions
 */

import fc from "fast-check";
import { discoverThemes } from "../../src/index.js";
import { brokenDecisions, sequences } from "../../test/themes/followed-decisions.js";
import { demonstration } from "../corpora.js";

/** Random sequences of decisions, updates, refits, saves and loads: how many break a decision. */
function decisions(): void {
  const { papers } = demonstration();
  const [fitted, later] = [papers.slice(0, 80), papers.slice(80)];
  const start = discoverThemes(fitted, { k: 5 });
  const drawn = fc.sample(sequences(4, 12), { numRuns: 50, seed: 11 });
  const broken = drawn.map((sequence) => brokenDecisions(start, fitted, later, sequence));
  const steps = drawn.reduce((sum, sequence) => sum + sequence.length, 0);
  console.log(
    `${drawn.length} sequences, ${steps} steps, ${broken.filter((b) => b.length > 0).length} break a decision`,
  );
  for (const what of broken.flat()) console.log(`  ${what}`);
}

const parts: Readonly<Record<string, () => void>> = { decisions };

const asked = process.argv.slice(2);
for (const part of asked.length === 0 ? Object.keys(parts) : asked) {
  console.log(`## ${part}`);
  parts[part]!();
}
