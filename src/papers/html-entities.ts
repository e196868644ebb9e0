/** Character references of HTML ("&eacute;", "&#8211;", "&#x3b2;") as characters. */

/** Latin-1 by code from 160, as HTML names them; then the marks and Greek letters met in titles. */
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest " +
  "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
  "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const GREEK =
  "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigmaf Sigma Tau Upsilon Phi Chi Psi Omega";
const MARKS: readonly (readonly [string, string])[] = [
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["hellip", "…"],
  ["bull", "•"],
  ["minus", "−"],
  ["le", "≤"],
  ["ge", "≥"],
  ["ne", "≠"],
  ["asymp", "≈"],
  ["infin", "∞"],
  ["rarr", "→"],
  ["larr", "←"],
  ["thinsp", " "],
  ["ensp", " "],
  ["emsp", " "],
];

/** Names of the Greek letters, which LaTeX spells alike, each with its letter. */
export const GREEK_LETTERS: readonly (readonly [string, string])[] = [
  // The final sigma has no capital.
  ...namesFrom(0x391, GREEK).filter(([name]) => name !== "Sigmaf"),
  ...namesFrom(0x3b1, GREEK.toLowerCase()),
];

const NAMED = new Map<string, string>([...namesFrom(160, LATIN_1), ...GREEK_LETTERS, ...MARKS]);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));/g;

/** The text with its character references resolved once; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number.parseInt(decimal, 10);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

/** No control characters, no half of a pair. */
function isCharacter(code: number): boolean {
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

function namesFrom(first: number, names: string): [string, string][] {
  return names.split(" ").map((name, i) => [name, String.fromCharCode(first + i)]);
}
