/** Where a paper is read: its DOI, else its address if that is of the web. */

import type { Paper } from "../papers/paper.js";

/** An https or http address, or undefined: never a `javascript:` one. */
export function webLink({ doi, url }: Pick<Partial<Paper>, "doi" | "url">): string | undefined {
  const bare = doi?.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, "");
  if (bare && /^10\.\d+\/[\x21-\x7e]+$/.test(bare)) {
    return `https://doi.org/${encodeURI(bare).replace(/#/g, "%23").replace(/\?/g, "%3F")}`;
  }
  return url && /^https?:\/\/\S+$/i.test(url.trim()) ? url.trim() : undefined;
}
