// Papers near a paper, near a draft, and near what a reader liked.
import { readFileSync } from "node:fs";
import { createPaperIndex, readPapers } from "themata";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
const index = createPaperIndex(papers);

const show = (heading, found) => {
  console.log(heading);
  for (const { paperId, score, because } of found) {
    console.log(`  ${score.toFixed(2)} ${index.get(paperId).title} (${because[0].phrase})`);
  }
};

show("Near a035:", index.related("a035", { limit: 3 }));
show("Near a draft:", index.related("We bound the regret of bandits whose arms change.", { limit: 3 }));
show("Like a035, not like a002:", index.related({ like: ["a035"], unlike: ["a002"] }, { limit: 3 }));
show('Found by "reward hacking":', index.search("reward hacking", { limit: 2 }));
