/** Text in pieces of any size as whole lines with their numbers. */

/** A line without its end, and its one-based number. */
export interface Line {
  readonly text: string;
  readonly number: number;
}

/** Cuts text into lines at LF, CRLF or a lone CR; a line may come in many pieces. */
export interface LineSplitter {
  push(text: string): Line[];
  end(): Line[];
}

/** A fresh splitter. Linear in the text, however it is cut. */
function createLineSplitter(): LineSplitter {
  let pieces: string[] = [];
  let number = 0;
  let endedWithCr = false;
  return {
    push(text) {
      // A CRLF cut between its two characters is one line end.
      const fresh = endedWithCr && text.startsWith("\n") ? text.slice(1) : text;
      if (text !== "") endedWithCr = text.endsWith("\r");
      const cut = fresh.includes("\r") ? fresh.split(/\r\n|\n|\r/) : fresh.split("\n");
      const lines: Line[] = [];
      for (let i = 0; i < cut.length - 1; i += 1) {
        pieces.push(cut[i]!);
        number += 1;
        lines.push({ text: pieces.join(""), number });
        pieces = [];
      }
      if (cut.at(-1) !== "") pieces.push(cut.at(-1)!);
      return lines;
    },
    end() {
      const text = pieces.join("");
      pieces = [];
      number += 1;
      return text === "" ? [] : [{ text, number }];
    },
  };
}

/** A reader's push and end made of what to do with a line and what to do at the end. */
export function byLines<T>(take: (line: Line) => T[], finish: () => T[]): { push(text: string): T[]; end(): T[] } {
  const splitter = createLineSplitter();
  return {
    push: (text) => splitter.push(text).flatMap(take),
    end: () => [...splitter.end().flatMap(take), ...finish()],
  };
}
