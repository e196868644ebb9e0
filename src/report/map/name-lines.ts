/** The lines in which the name of a theme is written on a map. */

const longestLine = 16;

/** A long name in two lines, as even as its words allow. */
export function nameLines(name: string): string[] {
  if (name.length <= longestLine) return [name];
  const words = name.split(" ");
  const longest = (lines: readonly string[]): number => Math.max(...lines.map(({ length }) => length));
  let best = [name];
  for (let i = 1; i < words.length; i += 1) {
    const lines = [words.slice(0, i).join(" "), words.slice(i).join(" ")];
    if (longest(lines) < longest(best)) best = lines;
  }
  return best;
}
