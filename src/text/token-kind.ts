/** What a token can be. */

/** What a token is. Acronyms are words mostly in capitals; markup is LaTeX commands and HTML, JATS or MathML tags. */
export type TokenKind =
  | "word"
  | "acronym"
  | "number"
  | "formula"
  | "symbol"
  | "url"
  | "doi"
  | "arxiv"
  | "email"
  | "citation"
  | "markup"
  | "punctuation";
