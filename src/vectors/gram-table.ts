/** Numbers for runs of words: a run is its beginning, which has a number, and one word more. */

/** Gives runs of two and more words their numbers, in the order of first meeting. */
export interface GramTable {
  /** The number of the run that goes on from `beginning` with `word`; `fresh` is given to a run not met before. */
  lookUp(beginning: number, word: number, fresh: number): number;
  /** The number of a run, -1 for one not met before. */
  find(beginning: number, word: number): number;
}

/** An empty table: open addressing with linear probing, at most half full. */
export function gramTable(): GramTable {
  let keys = new Uint32Array(1 << 13);
  let numbers = new Int32Array(1 << 12).fill(-1);
  let size = 0;

  const place = (beginning: number, word: number): number => {
    const mask = numbers.length - 1;
    let slot = Math.imul(Math.imul(beginning, 0x9e3779b1) ^ word, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & mask;
    while (numbers[slot]! >= 0 && (keys[2 * slot] !== beginning || keys[2 * slot + 1] !== word))
      slot = (slot + 1) & mask;
    return slot;
  };

  const put = (slot: number, beginning: number, word: number, number: number): void => {
    keys[2 * slot] = beginning;
    keys[2 * slot + 1] = word;
    numbers[slot] = number;
  };

  const grow = (): void => {
    const [oldKeys, oldNumbers] = [keys, numbers];
    keys = new Uint32Array(2 * oldKeys.length);
    numbers = new Int32Array(2 * oldNumbers.length).fill(-1);
    oldNumbers.forEach((number, slot) => {
      if (number < 0) return;
      const beginning = oldKeys[2 * slot]!;
      const word = oldKeys[2 * slot + 1]!;
      put(place(beginning, word), beginning, word, number);
    });
  };

  return {
    lookUp(beginning, word, fresh) {
      const slot = place(beginning, word);
      const known = numbers[slot]!;
      if (known >= 0) return known;
      put(slot, beginning, word, fresh);
      size += 1;
      if (2 * size > numbers.length) grow();
      return fresh;
    },
    find: (beginning, word) => numbers[place(beginning, word)]!,
  };
}
