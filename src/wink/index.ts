export { winkAnalyzer } from "./wink-analyzer.js";
export { winkPhrases } from "./wink-phrases.js";
