/** Votes of many partitions on which items belong together. */

/** Votes of the base runs: how many of them put two items together. */
export interface Coassociation {
  readonly items: number;
  readonly runs: number;
  /** items x items, row-major, symmetric: runs that put i and j into one cluster. */
  readonly counts: Uint16Array;
}

/** Adds the vote of one partition into `k` clusters. */
export function countTogether(labels: Int32Array, k: number, counts: Uint16Array): void {
  const items = labels.length;
  const members = Array.from({ length: k }, () => [] as number[]);
  labels.forEach((label, i) => {
    members[label]!.push(i);
  });
  for (const group of members) for (const i of group) for (const j of group) counts[i * items + j]! += 1;
}

/** Share of the runs that put two items apart: items x items. */
export function distances({ counts, runs }: Coassociation): Float32Array {
  const result = new Float32Array(counts.length);
  for (let p = 0; p < counts.length; p += 1) result[p] = 1 - counts[p]! / runs;
  return result;
}
