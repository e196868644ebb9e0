/** How large a paper is drawn. */

/** Radius in pixels for so many papers on a map `width` wide whose height of 1 is `scale` pixels. */
export function dotRadius(papers: number, width: number, scale: number): number {
  const room = Math.sqrt(width / Math.max(1, papers)) * scale;
  return Math.max(1.6, Math.min(6, 0.17 * room));
}
