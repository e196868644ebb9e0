/** Remembers what was said of the words met, in a bounded memory. */

import { detached } from "./detached.js";

const limit = 50_000;

/** The same function, asked once for each word. A full memory is emptied, not grown: streams of any length keep theirs. */
export function remembered<T extends {}>(tell: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const kept = detached(word);
    const told = tell(kept);
    if (known.size >= limit) known.clear();
    known.set(kept, told);
    return told;
  };
}
