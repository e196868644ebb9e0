/** Votes of many partitions on which items belong together. */

/** Votes of the base runs: how many of them put two items together. */
export interface Coassociation {
  readonly items: number;
  readonly runs: number;
  /** items x items, row-major, symmetric: runs that put i and j into one cluster. */
  readonly counts: Uint16Array;
}

/** Adds the vote of one partition into `k` clusters, for each pair once: row of the later item, column of the earlier. */
export function countTogether(labels: Int32Array, k: number, counts: Uint16Array): void {
  const items = labels.length;
  const members = Array.from({ length: k }, () => [] as number[]);
  for (let i = 0; i < items; i += 1) {
    const group = members[labels[i]!]!;
    group.push(i);
    for (let m = 0; m < group.length; m += 1) counts[i * items + group[m]!]! += 1;
  }
}

/** Gives the earlier item of each pair the votes of the later. */
export function mirror(counts: Uint16Array, items: number): void {
  for (let i = 0; i < items; i += 1) {
    for (let j = 0; j < i; j += 1) counts[j * items + i] = counts[i * items + j]!;
  }
}

/** Share of the runs that put two items apart: items x items. */
export function distances({ counts, runs }: Coassociation): Float32Array {
  const result = new Float32Array(counts.length);
  for (let p = 0; p < counts.length; p += 1) result[p] = 1 - counts[p]! / runs;
  return result;
}
