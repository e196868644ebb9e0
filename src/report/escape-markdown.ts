/** Text of a paper as CommonMark that shows exactly that text: no markup, no HTML, no mathematics comes alive. */

/** One line; runs of white space become one space. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~$&]/g, "\\$&")
    .replace(/^([#+-])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
