/**
 * Agglomerative clustering by average linkage (UPGMA), as a list of merges.
 *
 * References: Sokal, R. R., Michener, C. D. (1958). A statistical method for evaluating systematic relationships.
 * Murtagh, F. (1983). A survey of recent advances in hierarchical clustering algorithms. The Computer Journal 26(4).
 * doi:10.1093/comjnl/26.4.354 (nearest-neighbour chains: quadratic time).
 */

/** A merge of two nodes into node `items + i` for the i-th merge; nodes below `items` are single items. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  /** Mean distance between the two. */
  readonly height: number;
  readonly size: number;
}

/**
 * The merges of `items` items, lowest first, from their full distance matrix, which is overwritten.
 *
 * @param distances items x items, symmetric, row-major
 */
export function averageLinkage(distances: Float32Array | Float64Array, items: number): Merge[] {
  const sizes = new Float64Array(items).fill(1);
  const active = new Uint8Array(items).fill(1);
  const chain: number[] = [];
  const found: { a: number; b: number; height: number }[] = [];
  while (found.length < items - 1) {
    // Item 0 is there to the end, since of two the lower one is kept.
    if (chain.length === 0) chain.push(0);
    const tip = chain[chain.length - 1]!;
    const before = chain.length > 1 ? chain[chain.length - 2]! : -1;
    const nearest = nearestActive(distances, items, active, tip, before);
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    found.push({ a: tip, b: before, height: distances[tip * items + before]! });
    join(distances, items, active, sizes, Math.min(tip, before), Math.max(tip, before));
  }
  return inOrder(found, items);
}

/** The nearest active item; `preferred` wins a tie, so that chains end, then the lower index. */
function nearestActive(
  distances: Float32Array | Float64Array,
  items: number,
  active: Uint8Array,
  from: number,
  preferred: number,
): number {
  let nearest = preferred;
  let least = preferred < 0 ? Infinity : distances[from * items + preferred]!;
  for (let i = 0; i < items; i += 1) {
    if (active[i] === 1 && i !== from && distances[from * items + i]! < least) {
      least = distances[from * items + i]!;
      nearest = i;
    }
  }
  return nearest;
}

/** Merges `gone` into `kept` and updates the distances to `kept` (Lance and Williams). */
function join(
  distances: Float32Array | Float64Array,
  items: number,
  active: Uint8Array,
  sizes: Float64Array,
  kept: number,
  gone: number,
): void {
  const total = sizes[kept]! + sizes[gone]!;
  for (let i = 0; i < items; i += 1) {
    if (active[i] === 0 || i === kept || i === gone) continue;
    const mean = (sizes[kept]! * distances[kept * items + i]! + sizes[gone]! * distances[gone * items + i]!) / total;
    distances[kept * items + i] = mean;
    distances[i * items + kept] = mean;
  }
  sizes[kept] = total;
  active[gone] = 0;
}

/** Numbers the merges by height; each side is named by the node it belongs to by then. */
function inOrder(found: readonly { a: number; b: number; height: number }[], items: number): Merge[] {
  const order = found.map((_, i) => i).sort((i, j) => found[i]!.height - found[j]!.height || i - j);
  const parent = Int32Array.from({ length: 2 * items - 1 }, (_, i) => i);
  const sizes = new Float64Array(2 * items - 1).fill(1, 0, items);
  return order.map((index, rank) => {
    const { a, b, height } = found[index]!;
    const left = rootOf(parent, a);
    const right = rootOf(parent, b);
    const node = items + rank;
    parent[left] = node;
    parent[right] = node;
    sizes[node] = sizes[left]! + sizes[right]!;
    return { left: Math.min(left, right), right: Math.max(left, right), height, size: sizes[node]! };
  });
}

function rootOf(parent: Int32Array, node: number): number {
  let root = node;
  while (parent[root] !== root) root = parent[root]!;
  while (parent[node] !== root) {
    const next = parent[node]!;
    parent[node] = root;
    node = next;
  }
  return root;
}
