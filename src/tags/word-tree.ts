/** A tree of words: runs of words and what is known of them, found word by word. */

/** A run of words that something is known of, or that others begin with. */
export interface WordTree<T> {
  value?: T;
  /** What it goes on with. */
  next?: Map<string, WordTree<T>>;
}

/** The place of the words in a tree, made where there is none. */
export function placeIn<T>(root: WordTree<T>, words: readonly string[]): WordTree<T> {
  let run = root;
  for (const word of words) {
    run.next ??= new Map();
    let next = run.next.get(word);
    if (next === undefined) {
      next = {};
      run.next.set(word, next);
    }
    run = next;
  }
  return run;
}

/** The run that goes on with some words. */
export function longerRun<T>(run: WordTree<T>, words: readonly string[]): WordTree<T> | undefined {
  let longer: WordTree<T> | undefined = run;
  for (let i = 0; i < words.length; i += 1) longer = longer?.next?.get(words[i]!);
  return longer;
}
