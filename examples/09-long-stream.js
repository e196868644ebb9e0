// A collection of any length: themes and an index from one pass over a stream, tags from a second; no text is held.
import { createReadStream } from "node:fs";
import { fitTagger } from "themata";
import { discoverThemesInStream, streamPapers, tagStream } from "themata/node";

const file = "fixtures/abstracts.jsonl";
const source = streamPapers(createReadStream(file));
const { model, index, problems } = await discoverThemesInStream(source, { k: 8, index: "titles" });
console.log(`${model.themes.length} themes in ${model.papers.length} papers, ${problems.length} problems`);
for (const { paperId } of index.related(model.papers[0].id, { limit: 3 })) console.log(index.get(paperId).title);

let tagged = 0;
const tagger = fitTagger({ model });
for await (const answer of tagStream(tagger, streamPapers(createReadStream(file)))) {
  if ("tags" in answer && answer.tags.length > 0) tagged += 1;
}
console.log(`${tagged} papers got a tag`);
