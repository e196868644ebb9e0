/** How a phrase is written: its most frequent form, with capitals only where they belong to the words. */

import { addTo } from "../matrix/by-key.js";
import { decoded } from "./normalize.js";

/** Collects the forms of phrases, then tells the most readable one of each. */
export interface SurfaceForms<K> {
  /** Notes an occurrence of the phrase `key` at [start, end) of a text; titles tell nothing about capitals. */
  add(key: K, text: string, start: number, end: number, isTitle: boolean): void;
  /** Most frequent form of the phrase `key`, ties by first occurrence; "" for a phrase not met. */
  best(key: K): string;
}

/** A way to write a phrase, and how often it was met. */
interface Form {
  readonly form: string;
  /** 2 where its first capital may be that of a title or of a sentence, 1 where an acronym's definition may give it. */
  readonly uncertain: number;
  /** Whether a text that has it letter for letter is written in this form. */
  readonly plain: boolean;
  times: number;
  /** How many of these are counted among the capitals. */
  counted: number;
  /** The form of the phrase that was met next. */
  next: Form | undefined;
}

/** An empty collection of forms. */
export function surfaceForms<K>(): SurfaceForms<K> {
  /** Of each phrase the form met first. */
  const forms = new Map<K, Form>();
  /** By how much each word stands more often with a capital than without, where that is certain. */
  const capitals = new Map<string, number>();
  let isCounted = true;

  const add: SurfaceForms<K>["add"] = (key, text, start, end, isTitle) => {
    const uncertain = isTitle ? 2 : mayBeCapital(text.charCodeAt(start)) ? doubt(text, start, end) : 0;
    const first = forms.get(key);
    isCounted = false;
    for (let known = first; known !== undefined; known = known.next) {
      if (known.uncertain !== uncertain || !known.plain || !isAt(text, start, end, known.form)) continue;
      known.times += 1;
      return;
    }
    const form = formOf(text.slice(start, end));
    let last: Form | undefined;
    for (let known = first; known !== undefined; known = known.next) {
      last = known;
      if (known.uncertain !== uncertain || known.form !== form) continue;
      known.times += 1;
      return;
    }
    const met: Form = { form, uncertain, plain: formOf(form) === form, times: 1, counted: 0, next: undefined };
    if (last === undefined) forms.set(key, met);
    else last.next = met;
  };

  const best = (key: K): string => {
    const first = forms.get(key);
    if (first === undefined) return "";
    let named = 0;
    for (let form: Form | undefined = first; form !== undefined; form = form.next)
      if (!form.uncertain) named += name.test(form.form) ? form.times : -mostlyNamed * form.times;
    const isName = named >= 0;
    const counts = new Map<string, number>();
    for (let form: Form | undefined = first; form !== undefined; form = form.next)
      addTo(counts, shown(form, isName), form.times);
    let winner = "";
    let most = 0;
    for (const [form, times] of counts) if (times > most) [winner, most] = [form, times];
    return winner;
  };

  /** Capitals that spell an acronym out, as in "INFOrmation Prioritization", are not those of the words. */
  const shown = ({ form, uncertain }: Form, isName: boolean): string => {
    const words = form.split(" ");
    if (words.some(isOdd)) return words.map((word) => (isOdd(word) ? word.toLowerCase() : lowered(word))).join(" ");
    return uncertain > 1 || (!isName && name.test(form)) ? words.map(settled).join(" ") : form;
  };

  /** Whether a word has capitals amid and yet is mostly written without. */
  const isOdd = (word: string): boolean => capitalsAmid.test(word) && balance(word) < 0;

  const settled = (word: string): string => (!capital.test(word) || balance(word) > 0 ? word : lowered(word));

  const balance = (word: string): number => {
    if (!isCounted) countCapitals();
    return capitals.get(word.toLowerCase()) ?? 0;
  };

  const countCapitals = (): void => {
    for (const first of forms.values())
      for (let form: Form | undefined = first; form !== undefined; form = form.next) countForm(capitals, form);
    isCounted = true;
  };

  return { add, best };
}

/** A word with capitals amid that is long enough not to be an acronym itself, as "mAP" and "PaLM" are. */
const capitalsAmid = /^(?=.{6}).*(?:\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{3})/u;

/** The capital of a word, or of a part of it: "AI-Generated". */
const capital = /(?:^|[-–])\p{Lu}[\p{Ll}'’-]/u;

/** Counts what a form tells of the capitals of its words, as far as that is not done yet; a name tells nothing of them. */
function countForm(capitals: Map<string, number>, form: Form): void {
  const times = form.times - form.counted;
  const words = form.form.split(" ");
  if (form.uncertain || times === 0 || name.test(form.form)) return;
  form.counted = form.times;
  for (const word of words) {
    addTo(capitals, word.toLowerCase(), capital.test(word) || capitalsAmid.test(word) ? times : -times);
  }
}

/** How many times as often as otherwise running text must write a phrase as a name for it to be one. */
const mostlyNamed = 3;

/** Several words with capitals, but for short ones amid: a name, or a term of which an acronym is made. */
const name = /^(?:\p{Lu}\S* |\p{Ll}{2,4} )+\p{Lu}\S*$/u;

/** Whether a text has a form at [start, end) letter for letter. */
function isAt(text: string, start: number, end: number, form: string): boolean {
  return form.length === end - start && text.startsWith(form, start);
}

function formOf(raw: string): string {
  if (/^[\w.,'-]+(?: [\w.,'-]+)*$/.test(raw)) return raw;
  return decoded(raw).replace(/\s+/g, " ").normalize("NFC");
}

/** 2 where a phrase may have its capital from the beginning of a sentence or a name that it ends, 1 from "Such Terms (ST)". */
function doubt(text: string, start: number, end: number): number {
  if (beginsSentence(text, start)) return 2;
  let before = start - 1;
  while (before > start - 40 && !isBlank(text.charCodeAt(before - 1))) before -= 1;
  // Most words have neither: regular expressions are for those that may.
  const mayEnd = mayBeCapital(text.charCodeAt(before)) && /^\p{Lu}.*[^,;]\s$/su.test(text.slice(before, start));
  if (mayEnd && !beginsSentence(text, before)) return 2;
  if (!mayBeCapital(text.charCodeAt(end + 1))) return 0;
  return /^(?: \p{Lu}\S*){0,4} \(/u.test(text.slice(end, end + 60)) ? 1 : 0;
}

/** Whether a phrase begins a sentence: nothing or ". ! ? :" before it, a bracket or quote between. */
function beginsSentence(text: string, start: number): boolean {
  let at = start - 1;
  const earliest = start - 8;
  while (at >= earliest && isBlank(text.charCodeAt(at))) at -= 1;
  if (at < 0 || at < earliest) return true;
  if ('"”’)'.includes(text[at]!)) at -= 1;
  return at >= earliest && at >= 0 && ".!?:".includes(text[at]!);
}

function mayBeCapital(code: number): boolean {
  return code <= 0x5a || code > 0x7f;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0;
}

/** Lower case but for parts in capitals: "Multi-Agent" to "multi-agent", "Pre-LLM" to "pre-LLM". */
function lowered(word: string): string {
  return word.replace(/[^-–]+/g, (part) => (/[\p{Lu}\d].*\p{Lu}|^\p{Lu}$/u.test(part) ? part : part.toLowerCase()));
}
