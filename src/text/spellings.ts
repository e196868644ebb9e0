/** Other ways of writing a word: British and American, and without accents. Most are no words; an index knows which are. */

/** What a British word has and an American one in its place, and what may follow up to the end. */
const differences: readonly string[] = [
  "is iz e|e[sdr]|ers|ing|able|ations?|ational",
  "ys yz e|e[sdr]|ers|ing",
  "our or s|ed|ing|al|ally|able|ful|hoods?|",
  "tre ter s|",
  "bre ber s|",
  "tred tered ",
  "logue log s|",
  "ence ense s|",
  "dgement dgment s|",
  "ogramme ogram s|",
  "artefact artifact s|",
  "grey gray ",
];

const longest = 40;

let rules: readonly (readonly [RegExp, string])[] | undefined;

/** Other spellings of a lower-case word. */
export function otherSpellings(word: string): string[] {
  if (word.length > longest) return [];
  rules ??= differences.flatMap((line) => {
    const [british, american, rest] = line.split(" ") as [string, string, string];
    return [ruleOf(british, american, rest), ruleOf(american, british, rest)];
  });
  const plain = withoutAccents(word);
  const found = [plain, word.replace(/[äöü]/g, (letter) => `${withoutAccents(letter)}e`)];
  found.push(word.replace(/([aou])e/g, "$1\u0308").normalize("NFC"));
  for (const [pattern, other] of rules) found.push(plain.replace(pattern, other));
  return [...new Set(found)].filter((spelling) => spelling !== word);
}

/** A phrase in lower case and one of its spellings, without signs: "Multi-modal behaviour" is "multi modal behavior". */
export function inOneSpelling(phrase: string): string {
  const words = phrase.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => [word, ...otherSpellings(word)].sort()[0]!).join(" ");
}

/** What phrases have in common that are spelt otherwise: "multi-modal behaviours" and "multimodal behavior". */
export function lettersOf(phrase: string): string {
  return inOneSpelling(phrase).replace(/ |s$/g, "");
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
