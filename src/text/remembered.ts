/** Remembers what was said of the words met, in a bounded memory. */

import { detached } from "./detached.js";
import { keyDigits, keyLetters, longestKeyed, surfaceTable, withLetter } from "./surface-table.js";

const limit = 50_000;

/** The same function, asked once for each word. A full memory is emptied, not grown: streams of any length keep theirs. */
export function remembered<T extends {}>(tell: (word: string) => T): (word: string) => T {
  const told: T[] = [];
  const others = new Map<string, T>();
  const number = (word: string): number => told.push(tell(word)) - 1;
  let plain = surfaceTable(number);

  const other = (word: string): T => {
    const before = others.get(word);
    if (before !== undefined) return before;
    const kept = detached(word);
    const answer = tell(kept);
    if (others.size >= limit) others.clear();
    others.set(kept, answer);
    return answer;
  };

  return (word) => {
    if (word.length > longestKeyed) return other(word);
    let first = 0;
    let second = 0;
    let third = 0;
    for (let i = 0; i < word.length; i += 1) {
      const code = word.charCodeAt(i);
      const digit = code > 0x7a || (code > 0x39 && code < 0x61) ? 0 : keyDigits[code]!;
      if (digit === 0) return other(word);
      if (i < keyLetters) first = withLetter(first, digit);
      else if (i < 2 * keyLetters) second = withLetter(second, digit);
      else third = withLetter(third, digit);
    }
    if (plain.size() >= limit) {
      plain = surfaceTable(number);
      told.length = 0;
    }
    return told[plain.lookUp(first, second, third)]!;
  };
}
