/** Text made fit for a terminal: no control characters, measured and cut or wrapped by columns. */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const narrowless = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** One line without control characters: a title cannot move the cursor or change the colours. */
export function singleLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
}

/** What stands for a paper on a line: its title, or its id where it has none. */
export function nameOf(title: string, id: string): string {
  return singleLine(title || id);
}

/** Columns that a line takes: two for East Asian wide characters and emoji, none for combining marks. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += narrowless.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** The text, cut with an ellipsis where it takes more than `columns`. */
export function truncated(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  let width = 1;
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Lines of at most `columns`, broken between words; a longer word stands alone, cut. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= columns) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = truncated(word, columns);
  }
  return line === "" ? lines : [...lines, line];
}

/** The text with spaces up to `columns`, at its end or, for numbers, before it. */
export function padded(text: string, columns: number, side: "end" | "start" = "end"): string {
  const spaces = " ".repeat(Math.max(0, columns - displayWidth(text)));
  return side === "end" ? text + spaces : spaces + text;
}

/** "1 paper", "2 papers". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
