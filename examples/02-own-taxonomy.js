// Tags from your own list of themes: names and a sentence each, no examples.
import { readFileSync } from "node:fs";
import { fitTagger, readPapers, tagPapers } from "themata";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
const themes = [
  { id: "rlhf", name: "Human feedback", description: "Reward models and alignment from human preferences" },
  { id: "exploration", name: "Exploration", description: "Intrinsic motivation and bonuses for sparse rewards" },
  { id: "bandits", name: "Bandits", description: "Regret bounds for multi-armed bandits" },
];

// The papers themselves lend the themes their words.
const tagger = fitTagger({ themes, background: papers });
const tagged = tagPapers(tagger, papers);

const { tags } = tagged.find(({ paperId }) => paperId === "a035");
for (const { themeId, evidence } of tags) {
  const because = evidence.filter(({ weight }) => weight > 0).map(({ phrase }) => phrase);
  console.log(`a035 is about ${themeId}, because it says: ${because.join(" | ")}`);
}
console.log(`${tagged.filter((paper) => paper.tags.length === 0).length} papers fit none of the three themes`);
