/** Addresses and identifiers that must stay whole: URLs, DOIs, arXiv ids and e-mail addresses. */

import { matchEnd } from "../papers/markup/match-end.js";
import type { TokenKind } from "./token-kind.js";

/** What was recognised, and where it ends. */
export interface Recognised {
  readonly kind: TokenKind;
  readonly end: number;
}

// Every repetition is bounded or runs to the next space, so that a failed attempt costs no more than a constant.
const url = /(?:https?|ftp):\/\/[^\s<>≮≯"{}|\\^`\u3000-\u303f]+|www\.[^\s<>≮≯"{}|\\^`.]{1,63}\.[^\s<>≮≯"{}|\\^`]+/iy;
const bareDomain =
  /(?:[a-z\d](?:[a-z\d-]{0,40}[a-z\d])?\.){1,4}(?:com|org|net|edu|gov|io|ai|dev)(?:\/[^\s<>≮≯"{}|\\^`]*)?(?![\p{L}\p{M}\p{N}@])/iuy;
const doi = /(?:doi:\s?)?10\.\d{4,9}\/[^\s<>≮≯"{}|\\^`]+/iy;
const arxiv =
  /arxiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,2})?(?![\p{L}\p{M}\p{N}])|\d{4}\.\d{4,5}v\d{1,2}(?![\p{L}\p{M}\p{N}])/iuy;
const email = /[a-z\d](?:[a-z\d._%+-]{0,63})@(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,24}(?![\p{L}\p{M}\p{N}])/iuy;

/** The address or identifier that begins at `index`, if any. */
export function linkAt(text: string, index: number): Recognised | undefined {
  switch (text.charCodeAt(index) | 0x20) {
    case 0x68: // h
    case 0x66: // f
    case 0x77: // w
      return match(url, "url", text, index) ?? addressAt(text, index);
    case 0x64: // d
      return match(doi, "doi", text, index) ?? addressAt(text, index);
    case 0x61: // a
      return match(arxiv, "arxiv", text, index) ?? addressAt(text, index);
    case 0x31: // 1, or the control character 0x11
      return match(doi, "doi", text, index) ?? match(arxiv, "arxiv", text, index) ?? addressAt(text, index);
    default:
      return match(arxiv, "arxiv", text, index) ?? addressAt(text, index);
  }
}

function addressAt(text: string, index: number): Recognised | undefined {
  return match(email, "email", text, index) ?? match(bareDomain, "url", text, index);
}

function match(pattern: RegExp, kind: TokenKind, text: string, index: number): Recognised | undefined {
  const end = matchEnd(pattern, text, index);
  if (end < 0) return undefined;
  return { kind, end: kind === "url" || kind === "doi" ? trimmed(text, index, end) : end };
}

/** Leaves the sentence's own punctuation outside, and a bracket that was opened before the address. */
function trimmed(text: string, start: number, end: number): number {
  let depth = 0;
  for (let i = start; i < end; i += 1) {
    if (text[i] === "(") depth += 1;
    else if (text[i] === ")") depth -= 1;
  }
  let last = end;
  while (last > start + 1) {
    const character = text[last - 1]!;
    if (character === ")" && depth < 0) depth += 1;
    else if (!".,;:!?'\"]’”*".includes(character)) break;
    last -= 1;
  }
  return last;
}
