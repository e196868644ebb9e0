/** How a phrase is written: its most frequent form, with capitals only where they belong to the words. */

import { decoded } from "./normalize.js";

/** Collects the forms of phrases, then tells the most readable one of each. */
export interface SurfaceForms {
  /** Notes an occurrence of the phrase `key` at [start, end) of a text; titles tell nothing about capitals. */
  add(key: string, text: string, start: number, end: number, isTitle: boolean): void;
  /** Most frequent form of the phrase `key`, ties by first occurrence. */
  best(key: string): string;
}

/** An empty collection of forms. */
export function surfaceForms(): SurfaceForms {
  const forms = new Map<string, Map<string, number>>();
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();

  const add: SurfaceForms["add"] = (key, text, start, end, isTitle) => {
    const form = decoded(text.slice(start, end)).replace(/\s+/g, " ").normalize("NFC");
    const certain = !isTitle && !/(?:^|[.!?:]["”’)]?)\s*$/.test(text.slice(Math.max(0, start - 8), start));
    if (certain)
      for (const word of form.split(" ")) count(/^\p{Lu}\p{Ll}/u.test(word) ? capital : lower, word.toLowerCase());
    const known = forms.get(key) ?? new Map<string, number>();
    if (known.size === 0) forms.set(key, known);
    // Where capitals are uncertain the form is marked, and each word decided at the end.
    count(known, certain ? form : `\n${form}`);
  };

  const best = (key: string): string => {
    const counts = new Map<string, number>();
    for (const [form, times] of forms.get(key) ?? [])
      count(counts, form.startsWith("\n") ? settled(form.slice(1)) : form, times);
    let winner = "";
    let most = 0;
    for (const [form, times] of counts) if (times > most) [winner, most] = [form, times];
    return winner;
  };

  const settled = (form: string): string => form.split(" ").map(settledWord).join(" ");

  const settledWord = (word: string): string => {
    if (!/^\p{Lu}[\p{Ll}'’-]/u.test(word)) return word;
    const plain = word.toLowerCase();
    return (capital.get(plain) ?? 0) > (lower.get(plain) ?? 0) ? word : lowered(word);
  };

  return { add, best };
}

/** Lower case but for parts in capitals: "Multi-Agent" to "multi-agent", "Pre-LLM" to "pre-LLM". */
function lowered(word: string): string {
  return word.replace(/[^-–]+/g, (part) => (/\p{Lu}.*\p{Lu}/u.test(part) ? part : part.toLowerCase()));
}

function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
