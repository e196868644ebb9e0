/** Lists of authors and keywords that stand in one string. */

/**
 * The authors of "Yang, Z.; Jiang, B.", "Yang Z., Jiang B.", "Yang, Z. and Jiang, B." or "Ann Lee|Bo Ray". A comma
 * parts authors only where each piece is a name of two words or more, so that "Yang, Z." is one author.
 */
export function splitNames(text = ""): string[] {
  const quoted = quotedItems(text);
  if (quoted !== undefined) return quoted;
  for (const separator of [";", "|", "\n"]) if (text.includes(separator)) return pieces(text, separator);
  if (/\sand\s/.test(text)) return text.split(/,?\sand\s/).flatMap(splitAtCommas);
  return splitAtCommas(text);
}

function splitAtCommas(text: string): string[] {
  const parts = pieces(text, ",");
  if (!parts.every((part) => part.includes(" "))) return pieces(text, "\n");
  // PubMed ends the list with a full stop; elsewhere it belongs to initials, which then all have one.
  const ended = parts.length > 1 && parts.every((part, i) => part.endsWith(".") === (i === parts.length - 1));
  return ended ? [...parts.slice(0, -1), parts.at(-1)!.slice(0, -1)] : parts;
}

/** The keywords of a list parted by semicolons, bars, line ends or else commas. */
export function splitKeywords(text = ""): string[] {
  const quoted = quotedItems(text);
  if (quoted !== undefined) return quoted;
  return pieces(text, [";", "|", "\n"].find((separator) => text.includes(separator)) ?? ",");
}

/** The strings of a list as Python or JSON prints it: "['Ann Lee', \"Bo O'Ray\"]"; of objects those under a name. */
function quotedItems(text: string): string[] | undefined {
  if (!/^\s*\[\s*(?:['"{].*)?\]\s*$/s.test(text)) return undefined;
  const strings = [...text.matchAll(/(['"])((?:\\.|(?!\1)[^\\])*)\1\s*(?=[,\]}:])/gs)];
  const named = strings.filter((_, i) => /^(?:name|display_name|term|tag)$/.test(strings[i - 1]?.[2] ?? ""));
  const items = text.includes("{") ? named : strings;
  return items.map(([, , item]) => item!.replace(/\\(.)/g, "$1").trim()).filter((item) => item !== "");
}

function pieces(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter((piece) => piece !== "");
}

/** The items as one string that the functions above part again; a semicolon within an item becomes a comma. */
export function joinList(items: readonly string[]): string {
  const clean = items.map((item) => item.replace(/;/g, ",").replace(/\s+/g, " ").trim()).filter((item) => item !== "");
  const joined = clean.join("; ");
  // A single item with a comma would be parted there, were there no semicolon.
  return clean.length === 1 && /[,|]|\sand\s/.test(joined) ? `${joined};` : joined;
}
