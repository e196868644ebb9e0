/** The vocabulary of a tagger as a tree of words: which runs of terms it knows, found word by word. */

/** A run of words that a term of the vocabulary is, or begins with. */
export interface TermRun {
  /** Its column, -1 of a mere beginning. */
  column: number;
  /** What it goes on with. */
  next?: Map<string, TermRun>;
}

/** The empty run, which all terms begin with. */
export function runsOf(vocabulary: readonly string[]): TermRun {
  const root: TermRun = { column: -1 };
  vocabulary.forEach((term, column) => {
    let run = root;
    for (const word of term.split(" ")) {
      run.next ??= new Map();
      let next = run.next.get(word);
      if (next === undefined) {
        next = { column: -1 };
        run.next.set(word, next);
      }
      run = next;
    }
    run.column = column;
  });
  return root;
}

/** The run that goes on with the words of a term. */
export function longerRun(run: TermRun, words: readonly string[]): TermRun | undefined {
  let longer: TermRun | undefined = run;
  for (let i = 0; i < words.length; i += 1) longer = longer?.next?.get(words[i]!);
  return longer;
}
