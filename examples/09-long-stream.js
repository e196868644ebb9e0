// A collection of any length: themes from one pass over a stream, tags from a second, the text of neither held.
import { createReadStream } from "node:fs";
import { fitTagger } from "themata";
import { discoverThemesInStream, streamPapers, tagStream } from "themata/node";

const file = "fixtures/abstracts.jsonl";
const { model, problems } = await discoverThemesInStream(streamPapers(createReadStream(file)), { k: 8 });
console.log(`${model.themes.length} themes in ${model.papers.length} papers, ${problems.length} problems`);

let tagged = 0;
const tagger = fitTagger({ model });
for await (const answer of tagStream(tagger, streamPapers(createReadStream(file)))) {
  if ("tags" in answer && answer.tags.length > 0) tagged += 1;
}
console.log(`${tagged} papers got a tag`);
