/**
 * Ten colours for a light and ten for a dark ground that people with any one kind of colour blindness can tell apart,
 * and which theme wears which: themes that share one lie far from each other.
 *
 * Reference: Machado, G. M., Oliveira, M. M., Fernandes, L. A. F. (2009). A physiologically-based model for simulation of
 * color vision deficiency. IEEE TVCG 15(6), 1291-1298. doi:10.1109/TVCG.2009.113. The colours were chosen by search for
 * the largest least distance in Oklab, as seen with normal, protanopic, deuteranopic and tritanopic eyes.
 */

/** Fill of dots and islands on a light ground; contrast with it 2.6 or more. */
export const lightColours: readonly string[] = [
  "#164097",
  "#db8913",
  "#0cad98",
  "#902014",
  "#704cc5",
  "#6e80ba",
  "#9a5b77",
  "#ce4617",
  "#62345f",
  "#b180fc",
];

/** The same for a dark ground; contrast with it 3.5 or more. */
export const darkColours: readonly string[] = [
  "#60c8fb",
  "#b64e10",
  "#a3c003",
  "#fc85ad",
  "#8059bb",
  "#f5d292",
  "#19827b",
  "#1ff7e9",
  "#728ef1",
  "#b19052",
];

/**
 * A place in the palette for each theme: a colour that nobody wears yet, else the one whose nearest wearer is farthest
 * away. O(themes^2).
 *
 * @param summits where each theme lies, most important theme first
 */
export function chooseColours(summits: readonly (readonly [number, number])[]): number[] {
  const chosen: number[] = [];
  summits.forEach(([x, y]) => {
    const nearest = new Float64Array(lightColours.length).fill(Infinity);
    chosen.forEach((colour, other) => {
      const [otherX, otherY] = summits[other]!;
      nearest[colour] = Math.min(nearest[colour]!, (x - otherX) ** 2 + (y - otherY) ** 2);
    });
    chosen.push(nearest.indexOf(Math.max(...nearest)));
  });
  return chosen;
}
