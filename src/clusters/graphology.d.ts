/** What we use of two CommonJS packages whose own declarations do not fit Node's ES modules. */

declare module "graphology" {
  export class UndirectedGraph {
    addNode(node: number): void;
    hasEdge(source: number, target: number): boolean;
    addEdge(source: number, target: number, attributes: { weight: number }): void;
    updateEdgeAttribute(source: number, target: number, name: "weight", update: (weight: number) => number): void;
  }
}

declare module "graphology-communities-louvain" {
  import type { UndirectedGraph } from "graphology";

  const louvain: {
    detailed(
      graph: UndirectedGraph,
      options: { resolution: number; rng: () => number; getEdgeWeight: "weight"; randomWalk: boolean },
    ): { communities: Readonly<Record<number, number>>; modularity: number };
  };
  export default louvain;
}
