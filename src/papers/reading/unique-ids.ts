/** Ids made unique: the second "a" is "a~2". */

/** Gives out ids, each once. */
export interface UniqueIds {
  /** The wanted id, or with "~2", "~3" ... the first that is free. */
  claim(wanted: string): string;
}

/**
 * A fresh memory of ids. For streams it may be bounded: it keeps two generations, and when the younger one holds
 * `remembered` ids the older one is forgotten.
 */
export function createUniqueIds(remembered: number = Infinity): UniqueIds {
  let older = new Set<string>();
  let younger = new Set<string>();
  // Where the search for a free number goes on, so that n records with one id cost n steps and not n squared.
  const next = new Map<string, number>();
  /** Adds an id; false for one that was there. A set that has grown says so without a look-up of its own. */
  const isFree = (id: string): boolean => {
    const before = younger.size;
    return !older.has(id) && younger.add(id).size > before;
  };
  return {
    claim(wanted) {
      let id = wanted;
      if (!isFree(wanted)) {
        let number = next.get(wanted) ?? 2;
        while (!isFree(`${wanted}~${number}`)) number += 1;
        next.set(wanted, number + 1);
        id = `${wanted}~${number}`;
      }
      if (younger.size >= remembered) {
        older = younger;
        younger = new Set();
        if (next.size > remembered) next.clear();
      }
      return id;
    },
  };
}
