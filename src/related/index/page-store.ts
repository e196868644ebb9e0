/** Pages of numbers that grow by doubling, so that adding costs the same whatever is already there. */

import { pageLength } from "../../vectors/packed-entry.js";

const pageMask = pageLength - 1;
const pageBits = 32 - Math.clz32(pageMask);
const firstPageLength = 1 << 10;

/** Unsigned numbers that never move once their page is full. */
export interface PageStore {
  readonly pages: Uint32Array[];
  /** Numbers handed out, the unused ends of pages included. */
  used: number;
}

/** An empty store. */
export function pageStore(): PageStore {
  return { pages: [], used: 0 };
}

/** The address of `length` new zeros that lie on one page. `length` is at most {@link pageLength}. */
export function allocate(store: PageStore, length: number): number {
  const left = (store.used & pageMask) === 0 ? 0 : pageLength - (store.used & pageMask);
  if (left < length && left > 0) store.used += left;
  const address = store.used;
  store.used += length;
  const page = Math.floor(address / pageLength);
  const needed = (address & pageMask) + length;
  const current = store.pages[page];
  if (current === undefined || current.length < needed) {
    const doubled = Math.max(firstPageLength, needed, 2 * (current?.length ?? 0));
    const larger = new Uint32Array(page > 0 ? pageLength : Math.min(pageLength, doubled));
    if (current !== undefined) larger.set(current);
    store.pages[page] = larger;
  }
  return address;
}

/** The page on which an address lies. */
export function pageOf(store: PageStore, address: number): Uint32Array {
  return store.pages[address >>> pageBits]!;
}

/** The place of an address on its page. */
export function placeOf(address: number): number {
  return address & pageMask;
}
