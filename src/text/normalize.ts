/** The normal form of a token: equal for every way of writing the same characters. */

import { escapeAt, symbolFormulaAt } from "./escapes.js";
import type { TokenKind } from "./token-kind.js";
import { wordSet } from "./word-set.js";

const longestCluster = 30;

/**
 * Lower case in NFC; in words also escapes decoded, ligatures and full-width forms (NFKC), curly apostrophes and
 * hyphens made plain, soft hyphens and line breaks taken out.
 */
export function normalize(raw: string, kind: TokenKind): string {
  if (/^[\x21-\x23\x25\x27-\x5b\x5d-\x7a|}~]*$/.test(raw)) return raw.toLowerCase();
  if (kind !== "word" && kind !== "acronym" && kind !== "number" && kind !== "symbol")
    return composed(raw.toLowerCase(), "NFC");
  if (kind === "symbol") return composed(decoded(raw).toLowerCase(), "NFC");
  const plain = unbroken(decoded(raw))
    .replace(/\p{Cf}/gu, "")
    .replace(/--/g, "–");
  return composed(composed(plain, "NFKC").toLowerCase(), "NFKC")
    .replace(/[’ʼ]/g, "'")
    .replace(/[‐‑－]/g, "-");
}

/** Text without an escape left: `Schr\"odinger` to `Schrödinger`, `$k$-means` to `k-means`, `AT&amp;T` to `AT&T`. */
export function decoded(raw: string): string {
  if (!/[&\\{$]/.test(raw)) return raw;
  let text = "";
  let at = 0;
  while (at < raw.length) {
    const found = escapeAt(raw, at) ?? (raw[at] === "$" ? symbolFormulaAt(raw, at) : undefined);
    text += found?.value ?? raw[at]!;
    at += found?.length ?? 1;
  }
  return text;
}

/** A clash of hundreds of marks on one letter is left as it is: sorting them is quadratic, and it is nobody's word. */
function composed(text: string, form: "NFC" | "NFKC"): string {
  return new RegExp(`\\p{M}{${longestCluster + 1}}`, "u").test(text) ? text : text.normalize(form);
}

// First halves that keep their hyphen when a line breaks after it.
const kept: ReadonlySet<string> =
  wordSet(`all cross data end few fine first full half high human in inter intra large left long low meta mid model multi near non
   off on one open out over post pre quasi real right second self semi short single small state sub super task third three
   top two type ultra un well zero`);

function unbroken(text: string): string {
  if (!/\s/.test(text)) return text;
  return text.replace(/([^\s-]*)[-‐‑]\s+/g, (whole, before: string, at: number) => {
    const hyphenated = at > 0 || kept.has(before.toLowerCase()) || text.indexOf("-", whole.length) >= 0;
    return hyphenated ? `${before}-` : before;
  });
}
