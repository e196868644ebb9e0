/** Other ways of writing a word: British and American, and without accents. Most are no words; an index knows which are. */

/** Ends of words, British and American; `$1` is what stands behind. */
const endings: readonly (readonly [RegExp, string])[] = [
  // optimise, optimize; analyse, analyze
  [/(?<=..[iy])s(e|e[sdr]|ers|ing|able|ations?|ational)$/, "z$1"],
  [/(?<=..[iy])z(e|e[sdr]|ers|ing|able|ations?|ational)$/, "s$1"],
  // behaviour, behavior
  [/(?<=..)our(s|ed|ing|al|ally|able|ful|hoods?)?$/, "or$1"],
  [/(?<=..)or(s|ed|ing|al|ally|able|ful|hoods?)?$/, "our$1"],
  // centre, center; fibre, fiber
  [/(?<=..[tb])re([sd]?)$/, "er$1"],
  [/(?<=..[tb])er(s?)$/, "re$1"],
  [/(?<=..[tb])red$/, "ered"],
  [/(?<=..[tb])ered$/, "red"],
  // dialogue, dialog
  [/(?<=.[lt]og)ue(s?)$/, "$1"],
  [/(?<=.[lt]og)(s?)$/, "ue$1"],
  // defence, defense
  [/(?<=..en)c(es?)$/, "s$1"],
  [/(?<=..en)s(es?)$/, "c$1"],
  // judgement, judgment; programme, program; artefact, artifact; grey, gray
  [/(?<=dg)ement(s?)$/, "ment$1"],
  [/(?<=dg)ment(s?)$/, "ement$1"],
  [/(?<=ogram)me(s?)$/, "$1"],
  [/(?<=ogram)(s?)$/, "me$1"],
  [/^artefact/, "artifact"],
  [/^artifact/, "artefact"],
  [/^grey/, "gray"],
  [/^gray/, "grey"],
];

const longest = 40;

/** Other spellings of a lower-case word. */
export function otherSpellings(word: string): string[] {
  if (word.length > longest) return [];
  const plain = withoutAccents(word);
  const found = [plain, word.replace(/[äöü]/g, (letter) => `${withoutAccents(letter)}e`)];
  found.push(word.replace(/[aou]e/g, (letters) => `${letters[0]}\u0308`).normalize("NFC"));
  for (const [ending, other] of endings) if (ending.test(plain)) found.push(plain.replace(ending, other));
  return [...new Set(found)].filter((spelling) => spelling !== word);
}

/** A lower-case word with plain letters: "schrödinger" to "schrodinger", "łukasiewicz" to "lukasiewicz". */
export function withoutAccents(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word;
  return word
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replace(/[łøđ]/g, (letter) => ({ ł: "l", ø: "o", đ: "d" })[letter]!)
    .replace(/[ßæœ]/g, (letter) => ({ ß: "ss", æ: "ae", œ: "oe" })[letter]!)
    .normalize("NFC");
}
