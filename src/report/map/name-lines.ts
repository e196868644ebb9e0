/** The lines in which the name of a theme is written on a map. */

const longestLine = 16;
const longestNarrowLine = 12;

/** A long name in two lines, on a narrow map in up to three, as even as its words allow. */
export function nameLines(name: string, narrow = false): string[] {
  const longest = narrow ? longestNarrowLine : longestLine;
  if (name.length <= longest) return [name];
  const two = evenly(name.split(" "), 2);
  return narrow && longestOf(two) > longest ? evenly(name.split(" "), 3) : two;
}

/** The words in at most so many lines of which the longest is as short as can be. */
function evenly(words: readonly string[], most: number): string[] {
  let best = [words.join(" ")];
  if (most === 1) return best;
  for (let i = 1; i < words.length; i += 1) {
    const lines = [words.slice(0, i).join(" "), ...evenly(words.slice(i), most - 1)];
    if (longestOf(lines) < longestOf(best)) best = lines;
  }
  return best;
}

function longestOf(lines: readonly string[]): number {
  return Math.max(...lines.map(({ length }) => length));
}
