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
  // Of each phrase the first form met and how often; other forms, which most phrases never have, stand apart.
  const numbers = new Map<string, number>();
  const firstForms: string[] = [];
  const firstTimes: number[] = [];
  const otherForms = new Map<number, Map<string, number>>();
  let capitals: ReturnType<typeof capitalUse> | undefined;

  const add: SurfaceForms["add"] = (key, text, start, end, isTitle) => {
    const plain = formOf(text.slice(start, end));
    // Where capitals are uncertain the form is marked, and each word decided at the end.
    const form = isTitle || beginsSentence(text, start) ? `\n${plain}` : plain;
    const number = numbers.get(key);
    capitals = undefined;
    if (number === undefined) {
      numbers.set(key, firstForms.push(form) - 1);
      firstTimes.push(1);
    } else if (firstForms[number] === form) firstTimes[number]! += 1;
    else {
      const others = otherForms.get(number) ?? new Map<string, number>();
      if (others.size === 0) otherForms.set(number, others);
      count(others, form);
    }
  };

  const best = (key: string): string => {
    const number = numbers.get(key);
    if (number === undefined) return "";
    const forms: [string, number][] = [[firstForms[number]!, firstTimes[number]!], ...(otherForms.get(number) ?? [])];
    const counts = new Map<string, number>();
    for (const [form, times] of forms) count(counts, form.startsWith("\n") ? settled(form.slice(1)) : form, times);
    let winner = "";
    let most = 0;
    for (const [form, times] of counts) if (times > most) [winner, most] = [form, times];
    return winner;
  };

  const settled = (form: string): string => form.split(" ").map(settledWord).join(" ");

  const settledWord = (word: string): string => {
    if (!/^\p{Lu}[\p{Ll}'’-]/u.test(word)) return word;
    capitals ??= capitalUse(firstForms, firstTimes, otherForms.values());
    const plain = word.toLowerCase();
    return (capitals.capital.get(plain) ?? 0) > (capitals.lower.get(plain) ?? 0) ? word : lowered(word);
  };

  return { add, best };
}

/** How often each word of the forms that are certain stands with a capital and how often without. */
function capitalUse(
  forms: readonly string[],
  times: readonly number[],
  others: Iterable<ReadonlyMap<string, number>>,
): { readonly capital: ReadonlyMap<string, number>; readonly lower: ReadonlyMap<string, number> } {
  const capital = new Map<string, number>();
  const lower = new Map<string, number>();
  const note = (form: string, often: number): void => {
    if (form.startsWith("\n")) return;
    for (const word of form.split(" ")) {
      count(/^\p{Lu}\p{Ll}/u.test(word) ? capital : lower, word.toLowerCase(), often);
    }
  };
  forms.forEach((form, number) => {
    note(form, times[number]!);
  });
  for (const forms of others) for (const [form, often] of forms) note(form, often);
  return { capital, lower };
}

function formOf(raw: string): string {
  if (/^[\w.,'-]+(?: [\w.,'-]+)*$/.test(raw)) return raw;
  return decoded(raw).replace(/\s+/g, " ").normalize("NFC");
}

/** Whether a phrase may have its capital from the beginning of a sentence. */
function beginsSentence(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start).trimEnd();
  const last = /["”’)]$/.test(before) ? before.at(-2) : before.at(-1);
  return before === "" || (last !== undefined && ".!?:".includes(last));
}

/** Lower case but for parts in capitals: "Multi-Agent" to "multi-agent", "Pre-LLM" to "pre-LLM". */
function lowered(word: string): string {
  return word.replace(/[^-–]+/g, (part) => (/\p{Lu}.*\p{Lu}/u.test(part) ? part : part.toLowerCase()));
}

function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}
