// Learn tags from a few papers a theme, tag the rest, and see how good it is.
import { readFileSync } from "node:fs";
import { fitTagger, readPapers, taggingScores, tagPapers } from "themata";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));

// The first five papers of each theme are the examples.
const seen = new Map();
const examples = [];
const rest = [];
for (const paper of papers) {
  const [theme] = paper.themes;
  const count = seen.get(theme) ?? 0;
  seen.set(theme, count + 1);
  if (count < 5) examples.push({ paper, themes: paper.themes });
  else rest.push(paper);
}

const tagger = fitTagger({ examples, background: rest });
const predicted = tagPapers(tagger, rest, { limit: 1, abstain: false }).map(({ tags }) =>
  tags.map((tag) => tag.themeId),
);
const { precision } = taggingScores(
  predicted,
  rest.map((paper) => paper.themes),
);

console.log(`learnt from ${examples.length} papers, tagged ${rest.length}`);
console.log(`${Math.round(precision * 100)} % of the first tags are right`);
