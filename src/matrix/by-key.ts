/** Sums and lists by key, numbers of keys, and places by id. */

/** Adds to the sum of a key, which is 0 before. */
export function addTo<K>(sums: Map<K, number>, key: K, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

/** The number of a key: keys are numbered in the order of first meeting. */
export function numberOf<K>(numbers: Map<K, number>, key: K): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Appends to the list of a key, which is empty at first. */
export function appendTo<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The place of each item by its id. */
export function placesById(items: readonly { readonly id: string }[]): Map<string, number> {
  const places = new Map<string, number>();
  items.forEach(({ id }, place) => {
    places.set(id, place);
  });
  return places;
}
