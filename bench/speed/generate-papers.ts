/**
 * Any number of invented papers with the statistics of real ones: 60 to 90 distinct terms a paper, Zipf's law among the
 * words, a vocabulary that grows by Heaps' law, and themes.
 *
 * Each paper takes the sentences of a demonstration abstract as its mould: function words and punctuation stay, every
 * content word is drawn anew, either from the paper's theme or from the common words. Word number r has the probability
 * of Zipf and Mandelbrot, (r + shift)^-exponent, without an end, so that new words never cease. The first words are
 * those of the demonstration corpus, the others are made of syllables.
 */

import { readFileSync } from "node:fs";
import { type Random, seededRandom } from "../../src/matrix/random.js";
import { englishStopWords } from "../../src/text/stop-words.js";

interface Mould {
  readonly title: readonly string[];
  readonly abstract: readonly string[];
}

// Fitted to 40,712 abstracts of arXiv: 27,000 stems after 10,000 papers, 67,000 after 40,000.
const exponent = 1.72;
const shift = 130;
const themeShare = 0.4;
const themes = 200;

const source = readFileSync(new URL("../../fixtures/abstracts.jsonl", import.meta.url), "utf8");
const demonstration: { title: string; abstract: string }[] = source
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const moulds: Mould[] = demonstration.map(({ title, abstract }) => ({
  title: pieces(title),
  abstract: pieces(abstract),
}));
const frequentWords: string[] = wordsByFrequency();

/** `count` papers; the first papers of a longer run are those of a shorter one. */
export function* generatePapers(count: number, seed = 1): Generator<{ id: string; title: string; abstract: string }> {
  for (let i = 0; i < count; i += 1) {
    const random = seededRandom(seed, i);
    const theme = Math.floor(themes * random() ** 1.5);
    const mould = moulds[Math.floor(random() * moulds.length)]!;
    const title = fill(mould.title, theme, random);
    yield { id: `paper-${i + 1}`, title, abstract: fill(mould.abstract, theme, random) };
  }
}

/** The mould's text with each content word drawn anew. */
function fill(mould: readonly string[], theme: number, random: Random): string {
  let text = "";
  for (const piece of mould) text += isContentWord(piece) ? inflected(drawWord(theme, random), random) : piece;
  return text;
}

function drawWord(theme: number, random: Random): string {
  if (random() >= themeShare) return wordOf(zipfRank(random));
  // A theme's words lie anywhere among the first 12,000, evenly in the logarithm of their rank.
  const place = Math.min(zipfRank(random) >> 3, 400);
  return wordOf(Math.floor(40 * 300 ** seededRandom(theme, place)()));
}

/** A rank with probability (rank + shift)^-exponent, by inverting the distribution function. */
function zipfRank(random: Random): number {
  const rank = shift * ((1 - random()) ** (-1 / (exponent - 1)) - 1);
  return Math.floor(Math.min(rank, 2 ** 31 - 1));
}

function wordOf(rank: number): string {
  const known = frequentWords[rank];
  if (known !== undefined) return known;
  let word = "";
  for (let rest = rank; rest > 0; rest = Math.floor(rest / 70)) {
    word += "bdfgklmnprstvz"[rest % 14]! + "aeiou"[Math.floor(rest / 14) % 5]!;
  }
  return `${word}n`;
}

function inflected(word: string, random: Random): string {
  const chance = random();
  if (/(s|ing|ed)$/.test(word)) return word;
  if (chance < 0.15) return `${word}s`;
  return chance < 0.2 ? `${word}ing` : word;
}

function pieces(text: string): string[] {
  return text.match(/[\p{L}\p{N}'-]+|[^\p{L}\p{N}'-]+/gu) ?? [];
}

function isContentWord(piece: string): boolean {
  return /^[\p{L}'-]{2,}$/u.test(piece) && !englishStopWords.has(piece.toLowerCase());
}

function wordsByFrequency(): string[] {
  const counts = new Map<string, number>();
  for (const { title, abstract } of moulds) {
    for (const piece of [...title, ...abstract]) {
      if (!isContentWord(piece) || piece.includes("-")) continue;
      const word = piece.toLowerCase();
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}
