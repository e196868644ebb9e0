/** How the parts of a tagger are mixed. */

/** How the parts are weighed. */
export interface PartShares {
  /** Weight of the linear machine, which knows the examples alone, against the prototypes: from 0 to 1. */
  readonly linearShare: number;
  /** Weight of the unlabelled papers within the prototypes, 1 for the usual. */
  readonly backgroundShare: number;
}
