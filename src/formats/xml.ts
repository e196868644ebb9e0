/** Papers in XML: arXiv's Atom feeds, PubMed, DBLP. */

import type { Draft, Found, PaperReader } from "../papers/draft.js";
import { wholeText } from "../papers/whole-text.js";
import { draftOfAtom } from "./arxiv-atom.js";
import { draftOfDblp } from "./dblp-xml.js";
import { draftOfPubmed } from "./pubmed-xml.js";
import { rootName, type XmlElementText, xmlElements } from "./xml-elements.js";
import { parseElement, type XmlNode } from "./xml-node.js";

/** What one kind of document holds. */
interface XmlKind {
  readonly records: ReadonlySet<string>;
  readonly toDraft: (record: XmlNode) => Draft | { readonly refused: string };
}

const DBLP_RECORDS = [
  "article",
  "inproceedings",
  "incollection",
  "proceedings",
  "book",
  "phdthesis",
  "mastersthesis",
  "data",
];

/** The kinds by the name of the root element. */
const KINDS: ReadonlyMap<string, XmlKind> = new Map([
  ["feed", { records: new Set(["entry"]), toDraft: draftOfAtom }],
  ["entry", { records: new Set(["entry"]), toDraft: draftOfAtom }],
  ["PubmedArticleSet", { records: new Set(["PubmedArticle", "PubmedBookArticle"]), toDraft: draftOfPubmed }],
  ["PubmedArticle", { records: new Set(["PubmedArticle"]), toDraft: draftOfPubmed }],
  ["result", { records: new Set(["hit"]), toDraft: draftOfDblp }],
  ["dblp", { records: new Set(DBLP_RECORDS), toDraft: draftOfDblp }],
  ["dblpperson", { records: new Set(DBLP_RECORDS), toDraft: draftOfDblp }],
]);

/** A reader of XML, which it has to see whole. */
export function openXml(): PaperReader {
  return wholeText(readDocument);
}

function readDocument(text: string): Found[] {
  const root = rootName(text);
  const kind = KINDS.get(root ?? "");
  if (kind === undefined) {
    const message = `Expected XML of arXiv (feed), PubMed (PubmedArticleSet) or DBLP (result, dblp), got ${root ?? "none"}.`;
    return [{ kind: "unreadable", problem: { code: "unknown-xml", message, line: 1 } }];
  }
  const found = xmlElements(text, kind.records).map((element) => readRecord(element, kind));
  return text.trimEnd().endsWith(`${root}>`) || text.trimEnd().endsWith("/>") ? found : [...found, unfinished(root!)];
}

function unfinished(root: string): Found {
  const message = `The document does not end with </${root}>: it may be cut off.`;
  return { kind: "skipped", problem: { code: "broken-document", message } };
}

function readRecord({ name, text, line, complete }: XmlElementText, kind: XmlKind): Found {
  const node = complete ? parseElement(text, name) : undefined;
  if (node === undefined) {
    const message = `The ${name} at line ${line} is ${complete ? "not well-formed" : "cut off"}.`;
    return { kind: "unreadable", problem: { code: "unreadable-entry", message, line } };
  }
  const draft = kind.toDraft(node);
  if ("refused" in draft) return { kind: "skipped", problem: { code: "service-error", message: draft.refused, line } };
  return { kind: "record", draft, line };
}
