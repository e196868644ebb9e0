/** Places the names of themes so that none covers another or stands on another's island, the important ones first. */

/** A name to place, in pixels. */
export interface LabelBox {
  /** What it belongs to: the box of the island. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The heart of the island. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box by its centre. */
export interface PlacedBox extends PlacedLabel {
  readonly width: number;
  readonly height: number;
}

/** Where a name stands: its centre. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
}

const gap = 3;
/** An island so many names high has its name inside. */
const insideFrom = 3;

/**
 * For each name its place, or undefined where every place is taken or out of the frame.
 *
 * @param boxes most important first
 * @param frame the names stay within [0, width] x [0, height]
 * @param candidates the places of a name, best first
 * @param taken boxes to keep clear of; those of placed names are added
 * @param crowd how much a name in this box would cover
 */
export function placeLabels(
  boxes: readonly LabelBox[],
  frame: { readonly width: number; readonly height: number },
  candidates: (box: LabelBox, all: readonly LabelBox[]) => readonly PlacedLabel[] = aroundIsland,
  taken: PlacedBox[] = [],
  crowd: (box: PlacedBox) => number = () => 0,
): (PlacedLabel | undefined)[] {
  return boxes.map((box) => {
    const free = candidates(box, boxes).filter(
      ({ x, y }) =>
        x - box.width / 2 >= 0 &&
        x + box.width / 2 <= frame.width &&
        y - box.height / 2 >= 0 &&
        y + box.height / 2 <= frame.height &&
        taken.every(
          (other) =>
            Math.abs(x - other.x) * 2 >= box.width + other.width + 2 * gap ||
            Math.abs(y - other.y) * 2 >= box.height + other.height + 2 * gap,
        ),
    );
    const place = leastCrowded(free, box, crowd);
    if (place !== undefined) taken.push({ ...place, width: box.width, height: box.height });
    return place;
  });
}

/** The place that covers least; each place further down the list has to spare half a dot. */
function leastCrowded(
  places: readonly PlacedLabel[],
  { width, height }: LabelBox,
  crowd: (box: PlacedBox) => number,
): PlacedLabel | undefined {
  let best: PlacedLabel | undefined;
  let least = Infinity;
  places.forEach((place, rank) => {
    const cost = crowd({ ...place, width, height }) + rank / 2;
    if (cost >= least) return;
    best = place;
    least = cost;
  });
  return best;
}

/** In the heart of a large island, else above or below it; never nearer to the heart of another one. */
function aroundIsland(box: LabelBox, all: readonly LabelBox[]): PlacedLabel[] {
  const middle = (box.left + box.right) / 2;
  const above = { x: middle, y: box.top - box.height / 2 - gap };
  const below = { x: middle, y: box.bottom + box.height / 2 + gap };
  const inside = [0, -1, 1, -2, 2, -3, 3, -4, 4]
    .map((lines) => ({ x: box.x, y: box.y + lines * 0.75 * box.height }))
    .filter(({ y }) => y >= box.top && y <= box.bottom);
  const beside = [-0.25, 0.25, -0.5, 0.5].flatMap((share) =>
    inside.map(({ x, y }) => ({ x: x + share * box.width, y })),
  );
  const roomy = box.bottom - box.top > insideFrom * box.height;
  const places = roomy ? [...inside, ...beside, above, below] : [above, below, ...inside, ...beside];
  return places.filter((place) => {
    const own = distance(place, box);
    return all.every((other) => other === box || distance(place, other) >= own);
  });
}

function distance(a: PlacedLabel, b: PlacedLabel): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2;
}

/** Beside a dot, above or below it. */
export function aroundDot(box: LabelBox): PlacedLabel[] {
  return [
    { x: box.right + box.width / 2 + gap, y: box.y },
    { x: box.left - box.width / 2 - gap, y: box.y },
    { x: box.x, y: box.top - box.height / 2 - gap },
    { x: box.x, y: box.bottom + box.height / 2 + gap },
  ];
}
