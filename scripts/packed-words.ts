/** Lists of words as they stand in `dist/`: the same words, a fifth shorter when compressed. */

/** What stands in place of src/text/word-set.ts. */
const unpacking = `export function wordSet(packed) {
  let word = "";
  const next = (code) => (word = code.slice(1) + word.slice(word.length - code.charCodeAt(0) + 65));
  return new Set(packed.match(/[A-Z][^A-Z]*/g).map(next));
}`;

/** A source file of src/ with every list in a call of `wordSet` packed. */
export function withPackedWords(path: string, source: string): string {
  if (/[\\/]text[\\/]word-set\.ts$/.test(path)) return unpacking;
  return source.replace(/\bwordSet\(\s*(["`])([^"`]*)\1,?\s*\)/g, (_, _quote, list) => `wordSet("${packed(list)}")`);
}

/**
 * Words in the order of their endings, each as a capital that says how many letters it shares with the end of the word
 * before it (A for none), and then its beginning: "able cable table" is "AableEcEt".
 */
function packed(list: string): string {
  const reversed = [...new Set(list.split(/\s+/))].map(backwards).sort();
  const codes = reversed.map((word, i) => {
    const before = reversed[i - 1] ?? "";
    let shared = 0;
    while (shared < word.length && word[shared] === before[shared]) shared += 1;
    return String.fromCharCode(65 + shared) + backwards(word.slice(shared));
  });
  return codes.join("");
}

function backwards(word: string): string {
  return [...word].reverse().join("");
}
