/** Which items each cluster has. */

/**
 * The items of each cluster, ascending.
 *
 * @param labels cluster of each item, -1 for none
 */
export function clusterMembers(labels: ArrayLike<number>, k: number): number[][] {
  const members = Array.from({ length: k }, () => [] as number[]);
  for (let i = 0; i < labels.length; i += 1) if (labels[i]! >= 0) members[labels[i]!]!.push(i);
  return members;
}
