/** Lists of words as they stand in `dist/`: the same words, a quarter shorter when compressed. */

/** The n-th sign drops n letters: signs that are frequent in code beside them, and never in a word. */
const signs = ",.()=;{}[]!&|?:+*/<>#%@~^";

/** What stands in place of src/text/word-set.ts. */
const unpacking = `export function wordSet(packed) {
  let word = "";
  const next = ([sign, ...added]) => (word = added.reverse().join("") + word.slice("${signs}".indexOf(sign)));
  return new Set(packed.match(/\\W[\\w'-]*/g).map(next));
}`;

/** A source file of src/ with every list in a call of `wordSet` packed. */
export function withPackedWords(path: string, source: string): string {
  if (/[\\/]text[\\/]word-set\.ts$/.test(path)) return unpacking;
  return source.replace(/\bwordSet\(\s*(["`])([^"`]*)\1,?\s*\)/g, (_, _quote, list) => `wordSet("${packed(list)}")`);
}

/**
 * Words backwards and sorted, each as a sign that says how many letters of the word before it to drop, and then the
 * letters to add: "able cable table" is ",elba,c.t".
 */
function packed(list: string): string {
  const reversed = [...new Set(list.split(/\s+/))].map(backwards).sort();
  const codes = reversed.map((word, i) => {
    const before = reversed[i - 1] ?? "";
    let shared = 0;
    while (shared < before.length && word[shared] === before[shared]) shared += 1;
    return signs[before.length - shared]! + word.slice(shared);
  });
  return codes.join("");
}

function backwards(word: string): string {
  return [...word].reverse().join("");
}
