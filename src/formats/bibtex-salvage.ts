/** The fields of a BibTeX entry that breaks the grammar: a comma forgotten, a value without braces, quotes within quotes. */

/** A field begins a line or follows a comma or a value. */
const FIELD = /(?:^|[,\n\r}"])\s{0,99}([A-Za-z][\w-]{0,40})\s{0,9}=\s{0,99}/g;

/** What follows the brace of a value at the end of its line. */
const NEXT_LINE = /^[ \t]*,?[ \t]*[\r\n]\s*[A-Za-z][\w-]*\s*=/;

/** What follows a brace that closes a value too early: more words, and braces that nothing opened. */
const STRAY = /^\s*[^{}=,\s](?:[^{}=]*\})+(?:,|[ \t]*[\r\n])/;

/** What follows a value whose brace was never closed. */
const NEXT_FIELD =
  /^,\s*(?:title|author|editor|abstract|year|date|month|journal|booktitle|publisher|volume|number|pages|doi|url|eprint|keywords|note|issn|isbn|file)\s*=/i;

/**
 * The key and the fields, in lower case, of an entry's text. A value in braces ends with its brace; one in quotation
 * marks at the mark before the next field; any other at a comma or the end of the line. O(length).
 */
export function salvagedEntry(text: string): { key: string | undefined; fields: Map<string, string> } {
  const key = /^@[A-Za-z]+\s*[{(]\s*([^\s,={}()]{1,200})\s*(?:,|$)/m.exec(text.slice(0, 400))?.[1];
  const fields = new Map<string, string>();
  FIELD.lastIndex = 0;
  for (let found = FIELD.exec(text); found !== null; found = FIELD.exec(text)) {
    const start = FIELD.lastIndex;
    const end = endOfValue(text, start);
    const value = text.slice(start, end).trim().replace(/^["{]/, "").replace(/["}]$/, "");
    const name = found[1]!.toLowerCase();
    if (!fields.get(name)) fields.set(name, value);
    // The mark that ends a value may begin the next field.
    FIELD.lastIndex = Math.max(start, end - 1);
  }
  return { key, fields };
}

function endOfValue(text: string, start: number): number {
  if (text[start] === "{") return endOfBraces(text, start);
  if (text[start] === '"') return endOfQuotes(text, start);
  const end = /[,\r\n}]/.exec(text.slice(start, start + 2000));
  return end === null ? text.length : start + end.index;
}

/** The closing brace, or where another field begins before it. */
function endOfBraces(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === "{") depth += 1;
    else if (text[i] === "}") {
      depth -= 1;
      const closed = depth <= 0 && !STRAY.test(text.slice(i + 1, i + 2000));
      if (closed || NEXT_LINE.test(text.slice(i + 1, i + 60))) return i + 1;
    } else if (text[i] === "," && NEXT_FIELD.test(text.slice(i, i + 60))) {
      // Further braces may be open, too, where the field begins a line.
      if (depth === 1 || /^,[ \t]*[\r\n]/.test(text.slice(i, i + 20))) return i;
    }
  }
  return text.length;
}

/** A quotation mark ends the value where a comma, the end of the line or the end of the entry follows. */
function endOfQuotes(text: string, start: number): number {
  for (let i = text.indexOf('"', start + 1); i !== -1; i = text.indexOf('"', i + 1)) {
    if (text[i - 1] !== "\\" && /^\s*(?:[,}]|$|[\r\n])/.test(text.slice(i + 1, i + 40))) return i + 1;
  }
  return text.length;
}
