export { discoverThemesInWorker, type WorkerOptions } from "./discover-in-worker.js";
export { type DiscoverStreamOptions, discoverThemesInStream, type StreamedThemes } from "./discover-stream.js";
export { loadFile } from "./load-file.js";
export type { PaperEvent } from "./paper-events.js";
export { readPapersFile } from "./read-file.js";
export { saveFile } from "./save-file.js";
export { streamPapers } from "./stream-papers.js";
export { type TagStreamInput, type TagStreamOptions, type TagStreamOutput, tagStream } from "./tag-stream.js";
export { type VectorizedStream, type VectorizeStreamOptions, vectorizeStream } from "./vectorize-stream.js";
