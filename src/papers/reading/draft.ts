/** What a reader hands on: records as found, not yet checked, and places it could make nothing of. */

import type { Problem } from "../paper.js";

/** One record under our names, not yet checked. Empty strings and lists count as absent. */
export interface Draft {
  readonly id?: string | undefined;
  readonly arxivId?: string | undefined;
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  /** In any style; made ISO later. */
  readonly date?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly doi?: string | undefined;
  readonly venue?: string | undefined;
  readonly url?: string | undefined;
  /** Fields of the source with other names than ours; kept as they are. */
  readonly extra?: Readonly<Record<string, unknown>> | undefined;
  /** What had to be mended or left out; place and id are added later. */
  readonly faults?: readonly Fault[] | undefined;
}

/** The kind of a problem and its reason. */
export interface Fault {
  readonly code: string;
  readonly message: string;
}

/**
 * What a reader found, in the order of the input: a record, something of the format that is no paper (`skipped`), or
 * something that can't be read as the format at all (`unreadable`).
 */
export type Found =
  | { readonly kind: "record"; readonly draft: Draft; readonly line?: number }
  | { readonly kind: "skipped"; readonly problem: Problem }
  | { readonly kind: "unreadable"; readonly problem: Problem };

/**
 * Reads one format piece by piece: text goes in through `push`, in pieces of any size, and what is complete comes out;
 * `end` gives the rest.
 */
export interface PaperReader {
  push(text: string): Found[];
  end(): Found[];
}
