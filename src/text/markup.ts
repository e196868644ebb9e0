/** What is not prose: formulas, LaTeX commands, HTML, JATS and MathML tags, citations, emoji. */

import { matchEnd } from "../papers/markup/match-end.js";
import type { Recognised } from "./links.js";
import { markedLength } from "./words.js";

// A tag must look like one: a name, then attributes, a slash or the end. "a<b, c>d" is arithmetic.
const tag =
  /<\/?[A-Za-z][A-Za-z\d]{0,20}(?::[A-Za-z][\w-]{0,30})?(?:\s[^<>=]{0,400}=(?!\p{M})[^<>]{0,400}|\s{0,4}\/?)>(?!\p{M})/uy;
const comment = /<!--[^<>]{0,400}-->(?!\p{M})/uy;
const citeCommand = /\\[cC]ite[a-z]{0,10}\*?(?:\[[^[\]{}\\]{0,80}\]){0,2}\{[^{}\\]{0,400}\}/y;
const command = /\\(?:[A-Za-z]{1,40}(?!\p{M})\*?|[^\s\p{L}])/uy;
const numbers = /\[\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,40}\]/y;
const authorYear =
  /\((?:(?:e\.g\.|see|cf\.|i\.e\.),?\s)?(?!\p{Lu}[\p{Lu}\d-]*s?;)\p{Lu}[^()\d]{1,80}[,\s]\s?(?:19|20)\d\d[a-z]?(?:[,;]\s?[^()]{1,200})?\)/uy;
const emoji =
  /\p{RI}\p{RI}|(?![\d#*©®™])\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)*(?:\u200D\p{Extended_Pictographic}(?:\p{EMod}|\uFE0F)*)*/uy;

const price = /\d[\d.,]*\s+\p{L}/uy;

/**
 * A formula between dollars, `\(...\)` or `\[...\]`. Prices are none: as in pandoc no space stands inside the dollars
 * and no digit after them, and a number followed by a word opens no formula.
 */
export function formulaAt(text: string, index: number): Recognised | undefined {
  if (text.charCodeAt(index) === 0x24) return dollarsAt(text, index);
  const next = text[index + 1];
  if (text[index] !== "\\" || (next !== "(" && next !== "[")) return undefined;
  const close = next === "(" ? ")" : "]";
  // Stops at the next opening, so that a million openings cost no more than one.
  for (let i = index + 2; i < text.length - 1; i += 1) {
    if (text[i] !== "\\") continue;
    if (text[i + 1] === close) return { kind: "formula", end: i + 2 };
    if (text[i + 1] === next) return undefined;
    i += 1;
  }
  return undefined;
}

function dollarsAt(text: string, index: number): Recognised | undefined {
  if (matchEnd(price, text, index + 1) > 0) return undefined;
  const width = text.charCodeAt(index + 1) === 0x24 ? 2 : 1;
  let close = text.indexOf("$", index + width);
  while (close > 0 && text[close - 1] === "\\") close = text.indexOf("$", close + 1);
  if (close < 0) return undefined;
  if (width === 2)
    return text[close + 1] === "$" && close > index + 2 ? { kind: "formula", end: close + 2 } : undefined;
  const spaced = /\s/.test(text[index + 1]!) || /\s/.test(text[close - 1]!) || /\d/.test(text[close + 1] ?? "");
  return spaced ? undefined : { kind: "formula", end: close + 1 };
}

/** `[3]`, `[1, 4-6]`, `(Smith et al., 2020)`, `\citep{key}`. */
export function citationAt(text: string, index: number): Recognised | undefined {
  const first = text[index];
  const pattern = first === "[" ? numbers : first === "(" ? authorYear : first === "\\" ? citeCommand : undefined;
  return pattern === undefined ? undefined : match(pattern, "citation", text, index);
}

/** A LaTeX command without its arguments, or a tag. */
export function markupAt(text: string, index: number): Recognised | undefined {
  if (text[index] === "<") return match(tag, "markup", text, index) ?? match(comment, "markup", text, index);
  if (text[index] !== "\\" || "&%$#_{}".includes(text[index + 1] ?? "")) return undefined;
  return match(command, "markup", text, index);
}

/** An emoji with its modifiers and joined parts, or a flag. */
export function emojiAt(text: string, index: number): Recognised | undefined {
  return match(emoji, "symbol", text, index);
}

function match(pattern: RegExp, kind: Recognised["kind"], text: string, index: number): Recognised | undefined {
  const end = matchEnd(pattern, text, index);
  return end < 0 ? undefined : { kind, end: index + markedLength(text, index, end - index) };
}
