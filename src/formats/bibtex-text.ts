/** The text of a BibTeX field as a reader would have it: what is typed for TeX, and what exporters write for a character. */

import { pairsOf } from "../papers/markup/html-entities.js";
import { LATEX_SYMBOLS } from "../papers/markup/latex-symbols.js";
import { latexText } from "../papers/markup/latex-text.js";
import { readableText } from "../papers/markup/readable-text.js";

/** Commands whose argument is no text: the address of a link, the name of an environment, a height. */
const ARGUMENT = /\\(?:href|begin|end|raisebox|hspace|vspace)\{[^{}]{0,2000}\}/g;
/** Commands that part words. */
const SPACE = /\\(?:item|par|newline|linebreak|quad|qquad|space|thinspace)(?![A-Za-z])/g;
/** As HTML's, a power begins with a sign or a digit: the 3\textsuperscript{rd} is none. */
const POWER = /\\textsuperscript\{(?=[-+−\d])/g;
const COMMAND = /\\([A-Za-z]{2,24})(?![A-Za-z])/g;

/** Signs that only BibTeX has by name. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  pairsOf(
    "DJ Đ dj đ NG Ŋ ng ŋ Re ℜ Im ℑ aleph ℵ odot ⊙ lesssim ≲ gtrsim ≳ textless < textgreater > textellipsis … textendash – textemdash — " +
      "textquotesingle ' textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textasciitilde ~ " +
      "textasciicircum ^ textbar | textunderscore _ textregistered ® texttrademark ™",
  ),
);

/** The readable text of a field. */
export function bibtexText(text: string): string {
  return readableText(latexText(text, fromTypewriter));
}

/** Quotation marks, dashes and fixed spaces as they are typed for TeX, and commands that are told by more than a name. */
function fromTypewriter(text: string): string {
  return text
    .replace(/``/g, "“")
    .replace(/''/g, "”")
    .replace(/(^|[^-])---(?!-)/g, "$1—")
    .replace(/(^|[^-])--(?!-)/g, "$1–")
    .replace(/(^|[^\\])~/g, "$1 ")
    .replace(ARGUMENT, " ")
    .replace(SPACE, " ")
    .replace(POWER, "{^")
    .replace(COMMAND, signOf);
}

/** The sign in braces, which keep the space after it; "\\textbeta" is the sign of "\\beta". */
function signOf(whole: string, name: string): string {
  const sign = SIGNS.get(name) ?? (name.startsWith("text") ? LATEX_SYMBOLS.get(name.slice(4)) : undefined);
  if (sign === undefined) return whole;
  return sign === "\\" ? "\\backslash{}" : `{${sign}}`;
}
