/** What a panel is made of. */

import type { MapDocument } from "../map-document.js";
import type { Store } from "./view-state.js";

/** The document, the state, and what the state leaves of the papers. */
export interface PanelContext {
  readonly data: MapDocument;
  readonly store: Store;
  /** Papers that the query finds and the filters let through, best first. */
  readonly found: readonly number[];
}
