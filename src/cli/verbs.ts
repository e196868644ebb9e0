/** The verbs of the command line: a table for the help and the parser; the work of each is loaded when it is asked for. */

import type { Verb } from "./verb.js";

const discover: Verb = {
  name: "discover",
  summary: "find and name the themes of papers (the usual verb)",
  words: "FILES...",
  details: ["Answers one theme a line: label, size, phrases, representative papers, ids of its papers."],
  options: [
    { name: "k", short: "k", kind: "text", placeholder: "N", meaning: 'number of themes, or "auto" (the usual)' },
    {
      name: "granularity",
      kind: "number",
      placeholder: "X",
      meaning: "with k auto: above 1 more and smaller themes, below 1 fewer",
    },
    { name: "method", kind: "text", placeholder: "NAME", meaning: "consensus (the usual), communities or kmeans" },
    { name: "seed", kind: "number", placeholder: "N", meaning: "seed of all randomness (0)" },
  ],
  examples: [{ line: "themata refs.bib", meaning: "the themes of a bibliography" }],
  load: () => import("./discover.js"),
};

/** Every verb, in the order of the help. */
export const verbs: readonly Verb[] = [discover];
