/** The verbs of the command line: a table for the help and the parser; the work of each is loaded when asked for. */

import type { OptionSpec } from "./option-spec.js";
import type { Verb } from "./verb.js";

const granularity: OptionSpec = {
  name: "granularity",
  kind: "number",
  placeholder: "X",
  meaning: "with k auto: above 1 more and smaller themes, below 1 fewer",
};
const k: OptionSpec = { name: "k", short: "k", kind: "text", placeholder: "N", meaning: "number of themes, or auto" };
const method: OptionSpec = {
  name: "method",
  kind: "text",
  placeholder: "NAME",
  meaning: "consensus (the steadiest, the default), communities or kmeans",
};
const seed: OptionSpec = { name: "seed", kind: "number", placeholder: "N", meaning: "seed of all randomness (0)" };
const limit: OptionSpec = {
  name: "limit",
  short: "n",
  kind: "number",
  placeholder: "N",
  meaning: "answers at most (10)",
};
const minScore: OptionSpec = {
  name: "min-score",
  kind: "number",
  placeholder: "X",
  meaning: "lowest score of an answer, 0 to 1 (0)",
};
const themes: OptionSpec = {
  name: "themes",
  kind: "text",
  placeholder: "FILE",
  meaning: "your themes: CSV, JSON, SKOS, or one name a line",
};
const field: OptionSpec = {
  name: "field",
  kind: "text",
  placeholder: "NAME",
  meaning: "field of a record that holds its themes (themes, label, ...)",
};

const discover: Verb = {
  name: "discover",
  summary: "find and name the themes of papers; the verb where none is given",
  words: "FILES...",
  details: ["One answer a theme: label, size, key phrases, representative papers, ids of its papers."],
  options: [
    k,
    granularity,
    method,
    seed,
    { name: "seeds", kind: "text", placeholder: "FILE", meaning: "themes to keep; others are found beside them" },
    { name: "report", short: "r", kind: "text", placeholder: "FILE", meaning: "a report: map.html, .md, .csv or .svg" },
    { name: "open", kind: "flag", meaning: "draw the map and open it in the browser" },
    { name: "model", short: "m", kind: "text", placeholder: "FILE", meaning: "save the themes, for tag --model" },
  ],
  examples: [
    { line: "themata refs.bib --open", meaning: "see a library as a map" },
    { line: "themata scopus.csv wos.txt -k 12", meaning: "two exports, merged, in twelve themes" },
    { line: "themata papers.jsonl -r map.html -r themes.md -m themes.bin", meaning: "map, report and model" },
    { line: "themata papers.jsonl | jq -r .label", meaning: "labels alone, from JSON Lines" },
  ],
  load: () => import("./discover.js"),
};

const tag: Verb = {
  name: "tag",
  summary: "give papers the themes of a taxonomy, of examples or of a saved model",
  words: "FILES...",
  details: [
    "One answer a paper: its own fields and its tags, best first, with scores and the phrases that spoke for each.",
    "With --model it is a filter: answers come as the input does, for streams of any length.",
    "An output named .bib, .ris, .nbib, .csv or .tsv is the input with the tags among its keywords.",
  ],
  options: [
    themes,
    { name: "examples", kind: "text", placeholder: "FILE", meaning: "papers that have themes already" },
    {
      name: "model",
      short: "m",
      kind: "text",
      placeholder: "FILE",
      meaning: "a file of discover --model or tag --save",
    },
    field,
    { name: "all", kind: "flag", meaning: "no paper without a tag: the best one even when unsure" },
    { name: "precision", kind: "number", placeholder: "X", meaning: "0 many tags, 1 only sure ones (0.5)" },
    { ...limit, meaning: "tags of a paper at most" },
    { name: "save", kind: "text", placeholder: "FILE", meaning: "save the tagger, for --model" },
    { name: "resume", kind: "flag", meaning: "go on with a run of --model that was stopped, where --output ends" },
  ],
  examples: [
    { line: "themata tag new.ris --themes taxonomy.csv", meaning: "your own themes" },
    { line: "themata tag new.jsonl --examples tagged.jsonl --save tagger.bin", meaning: "learnt from tagged papers" },
    { line: "themata tag today.jsonl -m themes.bin", meaning: "the themes found last week" },
    { line: "themata tag -m tagger.bin -o tagged.jsonl --resume < all.jsonl", meaning: "a long run, gone on with" },
    { line: "themata tag lib.bib --themes taxonomy.csv -o tagged.bib", meaning: "tags as keywords, for Zotero" },
  ],
  load: () => import("./tag.js"),
};

const related: Verb = {
  name: "related",
  summary: "the papers nearest to a paper or a text, with what they share",
  words: "FILES...",
  details: ["Without --id, --about or --like: the neighbours of every paper."],
  options: [
    { name: "id", kind: "text", placeholder: "ID", meaning: "a paper of the files, by itself" },
    { name: "about", kind: "text", placeholder: "TEXT", meaning: "a text, such as the abstract of a draft" },
    { name: "like", kind: "list", placeholder: "IDS", meaning: "papers you like (commas between)" },
    { name: "unlike", kind: "list", placeholder: "IDS", meaning: "papers you do not" },
    limit,
    minScore,
    { name: "diversity", kind: "number", placeholder: "X", meaning: "0 the nearest, up to 1 the most different (0)" },
    { name: "collapse", kind: "flag", meaning: "one answer for all versions of a paper" },
  ],
  examples: [
    { line: "themata related papers.jsonl --id a035", meaning: "what is near paper a035" },
    { line: 'themata related refs.bib --about "$(cat draft.txt)"', meaning: "what a draft should cite" },
    { line: "themata related papers.jsonl --like a035,a153 --unlike a002", meaning: "more like these" },
  ],
  load: () => import("./related.js"),
};

const search: Verb = {
  name: "search",
  summary: "the papers that match words",
  words: "QUERY FILES...",
  details: ["Phrases stand in quotes: '\"reward model\" human'."],
  options: [
    { name: "query", kind: "text", placeholder: "TEXT", meaning: "the query, in place of the first word" },
    limit,
    minScore,
    { name: "every-word", kind: "flag", meaning: "only papers with every word" },
    { name: "fuzzy", kind: "flag", meaning: "words that no paper has may be mistyped" },
  ],
  examples: [{ line: 'themata search "reward hacking" papers.jsonl', meaning: "papers about it, best first" }],
  load: () => import("./search.js"),
};

const evaluate: Verb = {
  name: "evaluate",
  summary: "compare with the themes that people gave to the papers",
  words: "FILES...",
  details: ["Discovers, or with --themes or --model tags, and measures the agreement with the themes in the records."],
  options: [
    field,
    { ...k, meaning: "number of themes, or auto (as many as there are classes)" },
    granularity,
    method,
    seed,
    themes,
    {
      name: "model",
      short: "m",
      kind: "text",
      placeholder: "FILE",
      meaning: "a file of discover --model or tag --save",
    },
    {
      name: "judgements",
      kind: "text",
      placeholder: "FILE",
      meaning: "related papers: lines of { query, doc, grade }",
    },
    { name: "queries", kind: "text", placeholder: "FILE", meaning: "searches: lines of { id, text }" },
    { ...limit, meaning: "answers that nDCG and recall look at (10)" },
  ],
  examples: [
    { line: "themata evaluate labelled.jsonl --field label", meaning: "how near to the classes" },
    { line: "themata evaluate labelled.jsonl --themes taxonomy.csv", meaning: "how good tags would be" },
    { line: "themata evaluate papers.jsonl --judgements related.jsonl", meaning: "how good related papers are" },
  ],
  load: () => import("./evaluate.js"),
};

const convert: Verb = {
  name: "convert",
  summary: "read papers of any format, merge them, write them in another one",
  words: "FILES...",
  details: [
    "Writes JSON Lines unless --to or the name of the output says otherwise. The last file is the output where it is not there yet.",
  ],
  options: [
    { name: "to", kind: "text", placeholder: "NAME", meaning: "jsonl, json, csv, tsv, ris or bibtex" },
    { name: "problems", kind: "flag", meaning: "list what could not be read or was mended, in place of the papers" },
  ],
  examples: [
    { line: "themata convert refs.bib papers.jsonl", meaning: "BibTeX to JSON Lines, in a new file" },
    { line: "themata convert scopus.csv pubmed.nbib -o library.ris", meaning: "two exports as one library" },
  ],
  load: () => import("./convert.js"),
};

/** Every verb, in the order of the help; the first is the one where none is given. */
export const verbs: readonly [Verb, ...Verb[]] = [discover, tag, related, search, evaluate, convert];
