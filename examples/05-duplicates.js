// One library out of two exports, and the near-copies that are left in it.
import { readFileSync } from "node:fs";
import { createPaperIndex, mergePapers, readPapers } from "themata";

const { papers } = readPapers(readFileSync("fixtures/abstracts.jsonl"));
// Another export of the first three papers, without abstracts, and a revised version of the fourth.
const other = papers.slice(0, 3).map(({ title, date }, i) => ({ id: `other-${i}`, title, abstract: "", date }));
const revised = { ...papers[3], id: "a004v2", title: `${papers[3].title} (extended version)` };

const library = mergePapers([papers, [...other, revised]]);
for (const { id, from, because } of library.merged) console.log(`${id} was in ${from.length} lists: same ${because}`);
console.log(`${library.papers.length} papers`);

for (const { paperIds } of createPaperIndex(library.papers).duplicates())
  console.log(`near-copies: ${paperIds.join(", ")}`);
