/** Sentences with their places, by the tokens' punctuation and a few words that abbreviations cannot be followed by. */

import { checkText } from "../options.js";
import { type Token, tokenize } from "./tokenize.js";
import { wordSet } from "./word-set.js";

/** A sentence; `text` is the raw slice. */
export interface Sentence {
  readonly text: string;
  /** UTF-16 code units into the text. */
  readonly start: number;
  readonly end: number;
}

// After "et al.", "U.S." or "plan B." these words begin a new sentence.
const openers: ReadonlySet<string> =
  wordSet(`a additionally all also although an and as at based both but by each finally first for from further furthermore given
   here however i if in it its moreover most my no on one our second several she he since some such that the their then there these
   they third this those though thus to we what when where while with you your`);
const blockTag =
  /^<\/?(?:p|br|div|li|ul|ol|sec|title|h\d|td|tr|jats:p|jats:sec|jats:title|jats:list|jats:list-item)\b/i;

/**
 * The sentences of a text, in order; together they hold every token.
 *
 * "Fig. 3", "vs.", "U.S.", initials and numbered lists do not end a sentence; a blank line and a block tag do.
 * Complexity: linear in the length of the text.
 *
 * @example
 * splitSentences("See Fig. 3. It works.").map((sentence) => sentence.text) // ["See Fig. 3.", "It works."]
 */
export function splitSentences(text: string): Sentence[] {
  checkText("splitSentences", text);
  const tokens = tokenize(text);
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    if (i + 1 < tokens.length && !endsAfter(text, tokens, i, first)) continue;
    const start = tokens[first]!.start;
    const end = tokens[i]!.end;
    sentences.push({ text: text.slice(start, end), start, end });
    first = i + 1;
  }
  return sentences;
}

function endsAfter(text: string, tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1]!;
  if (hasBlankLine(text, token.end, next.start)) return true;
  if (token.kind === "markup" && blockTag.test(token.text)) return true;
  if (next.kind === "markup" && blockTag.test(next.text)) return true;
  if (/^[。!?！？｡]$/.test(token.text) && token.text > "\u007f") return true;
  if (isClosing(next) && next.start === token.end) return false;
  const mark = endMark(tokens, i, first);
  if (mark < 0 || (next.start === token.end && !/[。！？]/.test(token.text))) return false;
  return beginsAfter(tokens, mark, next, first);
}

/** Place of the mark that would end a sentence at token i, brackets and quotes after it skipped; -1 if there is none. */
function endMark(tokens: readonly Token[], i: number, first: number): number {
  let at = i;
  while (at > first && at > i - 3 && isClosing(tokens[at]!)) at -= 1;
  const { text, kind } = tokens[at]!;
  if (kind === "punctuation") return /^(?:[.!?…]+)$/.test(text) ? at : -1;
  return kind === "word" && text.endsWith(".") ? at : -1;
}

function isClosing(token: Token): boolean {
  return token.kind === "punctuation" && /^[)\]}"”’'»]$/.test(token.text);
}

/** Whether the token after a mark begins a sentence. */
function beginsAfter(tokens: readonly Token[], mark: number, next: Token, first: number): boolean {
  const { text } = tokens[mark]!;
  if (text.endsWith(".")) {
    const before = mark > first ? tokens[mark - 1]! : undefined;
    const isAbbreviation = text.length > 1 && text !== "..." && !/^\.+$/.test(text);
    const isInitial = text === "." && before !== undefined && /^\p{Lu}$/u.test(before.text);
    if (isAbbreviation || isInitial) return /^\p{Lu}/u.test(next.text) && openers.has(next.norm);
    if (text === "." && before?.kind === "number" && mark - 1 === first) return false;
  }
  return !/^\p{Ll}/u.test(next.text) || next.kind === "url" || /^\p{Ll}+\p{Lu}/u.test(next.text);
}

function hasBlankLine(text: string, start: number, end: number): boolean {
  return end - start > 1 && /\n[^\S\n]*\n/.test(text.slice(start, end));
}
