/** The title or abstract of an export as a reader would have it: no tags, no character references, no LaTeX, no copyright notice. */

import { withoutNotice } from "./copyright-notice.js";
import { decodeEntities } from "./html-entities.js";
import { withoutTags } from "./html-text.js";
import { latexText } from "./latex-text.js";

/** White space that is not one plain space between words. */
const UNEVEN = /\s\s|[^\S ]/;

/** The readable text, with runs of white space as one space. Linear in the text. */
export function readableText(text: string): string {
  // Twice, since services escape what was escaped before ("&amp;lt;").
  const decoded = text.includes("&") ? decodeEntities(decodeEntities(text)) : text;
  const untagged = decoded.includes("<") ? withoutTags(decoded) : decoded;
  const plain = /[\\$]/.test(untagged) ? latexText(untagged) : untagged;
  return withoutNotice(UNEVEN.test(plain) ? plain.replace(/\s+/g, " ") : plain).trim();
}

/** {@link readableText} of a value that may be absent. */
export function readable(text: string | undefined): string | undefined {
  return text === undefined ? undefined : readableText(text);
}
