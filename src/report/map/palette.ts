/**
 * Ten colours for a light and ten for a dark ground that people with any one kind of colour blindness can tell apart,
 * and which theme wears which: themes that share one lie far from each other.
 *
 * Reference: Machado, G. M., Oliveira, M. M., Fernandes, L. A. F. (2009). A physiologically-based model for simulation of
 * color vision deficiency. IEEE TVCG 15(6), 1291-1298. doi:10.1109/TVCG.2009.113. The colours were chosen by search for
 * the largest least distance in Oklab, as seen with normal, protanopic, deuteranopic and tritanopic eyes.
 */

/** Fill of dots and islands on a light ground; contrast with it 3 or more. */
export const lightColours: readonly string[] = [
  "#002d99",
  "#628b06",
  "#de6674",
  "#845224",
  "#a673bc",
  "#1f8bff",
  "#b53177",
  "#790000",
  "#5253ca",
  "#532b58",
];

/** The same for a dark ground; contrast with it 4.5 or more. */
export const darkColours: readonly string[] = [
  "#51b1b8",
  "#dea51b",
  "#fb687b",
  "#3be998",
  "#b281fe",
  "#faee40",
  "#747cb7",
  "#c8bdfd",
  "#a57a11",
  "#a8fce2",
];

/**
 * A place in the palette for each theme: a colour that nobody wears yet, else the one whose nearest wearer is farthest
 * away. O(themes^2).
 *
 * @param hearts where each theme lies, most important theme first
 */
export function chooseColours(hearts: readonly (readonly [number, number])[]): number[] {
  const chosen: number[] = [];
  hearts.forEach(([x, y]) => {
    const nearest = new Float64Array(lightColours.length).fill(Infinity);
    chosen.forEach((colour, other) => {
      const [otherX, otherY] = hearts[other]!;
      nearest[colour] = Math.min(nearest[colour]!, (x - otherX) ** 2 + (y - otherY) ** 2);
    });
    chosen.push(nearest.indexOf(Math.max(...nearest)));
  });
  return chosen;
}

/** A name has this much of its island's colour, the rest is ink. */
const tint = 0.45;

/** The colour of a theme's name, as "#rrggbb". */
export function nameColour(island: string, ink: string): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [island, ink].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a * tint + b * (1 - tint))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
