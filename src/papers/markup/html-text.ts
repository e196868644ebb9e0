/** Text without the HTML, JATS and MathML tags that exports leave in titles and abstracts. */

/** Tags that stand inside a word or sentence: nothing is left of them. */
const INLINE =
  "i b u s em strong sub sup tt small big span font a italic bold underline monospace sc scp inf roman abbr cite code xref ext-link named-content sans-serif styled-content inline-formula tex-math math mi mn mo mrow msub msup msubsup mtext mover munder mfrac msqrt mstyle mspace semantics annotation dispformula";
/** Tags that part sentences: a space is left of them. */
const BLOCK =
  "p br div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th tbody thead title sec abstract abstracttext label list list-item disp-formula hr blockquote section";

const KINDS = new Map<string, "inline" | "block">([
  ...INLINE.split(" ").map((name) => [name, "inline"] as const),
  ...BLOCK.split(" ").map((name) => [name, "block"] as const),
]);

/** A tag has no attributes or real ones: "a<b and c>d" holds none. */
const TAG =
  /<\/?([A-Za-z][A-Za-z0-9-]{0,20}(?::[A-Za-z][A-Za-z0-9-]{0,20})?)(?:\s{1,9}[^\s<>=]{1,60}\s?=[^<>]{0,2000})?\s{0,9}\/?>/g;
const POWER = /([\p{L}\p{N})])<sup>(?=[-+−\d])/giu;

/** The text with known tags taken out; "x < y" and unknown names such as "<unk>" stay. Linear. */
export function withoutTags(text: string): string {
  return text.replace(POWER, "$1^").replace(TAG, (whole, name: string) => {
    const local = name.toLowerCase().replace(/^(?:jats|mml|m|xhtml|ns\d):/, "");
    const kind = KINDS.get(local);
    return kind === undefined ? whole : kind === "inline" ? "" : " ";
  });
}
