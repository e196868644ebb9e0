/** The k best of a stream of scored items, by a bounded heap; ties go to the lower index. */

/** Keeps the best `capacity` of the items pushed to it. */
export interface TopK {
  /** Offers an item. */
  push(index: number, score: number): void;
  /** The lowest score that is still kept, or -Infinity while there is room. */
  threshold(): number;
  /** What was kept, best first; the heap is empty afterwards. */
  drain(): { index: number; score: number }[];
}

/** An empty heap for the best `capacity` items (at least one). */
export function topK(capacity: number): TopK {
  const indices = new Float64Array(capacity);
  const scores = new Float64Array(capacity);
  let size = 0;
  /** Whether item i should leave before item j. */
  const worse = (i: number, j: number): boolean =>
    scores[i]! < scores[j]! || (scores[i] === scores[j] && indices[i]! > indices[j]!);
  const swap = (i: number, j: number): void => {
    const index = indices[i]!;
    const score = scores[i]!;
    indices[i] = indices[j]!;
    scores[i] = scores[j]!;
    indices[j] = index;
    scores[j] = score;
  };
  const siftUp = (start: number): void => {
    for (let i = start; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!worse(i, parent)) return;
      swap(i, parent);
      i = parent;
    }
  };
  const siftDown = (): void => {
    for (let i = 0; ; ) {
      let least = i;
      if (2 * i + 1 < size && worse(2 * i + 1, least)) least = 2 * i + 1;
      if (2 * i + 2 < size && worse(2 * i + 2, least)) least = 2 * i + 2;
      if (least === i) return;
      swap(i, least);
      i = least;
    }
  };
  return {
    push(index, score) {
      if (size < capacity) {
        indices[size] = index;
        scores[size] = score;
        siftUp(size++);
      } else if (score > scores[0]! || (score === scores[0] && index < indices[0]!)) {
        indices[0] = index;
        scores[0] = score;
        siftDown();
      }
    },
    threshold: () => (size < capacity ? -Infinity : scores[0]!),
    drain() {
      const kept = Array.from({ length: size }, (_, i) => ({ index: indices[i]!, score: scores[i]! }));
      size = 0;
      return kept.sort((a, b) => b.score - a.score || a.index - b.index);
    },
  };
}
