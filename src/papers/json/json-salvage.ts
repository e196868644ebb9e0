/** The records of a JSON document that can't be parsed as a whole, because it is cut off or broken somewhere. */

/** Where a record stands in the text; `complete` is false for one that the text ends within. */
export interface JsonPiece {
  readonly text: string;
  readonly line: number;
  readonly complete: boolean;
}

/**
 * The objects that stand directly in an outermost list, else the objects at the top of the text. A string that a line
 * end breaks is taken to end there, so that a lost quotation mark costs one record. O(length).
 */
export function jsonPieces(text: string): JsonPiece[] {
  const inLists: JsonPiece[] = [];
  const atTop: JsonPiece[] = [];
  const stack: { open: string; start: number; line: number; record: boolean }[] = [];
  let lists = 0;
  let line = 1;
  const piece = (end: number, complete: boolean): void => {
    const closed = stack.pop()!;
    if (closed.open === "[") lists -= 1;
    if (!closed.record && stack.length > 0) return;
    const found = { text: text.slice(closed.start, end), line: closed.line, complete };
    if (closed.record) inLists.push(found);
    else if (closed.open === "{") atTop.push(found);
  };
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i]!;
    if (char === "\n") line += 1;
    else if (char === '"') i = endOfString(text, i);
    else if (char === "{" || char === "[") {
      const record = char === "{" && lists === 1 && stack.at(-1)?.open === "[";
      if (char === "[") lists += 1;
      stack.push({ open: char, start: i, line, record });
    } else if ((char === "}" || char === "]") && stack.length > 0) {
      // Brackets that do not match belong to a broken record, which ends with its list.
      while (stack.length > 1 && stack.at(-1)!.open !== (char === "}" ? "{" : "[")) piece(i, false);
      piece(i + 1, true);
    }
  }
  while (stack.length > 0) piece(text.length, false);
  return inLists.length > 0 ? inLists : atTop;
}

/** The index of the closing quotation mark, or of the character before the line end that breaks the string. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i += 1) {
    const char = text[i];
    if (char === "\\") i += 1;
    else if (char === '"') return i;
    else if (char === "\n") return i - 1;
  }
  return text.length;
}
