export { loadFile } from "./load-file.js";
export { readPapersFile } from "./read-file.js";
export { saveFile } from "./save-file.js";
export { streamPapers } from "./stream-papers.js";
