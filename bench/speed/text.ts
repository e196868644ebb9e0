/**
 * Abstracts to stopped, stemmed terms beside natural's tokenizeAndStem and wink-nlp, alternated in one run; and hostile
 * texts of 2 and 8 MB, whose times should differ by about 4.
 *
 *     npx tsx bench/speed/text.ts
 */

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import winkModel from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { createAnalyzer, readPapers, tokenize } from "../../src/index.js";
import { englishStopWords } from "../../src/text/stop-words.js";
import { createTermScanner } from "../../src/text/term-scanner.js";

const require = createRequire(import.meta.url);
const porter = require("natural/lib/natural/stemmers/porter_stemmer.js") as {
  tokenizeAndStem(text: string): string[];
};

const corpus = new URL("../../../shared/corpora/arxiv-stream/arxiv-stream-2026-06.jsonl", import.meta.url);
const own = new URL("../../fixtures/abstracts.jsonl", import.meta.url);
const { papers } = readPapers(readFileSync(existsSync(corpus) ? corpus : own, "utf8"));
const texts = papers.map((paper) => `${paper.title}. ${paper.abstract}`);
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

const nlp = winkNLP(winkModel, []);
const { its } = nlp;
const analyzer = createAnalyzer();
const scanner = createTermScanner({ stopWords: englishStopWords, normal: "stem", minLength: 2 });

const contestants: readonly (readonly [string, (text: string) => number])[] = [
  ["themata, term numbers", (text) => scanner.scan(text).length],
  ["themata, analyzer.terms", (text) => analyzer.terms(text).length],
  ["themata, tokenize", (text) => tokenize(text).length],
  ["natural, tokenizeAndStem", (text) => porter.tokenizeAndStem(text).length],
  [
    "wink-nlp, stop words out, stems",
    (text) =>
      nlp
        .readDoc(text)
        .tokens()
        .filter((token) => token.out(its.type) === "word" && !token.out(its.stopWordFlag))
        .out(its.stem as typeof its.value).length,
  ],
];

function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const best = contestants.map(() => Infinity);
for (let round = 0; round < 5; round += 1) {
  contestants.forEach(([, run], i) => {
    best[i] = Math.min(
      best[i]!,
      seconds(() => {
        for (const text of texts) run(text);
      }),
    );
  });
}
console.log(`${texts.length} papers, ${megabytes.toFixed(1)} MB, CPU seconds, best of 5 alternated`);
contestants.forEach(([name], i) => {
  const speed = (megabytes / best[i]!).toFixed(1);
  console.log(
    `${name.padEnd(34)} ${best[i]!.toFixed(3)} s  ${speed.padStart(6)} MB/s  ${(best[i]! / best[0]!).toFixed(1).padStart(6)}x`,
  );
});

const hostile: readonly (readonly [string, string])[] = [
  ["one word", "a"],
  ["brackets", "("],
  ["nested LaTeX", "\\emph{"],
  ["combining marks", "\u0301"],
  ["mixed combining marks", "e\u0301\u0327"],
  ["a-", "a-"],
  ["dollars", "$x "],
  ["tags", "<a b=c"],
  ["addresses", "a.b@c."],
  ["digits", "1,"],
  ["emoji", "👩\u200d"],
  ["ampersands", "&amp"],
  ["acronyms", "A (B) "],
  ["citations", "[1,(A"],
];
for (const [name, piece] of hostile) {
  const time = (megabytes: number): number => {
    const text = piece.repeat(Math.ceil((megabytes * 1e6) / piece.length));
    let least = Infinity;
    for (let i = 0; i < 3; i += 1) {
      least = Math.min(
        least,
        seconds(() => {
          tokenize(text);
          analyzer.terms(text);
        }),
      );
    }
    return least;
  };
  const [two, eight] = [time(2), time(8)];
  console.log(
    `${name.padEnd(24)} 2 MB ${two.toFixed(2)} s  8 MB ${eight.toFixed(2)} s  ratio ${(eight / two).toFixed(1)}`,
  );
}
