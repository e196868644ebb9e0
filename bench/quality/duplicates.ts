/**
 * Near-duplicates: copies of 500 real abstracts, made in eight ways and in several at once, hidden among the papers they were made from.
 * Run: npx tsx bench/quality/duplicates.ts
 */

import { createPaperIndex, type Paper } from "../../src/index.js";
import { type Random, seededRandom, shuffledIndices } from "../../src/matrix/random.js";
import { corporaPresent, readCorpus } from "../corpora.js";

type Damage = (paper: Paper, random: Random) => Pick<Paper, "title" | "abstract">;

const letters = "abcdefghijklmnopqrstuvwxyz";

const damages: Readonly<Record<string, Damage>> = {
  "letter case": ({ title, abstract }) => ({ title: title.toUpperCase(), abstract: abstract.toLowerCase() }),
  LaTeX: ({ title, abstract }) => ({ title: latex(title), abstract: latex(abstract) }),
  "British spelling": ({ title, abstract }) => ({ title: british(title), abstract: british(abstract) }),
  "dropped sentence": ({ title, abstract }, random) => {
    const sentences = abstract.split(/(?<=\.)\s+/);
    if (sentences.length > 1) sentences.splice(Math.floor(random() * sentences.length), 1);
    return { title, abstract: sentences.join(" ") };
  },
  "changed title": ({ title, abstract }) => {
    const words = title.replace(/^[^:]*:\s*/, "").split(" ");
    return { title: `On ${words.slice(Math.floor(words.length / 2)).join(" ")}: a new study`, abstract };
  },
  typos: ({ title, abstract }, random) => ({ title: mistyped(title, random), abstract: mistyped(abstract, random) }),
  truncation: ({ title, abstract }) => ({
    title,
    abstract: `${abstract.slice(0, Math.floor(0.4 * abstract.length))}...`,
  }),
  HTML: ({ title, abstract }) => ({ title: `<b>${html(title)}</b>`, abstract: `<p>${html(abstract)}</p>` }),
  "four at once": (paper, random) =>
    damagedBy(paper, random, ["British spelling", "dropped sentence", "typos", "LaTeX"]),
  "with another title": (paper, random) => damagedBy(paper, random, ["typos", "truncation", "changed title"]),
};

function damagedBy(paper: Paper, random: Random, names: readonly string[]): Pick<Paper, "title" | "abstract"> {
  let { title, abstract } = paper;
  for (const name of names) ({ title, abstract } = damages[name]!({ id: paper.id, title, abstract }, random));
  return { title, abstract };
}

function latex(text: string): string {
  return text
    .replace(/\b(\d+(?:\.\d+)?)\s?%/g, "$1\\%")
    .replace(/é/g, "{\\'e}")
    .replace(/ö/g, '{\\"o}')
    .replace(/\b([A-Z][a-z]+)(?=-)/g, "{$1}")
    .replace(/ - /g, " --- ")
    .replace(/"([^"]*)"/g, "``$1''")
    .replace(/\b(novel|efficient|robust)\b/g, "\\emph{$1}");
}

function british(text: string): string {
  return text
    .replace(/([a-z])iz(e|es|ed|ing|ation)\b/g, "$1is$2")
    .replace(/\b([Bb]ehavi|[Cc]ol|[Ff]av|[Nn]eighb)or/g, "$1our")
    .replace(/\b([Mm]odel|[Ll]abel)(ed|ing)\b/g, "$1l$2")
    .replace(/\b([Aa]na)lyz/g, "$1lys")
    .replace(/\bcenter/g, "centre");
}

function html(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/'/g, "&#39;").replace(/\. /g, ".<br/>\n");
}

/** One word in twelve with a letter swapped, dropped, doubled or replaced. */
function mistyped(text: string, random: Random): string {
  return text.replace(/[A-Za-z]{4,}/g, (word) => {
    if (random() >= 1 / 12) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
    const other = letters[Math.floor(random() * 26)]!;
    return [
      `${before}${after[0]}${letter}${after.slice(1)}`,
      before + after,
      before + letter + letter + after,
      before + other + after,
    ][Math.floor(random() * 4)]!;
  });
}

if (!corporaPresent) throw new Error("The corpora are not beside the repository.");
const papers = readCorpus<Paper>("arxiv-stream/arxiv-stream-2026-06.jsonl").map(({ id, title, abstract }) => ({
  id,
  title,
  abstract,
}));
const chosen = shuffledIndices(papers.length, seededRandom(7)).slice(0, 500);
console.log(
  "way               precision  recall  (pairs of records in one group; a pair is right where one is the other's copy)",
);
for (const [name, damage] of Object.entries(damages)) {
  const random = seededRandom(11);
  const copies = Array.from(chosen, (i) => ({ id: `${papers[i]!.id}-copy`, ...damage(papers[i]!, random) }));
  const groups = createPaperIndex([...papers, ...copies], { dimensions: 0 }).duplicates();
  let found = 0;
  let right = 0;
  for (const { paperIds } of groups) {
    for (let i = 0; i < paperIds.length; i += 1) {
      for (let j = i + 1; j < paperIds.length; j += 1) {
        found += 1;
        if (`${paperIds[i]}-copy` === paperIds[j]) right += 1;
      }
    }
  }
  console.log(
    `${name.padEnd(18)}${(right / found).toFixed(3).padStart(9)}${(right / copies.length).toFixed(3).padStart(8)}`,
  );
}
