/** BibTeX text cut into its entries, so that a broken one costs itself alone. */

/** One entry, from its "@" to its closing brace. */
export interface BibtexEntryText {
  /** In lower case, without the "@". */
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly line: number;
  /** Whether its closing brace was found. */
  readonly complete: boolean;
}

const HEAD = /@([A-Za-z][A-Za-z_-]{1,29})[ \t]{0,9}([{(])/g;

/** What follows a brace that ends no entry, since one too many or several stood before it: the next field, perhaps after more of this one. */
const GOES_ON = /^(?:[^{}@=]*\})*\s*,\s*[A-Za-z][\w-]*\s*=/;
const farthest = 2000;

/**
 * The entries of a file, "@string" and "@comment" among them; what stands between entries is comment. An entry whose
 * brace is missing ends where a line begins the next one. O(length).
 */
export function bibtexEntries(text: string): BibtexEntryText[] {
  const entries: BibtexEntryText[] = [];
  let line = 1;
  let counted = 0;
  let at = 0;
  for (;;) {
    HEAD.lastIndex = at;
    const head = HEAD.exec(text);
    if (head === null) return entries;
    at = head.index + head[0].length;
    if (!beginsEntry(text, head.index)) continue;
    for (; counted < head.index; counted += 1) if (text[counted] === "\n") line += 1;
    const { end, complete } = endOfEntry(text, at, head[2] === "(");
    entries.push({
      type: head[1]!.toLowerCase(),
      text: text.slice(head.index, end),
      start: head.index,
      line,
      complete,
    });
    at = end;
  }
}

/** No "@" of an e-mail address and none in a line that is commented out. */
function beginsEntry(text: string, at: number): boolean {
  if (at > 0 && !/[\s})]/.test(text[at - 1]!)) return false;
  const lineStart = 1 + Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1));
  return at === 0 || !text.slice(lineStart, Math.min(at, lineStart + 200)).includes("%");
}

function endOfEntry(text: string, from: number, round: boolean): { end: number; complete: boolean } {
  let depth = 1;
  for (let i = from; i < text.length; i += 1) {
    const char = text[i];
    if (char === "\\") i += 1;
    else if (char === "{") depth += 1;
    else if (char === "}" || (round && char === ")" && depth === 1)) depth -= 1;
    else if (char === "@" && startsLine(text, i) && beginsAnother(text, i)) return { end: i, complete: false };
    if (depth > 0) continue;
    const more = GOES_ON.exec(text.slice(i + 1, i + farthest));
    if (more === null) return { end: i + 1, complete: true };
    i += more[0].length;
    depth = 1;
  }
  return { end: text.length, complete: false };
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === "\n" || text[at - 1] === "\r";
}

function beginsAnother(text: string, at: number): boolean {
  return /^@[A-Za-z][A-Za-z_-]{1,29}[ \t]{0,9}[{(]/.test(text.slice(at, at + 48));
}
