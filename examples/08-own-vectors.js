// Vectors of your own (of an embedding model, say) in place of the words, or mixed with them.
import { readFileSync } from "node:fs";
import { assignThemes, clusteringScores, discoverThemes, readPapers } from "themata";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
const gold = papers.map((paper) => paper.themes[0]);

// Stands for your model: any function from a text to numbers, always of one length.
const embed = (text) => {
  const vector = new Array(256).fill(0);
  for (const word of text.toLowerCase().match(/[a-z]{4,}/g) ?? []) {
    let hash = 7;
    for (const letter of word.slice(0, 6)) hash = (hash * 31 + letter.charCodeAt(0)) % 256;
    vector[hash] += 1;
  }
  return vector.map((count) => Math.log1p(count));
};
const vectors = papers.map(({ title, abstract }) => embed(`${title} ${abstract}`));

for (const vectorsShare of [1, 0.5]) {
  const model = discoverThemes(papers, { k: 10, vectors, vectorsShare });
  const { nmi } = clusteringScores(
    model.assignments.map(({ themes }) => themes[0].themeId),
    gold,
  );
  console.log(`share ${vectorsShare}: nmi ${nmi.toFixed(2)}, ${model.themes.length} themes`);

  // New papers need vectors too.
  const [first] = assignThemes(model, papers.slice(0, 1), { vectors: vectors.slice(0, 1) });
  console.log(
    `${first.paperId} is assigned as it was fitted: ${first.themes[0].themeId === model.assignments[0].themes[0].themeId}`,
  );
}
