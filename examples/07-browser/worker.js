// The worker: reads, discovers, and posts the model, which is plain data.
import { discoverThemes, isThemataError, readPapers } from "themata";

self.addEventListener("message", ({ data }) => {
  try {
    const { papers } = readPapers(data);
    const model = discoverThemes(papers, { k: 10, onProgress: (progress) => self.postMessage({ progress }) });
    self.postMessage({ model });
  } catch (error) {
    if (!isThemataError(error)) throw error;
    self.postMessage({ error: error.message });
  }
});
