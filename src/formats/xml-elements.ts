/** XML text cut into the elements that hold records, so that a broken one costs itself alone. */

/** One element, from its start tag to its end tag. */
export interface XmlElementText {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  /** Whether its end tag was found. */
  readonly complete: boolean;
}

const TAG = /<(?:!--|!\[CDATA\[|!DOCTYPE|(\/?)(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*))/g;

/**
 * The outermost elements with one of the given names (without prefix). Comments, CDATA sections and the document type
 * are passed over: since the pieces are read without it, entities it declares do not exist. O(length).
 */
export function xmlElements(text: string, names: ReadonlySet<string>): XmlElementText[] {
  const elements: XmlElementText[] = [];
  let open: { name: string; start: number; depth: number } | undefined;
  let line = 1;
  let counted = 0;
  TAG.lastIndex = 0;
  const finish = (end: number, complete: boolean): void => {
    if (open === undefined) return;
    for (; counted < open.start; counted += 1) if (text[counted] === "\n") line += 1;
    elements.push({ name: open.name, text: text.slice(open.start, end), line, complete });
    open = undefined;
  };
  for (let tag = TAG.exec(text); tag !== null; tag = TAG.exec(text)) {
    const name = tag[2];
    if (name === undefined) {
      TAG.lastIndex = endOfSection(text, tag.index, tag[0]);
      continue;
    }
    if (open === undefined ? !names.has(name) || tag[1] === "/" : name !== open.name) continue;
    const end = text.indexOf(">", TAG.lastIndex);
    if (end === -1) break;
    TAG.lastIndex = end + 1;
    if (open === undefined) open = { name, start: tag.index, depth: 0 };
    if (text[end - 1] !== "/") open.depth += tag[1] === "/" ? -1 : 1;
    if (open.depth === 0) finish(end + 1, true);
  }
  finish(text.length, false);
  return elements;
}

/** The name of the first element, without its prefix. */
export function rootName(text: string): string | undefined {
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag !== null; tag = TAG.exec(text)) {
    if (tag[2] !== undefined) return tag[2];
    TAG.lastIndex = endOfSection(text, tag.index, tag[0]);
  }
  return undefined;
}

function endOfSection(text: string, start: number, kind: string): number {
  const closing = kind === "<!--" ? "-->" : kind === "<![CDATA[" ? "]]>" : ">";
  if (kind === "<!DOCTYPE") {
    const subset = text.indexOf("[", start);
    const end = text.indexOf(">", start);
    if (subset !== -1 && subset < end) return after(text, "]>", subset);
  }
  return after(text, closing, start);
}

function after(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  return found === -1 ? text.length : found + closing.length;
}
