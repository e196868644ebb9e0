/** How many items each cluster has. */

/** @param labels cluster of each item, -1 for none */
export function clusterSizes(labels: ArrayLike<number>, k: number): Uint32Array {
  const sizes = new Uint32Array(k);
  for (let i = 0; i < labels.length; i += 1) if (labels[i]! >= 0) sizes[labels[i]!]! += 1;
  return sizes;
}
