/** LaTeX in titles and abstracts as readable text: accents, symbols and formulas without their commands. */

import { LATEX_ACCENTS, LATEX_SYMBOLS, SILENT_COMMANDS } from "./latex-symbols.js";
import { matchEnd } from "./match-end.js";

/** Where the reading stands. */
interface Cursor {
  readonly text: string;
  at: number;
}

const LETTER = /[A-Za-z]/;
/** A formula between dollar signs: no space inside the signs and no digit after them, so that prices stay. */
const FORMULA = /\$\$?(?=[^\s$])([^$]{0,400}?[^\s$])\$\$?(?!\d)/g;
/** Text without braces and commands. */
const PLAIN = /[^\\{}]+/y;
const COMMAND = /\\(?:[A-Za-z]+|[^A-Za-z\s])/;

/**
 * The text with LaTeX made readable. Text without a command or a formula stays as it is, but for the braces and
 * typewriter marks of BibTeX when `bibtex` is true. Linear.
 *
 * @example
 * latexText("Schr{\\\"o}dinger's $\\beta$-VAE") // "Schrödinger's β-VAE"
 */
export function latexText(text: string, bibtex = false): string {
  const inline = text.replace(FORMULA, (_, formula: string) => formulaText(formula));
  if (inline === text && !bibtex && !COMMAND.test(text)) return text;
  const typed = bibtex ? fromTypewriter(inline) : inline;
  const cursor: Cursor = { text: typed, at: 0 };
  const out: string[] = [];
  while (cursor.at < typed.length) out.push(nextPiece(cursor));
  return out.join("").normalize("NFC");
}

/** A formula's own marks: "_{2}" is "2" after a letter as in H2O, "^{10}" is "^10". */
function formulaText(formula: string): string {
  return formula.replace(/_\{?(\d{1,3})\}?/g, "$1").replace(/([_^])\{([^{}]{0,60})\}/g, "$1$2");
}

function fromTypewriter(text: string): string {
  return text
    .replace(/``/g, "“")
    .replace(/''/g, "”")
    .replace(/(^|[^-])---(?!-)/g, "$1—")
    .replace(/(^|[^-])--(?!-)/g, "$1–")
    .replace(/(^|[^\\])~/g, "$1 ");
}

/** Takes plain text, a brace or a command off the cursor and gives what a reader should see of it. */
function nextPiece(cursor: Cursor): string {
  const start = cursor.at;
  const end = matchEnd(PLAIN, cursor.text, start);
  if (end > start) {
    cursor.at = end;
    return cursor.text.slice(start, end);
  }
  cursor.at += 1;
  return cursor.text[start] === "\\" ? command(cursor) : "";
}

function command(cursor: Cursor): string {
  const { text } = cursor;
  const name = commandName(cursor);
  if (name === "") return "";
  if (LATEX_ACCENTS.has(name) && (name.length > 1 || !LETTER.test(name) || /[\s{]/.test(text[cursor.at] ?? ""))) {
    return accented(cursor, LATEX_ACCENTS.get(name)!);
  }
  if (!LETTER.test(name)) return escapedCharacter(name);
  if (SILENT_COMMANDS.has(name)) skipArgument(cursor);
  const symbol = LATEX_SYMBOLS.get(name);
  // A space after a command ends its name; it is kept where the next word would touch the symbol.
  if (symbol === undefined || /^\s+\{/.test(text.slice(cursor.at, cursor.at + 3))) skipSpaces(cursor);
  if (name === "frac") return fraction(cursor);
  return symbol ?? "";
}

function commandName(cursor: Cursor): string {
  const { text } = cursor;
  const start = cursor.at;
  while (cursor.at < text.length && LETTER.test(text[cursor.at]!)) cursor.at += 1;
  if (cursor.at === start && cursor.at < text.length) cursor.at += 1;
  return text.slice(start, cursor.at);
}

/** "\&" is "&"; spacing commands are spaces or nothing; delimiters of formulas are nothing. */
function escapedCharacter(char: string): string {
  if ("&%$#_{}|".includes(char)) return char;
  if ("\\,;: \t\n".includes(char)) return " ";
  return "()[]!-/@".includes(char) ? "" : char;
}

function accented(cursor: Cursor, mark: string): string {
  skipSpaces(cursor);
  while (cursor.text[cursor.at] === "{") cursor.at += 1;
  const point = cursor.text.codePointAt(cursor.at);
  if (point === undefined || cursor.text[cursor.at] === "}") return "";
  if (cursor.text[cursor.at] === "\\") {
    cursor.at += 1;
    const name = commandName(cursor);
    // An accent goes onto the letter, so the dotless i of LaTeX is an i here.
    return (name === "i" || name === "j" ? name : (LATEX_SYMBOLS.get(name) ?? "")) + mark;
  }
  const letter = String.fromCodePoint(point);
  cursor.at += letter.length;
  return letter + mark;
}

/** "\frac{a}{b}" is "a/b". */
function fraction(cursor: Cursor): string {
  const found = /^\{([^{}]{0,60})\}\{([^{}]{0,60})\}/.exec(cursor.text.slice(cursor.at, cursor.at + 130));
  if (found === null) return "";
  cursor.at += found[0].length;
  return `${latexText(found[1]!)}/${latexText(found[2]!)}`;
}

function skipSpaces(cursor: Cursor): void {
  while (/\s/.test(cursor.text[cursor.at] ?? "")) cursor.at += 1;
}

function skipArgument(cursor: Cursor): void {
  if (cursor.text[cursor.at] !== "{") return;
  const end = cursor.text.indexOf("}", cursor.at);
  if (end !== -1) cursor.at = end + 1;
}
