/** Letters and signs written in ASCII: LaTeX accents and commands, HTML entities, one-symbol formulas. */

import { decodeEntities } from "../papers/markup/html-entities.js";
import { LATEX_ACCENTS, LATEX_SYMBOLS } from "../papers/markup/latex-symbols.js";

/** An escape found in a text: its code units there and the character or characters it stands for. */
export interface Escape {
  readonly length: number;
  readonly value: string;
}

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,7});/y;
const sign = /\\([&%$#_{}])/y;
const accentBody = String.raw`\\(?:(["'\x60^~=.])|([uvHckrdb])(?=[ {\\]))[ ]?(?:\{\\?([A-Za-z])\}|\\([ij])(?!\p{L})|([A-Za-z])(?!\p{M}))`;
const letterNames = "(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|i|j)";
const bareAccent = new RegExp(accentBody, "uy");
const bracedAccent = new RegExp(String.raw`\{${accentBody}\}`, "uy");
const bareLetter = new RegExp(String.raw`\\${letterNames}(?:\{\}|(?![\p{L}\p{M}])[ ]?)`, "uy");
const bracedLetter = new RegExp(String.raw`\{\\${letterNames}\}`, "y");
const formula =
  /\$(?:\\([A-Za-z]{1,12})|([A-Za-z\d]))(?:[_^](?:\{([A-Za-z\d*+,]{1,6})\}|\\([A-Za-z]{1,12})|([A-Za-z\d*+])))?\$/y;

/** The escape that begins at `index`, if any: `\"o`, `{\'e}`, `\ss`, `\&`, `&eacute;` or `&#8217;`. */
export function escapeAt(text: string, index: number): Escape | undefined {
  switch (text.charCodeAt(index)) {
    case 0x26:
      return entityAt(text, index);
    case 0x5c:
      return signAt(text, index) ?? accentAt(bareAccent, text, index) ?? letterAt(bareLetter, text, index);
    case 0x7b:
      return accentAt(bracedAccent, text, index) ?? letterAt(bracedLetter, text, index);
    default:
      return undefined;
  }
}

/** A formula of one symbol with at most one index, as in `$k$-means`, `$\beta$-VAE`, `$\ell_1$-norm`. */
export function symbolFormulaAt(text: string, index: number): Escape | undefined {
  const found = matchAt(formula, text, index);
  if (found === undefined) return undefined;
  const symbol = found[1] === undefined ? found[2]! : LATEX_SYMBOLS.get(found[1]);
  if (symbol === undefined) return undefined;
  const script = found[3] ?? found[5] ?? LATEX_SYMBOLS.get(found[4] ?? "") ?? "";
  return { length: found[0].length, value: symbol + script };
}

function entityAt(text: string, index: number): Escape | undefined {
  const found = matchAt(entity, text, index);
  if (found === undefined) return undefined;
  const value = decodeEntities(found[0]);
  return value === found[0] ? undefined : { length: found[0].length, value };
}

function signAt(text: string, index: number): Escape | undefined {
  const found = matchAt(sign, text, index);
  return found === undefined ? undefined : { length: 2, value: found[1]! };
}

function accentAt(pattern: RegExp, text: string, index: number): Escape | undefined {
  const found = matchAt(pattern, text, index);
  if (found === undefined) return undefined;
  const letter = found[3] ?? found[4] ?? found[5]!;
  return { length: found[0].length, value: (letter + LATEX_ACCENTS.get(found[1] ?? found[2]!)!).normalize("NFC") };
}

function letterAt(pattern: RegExp, text: string, index: number): Escape | undefined {
  const found = matchAt(pattern, text, index);
  return found === undefined ? undefined : { length: found[0].length, value: LATEX_SYMBOLS.get(found[1]!)! };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? undefined;
}
