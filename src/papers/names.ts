/** Lists of authors and keywords that stand in one string. */

/**
 * The authors of "Yang, Z.; Jiang, B.", "Yang Z., Jiang B.", "Yang, Z. and Jiang, B." or "Ann Lee|Bo Ray". A comma
 * parts authors only where each piece is a name of two words or more, so that "Yang, Z." is one author.
 */
export function splitNames(text: string): string[] {
  for (const separator of ["|", ";", "\n"]) if (text.includes(separator)) return pieces(text, separator);
  if (/\sand\s/.test(text)) return text.split(/,?\sand\s/).flatMap(splitAtCommas);
  return splitAtCommas(text);
}

function splitAtCommas(text: string): string[] {
  const parts = pieces(text, ",");
  return parts.every((part) => part.includes(" ")) ? parts : pieces(text, "\n");
}

/** The keywords of a list parted by semicolons, bars, line ends or else commas. */
export function splitKeywords(text: string): string[] {
  return pieces(text, [";", "|", "\n"].find((separator) => text.includes(separator)) ?? ",");
}

function pieces(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter((piece) => piece !== "");
}
