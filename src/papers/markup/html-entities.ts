/** Character references of HTML ("&eacute;", "&#8211;", "&#x3b2;") as characters. */

/** Signs by code from 160, as HTML names them. */
const SIGNS =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest";
const GREEK =
  "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigmaf Sigma Tau Upsilon Phi Chi Psi Omega";
const OTHERS =
  "amp & lt < gt > quot \" apos ' ndash – mdash — lsquo ‘ rsquo ’ ldquo “ rdquo ” hellip … bull • minus − times × divide ÷ le ≤ ge ≥ ne ≠ asymp ≈ infin ∞ rarr → larr ← " +
  "thinsp \u2009 ensp \u2002 emsp \u2003 AElig Æ aelig æ ETH Ð eth ð Oslash Ø oslash ø THORN Þ thorn þ szlig ß";

/** The combining marks of letters such as "&eacute;". */
const MARKS: ReadonlyMap<string, string> = new Map(
  pairsOf("grave \u0300 acute \u0301 circ \u0302 tilde \u0303 uml \u0308 ring \u030a caron \u030c cedil \u0327"),
);

/** Names of the Greek letters, which LaTeX spells alike, each with its letter. */
export const GREEK_LETTERS: readonly (readonly [string, string])[] = [
  // The final sigma has no capital.
  ...namesFrom(0x391, GREEK).filter(([name]) => name !== "Sigmaf"),
  ...namesFrom(0x3b1, GREEK.toLowerCase()),
];

const NAMED = new Map<string, string>([...namesFrom(160, SIGNS), ...GREEK_LETTERS, ...pairsOf(OTHERS)]);

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));/g;

/** The text with its character references resolved once; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? accented(name) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number.parseInt(decimal, 10);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

/** The letter of "eacute"; undefined where there is none, as for "xcedil". */
function accented(name: string): string | undefined {
  const letter = (name[0]! + MARKS.get(name.slice(1))).normalize("NFC");
  return letter.length === 1 ? letter : undefined;
}

/** No control characters, no half of a pair. */
function isCharacter(code: number): boolean {
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

function namesFrom(first: number, names: string): [string, string][] {
  return names.split(" ").map((name, i) => [name, String.fromCharCode(first + i)]);
}

/** "name sign name sign" as pairs. */
export function pairsOf(list: string): [string, string][] {
  return Array.from(list.matchAll(/([^ ]+) ([^ ]+)/g), ([, name, sign]) => [name!, sign!]);
}
