/**
 * Porter's stemmer.
 *
 * Reference: Porter, M. F. (1980). An algorithm for suffix stripping. Program 14(3), 130-137. doi:10.1108/eb046814
 * Departures: words above 40 characters and words with anything but a-z stay as they are; "logi" becomes "log" and "bli"
 * "ble", as in Porter's own later program; a "y" after a consonant is a vowel for itself, also before another, as in the
 * package natural, whose stems these are.
 */

const longestStemmed = 40;

/** By the last letter endings and what replaces them. Of endings that end alike the longer ones come first. */
type Endings = Readonly<Record<string, readonly (readonly [ending: string, by: string])[]>>;

const secondEndings: Endings = {
  i: [
    ["enci", "ence"],
    ["anci", "ance"],
    ["bli", "ble"],
    ["alli", "al"],
    ["entli", "ent"],
    ["eli", "e"],
    ["ousli", "ous"],
    ["aliti", "al"],
    ["iviti", "ive"],
    ["biliti", "ble"],
    ["logi", "log"],
  ],
  l: [
    ["ational", "ate"],
    ["tional", "tion"],
  ],
  m: [["alism", "al"]],
  n: [
    ["ization", "ize"],
    ["ation", "ate"],
  ],
  r: [
    ["izer", "ize"],
    ["ator", "ate"],
  ],
  s: [
    ["iveness", "ive"],
    ["fulness", "ful"],
    ["ousness", "ous"],
  ],
};
const thirdEndings: Endings = {
  e: [
    ["icate", "ic"],
    ["ative", ""],
    ["alize", "al"],
  ],
  i: [["iciti", "ic"]],
  l: [
    ["ical", "ic"],
    ["ful", ""],
  ],
  s: [["ness", ""]],
};
/** Endings that go where the rest has a measure above one; so does "ion" after an "s" or a "t". */
const fourthEnding = /(?:al|[ae]nce|er|ic|[ai]ble|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

/** The stem of a lower-case word. */
export function stem(word: string): string {
  if (word.length < 3 || word.length > longestStemmed || !/^[a-z]+$/.test(word)) return word;
  const singular = withoutY(withoutParticiple(withoutPlural(word)));
  const shorter = replaced(replaced(singular, secondEndings), thirdEndings);
  return withoutDouble(withoutE(withoutEnding(shorter)));
}

/** Step 1a. */
function withoutPlural(word: string): string {
  if (!word.endsWith("s") || word.endsWith("ss")) return word;
  return word.slice(0, word.endsWith("sses") || word.endsWith("ies") ? -2 : -1);
}

/** Step 1b. */
function withoutParticiple(word: string): string {
  if (word.endsWith("eed")) return measure(word, word.length - 3) > 0 ? word.slice(0, -1) : word;
  const length = word.endsWith("ed") ? word.length - 2 : word.endsWith("ing") ? word.length - 3 : 0;
  if (!hasVowel(word, length)) return word;
  const rest = word.slice(0, length);
  if (rest.endsWith("at") || rest.endsWith("bl") || rest.endsWith("iz")) return `${rest}e`;
  if (/([^aeiou])\1$/.test(rest)) return /[lsz]$/.test(rest) ? rest : rest.slice(0, -1);
  return measure(rest, length) === 1 && endsShort(rest, length) ? `${rest}e` : rest;
}

/** Step 1c. */
function withoutY(word: string): string {
  return word.endsWith("y") && hasVowel(word, word.length - 1) ? `${word.slice(0, -1)}i` : word;
}

/** Steps 2 and 3. */
function replaced(word: string, endings: Endings): string {
  for (const [ending, by] of endings[word.at(-1)!] ?? []) {
    const length = word.length - ending.length;
    if (word.endsWith(ending) && measure(word, length) > 0) return word.slice(0, length) + by;
  }
  return word;
}

/** Step 4. */
function withoutEnding(word: string): string {
  const length = /[st]ion$/.test(word) ? word.length - 3 : word.search(fourthEnding);
  return length > 0 && measure(word, length) > 1 ? word.slice(0, length) : word;
}

/** Step 5a. */
function withoutE(word: string): string {
  if (!word.endsWith("e")) return word;
  const length = word.length - 1;
  const size = measure(word, length);
  return size > 1 || (size === 1 && !endsShort(word, length)) ? word.slice(0, length) : word;
}

/** Step 5b. */
function withoutDouble(word: string): string {
  return word.endsWith("ll") && measure(word, word.length) > 1 ? word.slice(0, -1) : word;
}

/** Porter's m of the first `length` letters: how often consonants follow on vowels. */
function measure(word: string, length: number): number {
  if (length === 0) return 0;
  const first = kindAt(word, 0);
  let last = first;
  let groups = first === CONSONANT ? 0 : 1;
  for (let i = 1; i < length; i += 1) {
    const kind = kindAt(word, i);
    if (kind !== last) groups += 1;
    last = kind;
  }
  return (last === CONSONANT ? groups : groups - 1) / 2;
}

function hasVowel(word: string, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (kindAt(word, i) !== CONSONANT) return true;
  return false;
}

/** Whether the first `length` letters end with consonant, vowel, consonant, the last none of w, x and y. */
function endsShort(word: string, length: number): boolean {
  return (
    length > 2 &&
    kindAt(word, length - 3) === CONSONANT &&
    kindAt(word, length - 2) !== CONSONANT &&
    kindAt(word, length - 1) === CONSONANT &&
    !"wxy".includes(word[length - 1]!)
  );
}

const CONSONANT = 0;
const VOWEL = 1;
/** A "y" after a consonant. */
const VOWEL_Y = 2;
/** A bit for each of a, e, i, o and u. */
const vowels = 0x104111;
const y = 24;

function kindAt(word: string, i: number): number {
  const letter = word.charCodeAt(i) - 0x61;
  if ((vowels >>> letter) & 1) return VOWEL;
  if (letter !== y || i === 0) return CONSONANT;
  const before = word.charCodeAt(i - 1) - 0x61;
  return before === y || (vowels >>> before) & 1 ? CONSONANT : VOWEL_Y;
}
