/**
 * The language of a text by its function words, or by its script.
 *
 * Reference: Grefenstette, G. (1995). Comparing two language identification schemes. JADT 1995, 263-268 (its
 * "small word" scheme).
 * Departures: the score is the share of a text's words that are function words of the language, so that texts without
 * any are said to be unknown; scripts of their own need no words.
 */

import { checkText } from "../options.js";
import { tokenize } from "./tokenize.js";

/** The language of a text, with the share of its words (0 to 1) that says so. */
export interface DetectedLanguage {
  /** ISO 639-1, or "und" where there is too little to tell. */
  readonly language: string;
  readonly confidence: number;
}

const functionWords: readonly (readonly [string, string])[] = [
  [
    "en",
    "the of and to in a is that for with as we on by this are be from an which our it can these has was at have or not their",
  ],
  [
    "de",
    "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über zum zur durch wurde diese",
  ],
  [
    "fr",
    "de la le et les des en un du une que est pour qui dans par sur au avec plus ne se sont ce il à ces aux cette nous d' l' été ou comme mais leur être",
  ],
  [
    "es",
    "de la que el en y los se del las un por con una para es al lo como más o su sus entre este esta ha son sobre fue ser también desde",
  ],
  [
    "pt",
    "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao das à foi são entre este esta pelo pela também ou nos",
  ],
  [
    "it",
    "di e il la che in un per è una del con non sono della le si da dei i al nel gli come alla delle più lo su questo dal ha anche tra nella",
  ],
  [
    "nl",
    "de van het een en in is dat op te zijn met voor niet aan er die bij ook als om door naar uit worden deze tot wordt hebben of maar we dit",
  ],
  ["pl", "w i na z do się nie jest że o od przez oraz dla po jako są ze to a za przy tym był być które który która"],
  [
    "sv",
    "och i att det som en på är av för med den till inte har de ett om var från vi kan eller men så när efter vid",
  ],
  ["tr", "ve bir bu için ile de da olarak olan en çok daha gibi kadar sonra ise olduğu tarafından üzerinde"],
  ["cs", "a v se na je že s z do o k i pro jako byl za po jsou které která který nebo při ale od tak"],
  [
    "id",
    "dan yang di dengan untuk pada ini dari dalam adalah tidak sebagai oleh akan dapat atau ke telah bahwa juga penelitian",
  ],
];

const wordsOf = new Map(
  functionWords.map(([language, words]): [string, Set<string>] => [language, new Set(words.split(" "))]),
);

const scripts: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
];
const longestLooked = 5000;
const leastWords = 8;

/**
 * The language of a text: one of twelve by function words (English, German, French, Spanish, Portuguese, Italian, Dutch,
 * Polish, Swedish, Turkish, Czech, Indonesian), or the chief language of a script of its own. Looks at the first 5,000
 * characters; fewer than eight words, or no language's function words, give "und".
 *
 * @example
 * detectLanguage("Wir untersuchen die Konvergenz von Verfahren, die in der Optimierung verwendet werden.").language // "de"
 */
export function detectLanguage(text: string): DetectedLanguage {
  checkText("detectLanguage", text);
  const sample = text.slice(0, longestLooked);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, script] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / Math.max(1, letters);
    // A fifth is enough for kana, which Japanese mixes with Han; Greek letters in formulas stay below a half.
    if (share > (language === "ja" ? 0.2 : 0.5)) return { language, confidence: share };
  }
  const words = tokenize(sample).flatMap((token) => (token.kind === "word" ? [token.norm] : []));
  if (words.length < leastWords) return { language: "und", confidence: 0 };
  let best: DetectedLanguage = { language: "und", confidence: 0 };
  for (const [language, known] of wordsOf) {
    const confidence =
      words.filter((word) => known.has(word) || known.has(`${word.split("'")[0]}'`)).length / words.length;
    if (confidence > best.confidence) best = { language, confidence };
  }
  return best.confidence < 0.08 ? { language: "und", confidence: best.confidence } : best;
}
