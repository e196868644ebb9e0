/** What a sparkline shows, for those who do not see it. */

import type { MapDocument } from "../map-document.js";

/** "Papers by period: 2021 3, 2022 5". */
export function trendInWords({ periods }: MapDocument, trend: readonly number[]): string {
  return `Papers by period: ${trend.map((count, i) => `${periods[i]} ${count}`).join(", ")}`;
}
