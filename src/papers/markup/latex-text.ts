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
 * The text with LaTeX made readable. Text without a command or a formula stays as it is; BibTeX gives how its typewriter
 * marks are read, and then braces go in any case. Linear.
 *
 * @example
 * latexText("Schr{\\\"o}dinger's $\\beta$-VAE") // "Schrödinger's β-VAE"
 */
export function latexText(text: string, typewriter?: (text: string) => string): string {
  const marked = text.replace(FORMULA, (_, formula: string) => formulaText(formula));
  if (marked === text && typewriter === undefined && !COMMAND.test(text)) return text;
  const typed = typewriter === undefined ? marked : typewriter(marked);
  const cursor: Cursor = { text: typed, at: 0 };
  const out: string[] = [];
  while (cursor.at < typed.length) out.push(nextPiece(cursor));
  return out.join("").normalize("NFC");
}

/** A formula's own marks: "_{2}" is "2" after a letter as in H2O, "^{10}" is "^10". Braces part it from what follows. */
function formulaText(formula: string): string {
  return `${formula.replace(/_\{?(?:\\\w+\{)?(\d{1,3})\}{0,2}/g, "$1").replace(/([_^])\{([^{}]{0,60})\}/g, "$1$2")}{}`;
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
  const { text, at } = cursor;
  const name = commandName(cursor);
  if (name === "") return "";
  if (LATEX_ACCENTS.has(name) && (name.length > 1 || !LETTER.test(name) || /[\s{]/.test(text[cursor.at] ?? ""))) {
    return accented(cursor, name);
  }
  if (!LETTER.test(name)) return escapedCharacter(name);
  if (SILENT_COMMANDS.has(name)) skipArgument(cursor);
  const symbol = LATEX_SYMBOLS.get(name);
  // A space after a command ends its name; it is kept where the next word would touch the symbol.
  if (symbol === undefined || /^\s+\{/.test(text.slice(cursor.at, cursor.at + 3))) skipSpaces(cursor);
  if (name === "frac") return fraction(cursor);
  if (symbol !== undefined || !LINE_END.test((text[at - 2] ?? " ") + name)) return symbol ?? "";
  cursor.at = at + 1;
  return " ";
}

/** A line end that was escaped twice, as in "first.\\nMethods": before a capital or right after a word, and no command. */
const LINE_END = /^(?:.[nr](?:$|[A-Z])|[\p{L}\p{N}.,:;!?)]n(?!ew|oindent|onumber|ormal))/u;

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

/** The letter with its accent; over nothing, as in "\\~{}", "~" and "^" stand for themselves. */
function accented(cursor: Cursor, name: string, within = false): string {
  const mark = LATEX_ACCENTS.get(name)!;
  skipSpaces(cursor);
  while (cursor.text[cursor.at] === "{") cursor.at += 1;
  const point = cursor.text.codePointAt(cursor.at);
  if (point === undefined || cursor.text[cursor.at] === "}") return "~^".includes(name) ? name : "";
  if (cursor.text[cursor.at] === "\\") {
    cursor.at += 1;
    const below = commandName(cursor);
    // Vietnamese has two accents on a letter; more would let hostile text nest without end.
    if (!within && LATEX_ACCENTS.has(below)) return accented(cursor, below, true) + mark;
    // An accent goes onto the letter, so the dotless i of LaTeX is an i here.
    return (below === "i" || below === "j" ? below : (LATEX_SYMBOLS.get(below) ?? "")) + mark;
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
