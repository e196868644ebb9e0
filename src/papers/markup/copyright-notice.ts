/** The copyright notice that Scopus, Web of Science and publishers put behind an abstract, whose words are not the paper's. */

const longest = 600;
const SIGN = /©|\([Cc]\)|Copyright/;

/** Behind a sentence: "© 2021 Elsevier B.V.", "(C) 2021 Elsevier B.V.", "Copyright 2021 Lee et al.", "Copyright: © 2021 Lee". */
const NOTICE = /(?:^|(?<=[.!?)\]"”]))\s*(?:©|\(c\) ?\d{4}|Copyright:? (?:©|\(c\)|\d{4}))/i;

/** The text up to a notice among its last 600 characters. */
export function withoutNotice(text: string): string {
  const from = Math.max(0, text.length - longest);
  const end = text.slice(from);
  const at = SIGN.test(end) ? end.search(NOTICE) : -1;
  return at < 0 ? text : text.slice(0, from + at);
}
