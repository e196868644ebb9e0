/** A long list of three numbers at a time in one typed array, which no collector of garbage has to look through. */

/** Appends triples; read them from `numbers()`, which a later `push` may replace. */
export interface TripleList {
  push(first: number, second: number, third: number): void;
  /** The triples one after another, room to spare behind them. */
  numbers(): Int32Array;
  /** Numbers so far, three a triple. */
  length(): number;
}

/** An empty list. */
export function tripleList(): TripleList {
  let numbers = new Int32Array(3 << 10);
  let length = 0;
  return {
    push(first, second, third) {
      if (length === numbers.length) {
        const longer = new Int32Array(2 * length);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[length] = first;
      numbers[length + 1] = second;
      numbers[length + 2] = third;
      length += 3;
    },
    numbers: () => numbers,
    length: () => length,
  };
}
