/** Sums by key. */

/** Adds to the sum of a key, which is 0 before. */
export function addTo<K>(sums: Map<K, number>, key: K, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
