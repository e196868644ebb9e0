/** Other ways of writing a word: British and American, and without accents. Most are no words; an index knows which are. */

import { remembered } from "./remembered.js";

/** What a British word has and an American one in its place, and what may follow up to the end. */
const differences: readonly string[] = [
  "is iz e|e[sdr]|ers|ing|able|ations?|ational",
  "ys yz e|e[sdr]|ers|ing",
  "ell el e|e[sdr]|ers|ing",
  "nall nal e|e[sdr]|ers|ing",
  "cuss cus e|e[sdr]|ers|ing",
  "our or s|ed|ing|al|ally|able|ful|hoods?|",
  "tre ter s|",
  "bre ber s|",
  "tred tered ",
  "logue log s|",
  "rol roll s|ment|",
  "fulfil fulfill s|ment|",
  "ence ense s|",
  "dgement dgment s|",
  "ogramme ogram s|",
  "artefact artifact s|",
  "grey gray ",
];

const longest = 40;

/** The rules, and a pattern of all of them: few words have two spellings. */
let spellingRules: { readonly rules: readonly (readonly [RegExp, string])[]; readonly any: RegExp } | undefined;

/** Other spellings of a lower-case word. */
export function otherSpellings(word: string): string[] {
  if (word.length > longest) return [];
  spellingRules ??= makeRules();
  const plain = withoutAccents(word);
  const found = [plain];
  if (plain !== word) found.push(word.replace(/[äöü]/g, (letter) => `${withoutAccents(letter)}e`));
  else if (/[aou]e/.test(word)) found.push(word.replace(/([aou])e/g, "$1\u0308").normalize("NFC"));
  if (spellingRules.any.test(plain)) {
    for (const [pattern, other] of spellingRules.rules) found.push(plain.replace(pattern, other));
  }
  return [...new Set(found)].filter((spelling) => spelling !== word);
}

let spelt: ((word: string) => string) | undefined;

/** The one of a lower-case word's spellings that stands for all of them: "behavior" for "behaviour". */
export function oneSpelling(word: string): string {
  spelt ??= remembered((one) => [one, ...otherSpellings(one)].sort()[0]!);
  return spelt(word);
}

/** What phrases share that are spelt otherwise or are plurals: "multi-modal biases", "multimodal bias"; "spectra", "spectrum". */
export function spellingKey(phrase: string): string {
  const words = Array.from(phrase.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => oneSpelling(word));
  return words.join("").replace(/(?:(?<=...)(?:a|um|on))?(?:s[ei]s?|s)?$/, "");
}

function makeRules(): NonNullable<typeof spellingRules> {
  const rules = differences.flatMap((line) => {
    const [british, american, rest] = line.split(" ") as [string, string, string];
    return [ruleOf(british, american, rest), ruleOf(american, british, rest)];
  });
  return { rules, any: new RegExp(rules.map(([{ source }]) => source).join("|")) };
}

/** At the beginning of a word or behind two letters: "colour", not "four". */
function ruleOf(from: string, to: string, rest: string): readonly [RegExp, string] {
  return [new RegExp(`(?<=^|..)${from}(?=(?:${rest})$)`), to];
}

/** A lower-case word with plain letters: "schrödinger" to "schrodinger", "łukasiewicz" to "lukasiewicz". */
export function withoutAccents(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word;
  const bare = word.normalize("NFD").replace(/(?<=\p{Script=Latin})\p{M}+/gu, "");
  return bare.normalize("NFC").replace(/[łøđßæœ]/g, (letter) => plainLetters[letter]!);
}

const plainLetters: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe" };
