/** Papers in XML: arXiv's Atom feeds, PubMed, DBLP, and kinds whose elements have telling names. */

import type { Draft, Found, PaperReader } from "../papers/reading/draft.js";
import { wholeText } from "../papers/reading/whole-text.js";
import { draftOfAtom } from "./arxiv-atom.js";
import { draftOfElements } from "./common-xml.js";
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

/** Items of Zotero's RDF; their journals and attachments are none. */
const ZOTERO_RECORDS = [
  "Article",
  "Book",
  "BookSection",
  "Thesis",
  "Document",
  "Report",
  "Manuscript",
  "ConferenceProceedings",
  "Description",
];

/** The kinds by the name of the root element. */
const KINDS: ReadonlyMap<string, XmlKind> = new Map([
  ["feed", { records: new Set(["entry"]), toDraft: draftOfAtom }],
  ["entry", { records: new Set(["entry"]), toDraft: draftOfAtom }],
  ["PubmedArticleSet", { records: new Set(["PubmedArticle", "PubmedBookArticle"]), toDraft: draftOfPubmed }],
  ["PubmedBookArticleSet", { records: new Set(["PubmedBookArticle"]), toDraft: draftOfPubmed }],
  ["PubmedBookArticle", { records: new Set(["PubmedBookArticle"]), toDraft: draftOfPubmed }],
  ["PubmedArticle", { records: new Set(["PubmedArticle"]), toDraft: draftOfPubmed }],
  ["result", { records: new Set(["hit"]), toDraft: draftOfDblp }],
  ["dblp", { records: new Set(DBLP_RECORDS), toDraft: draftOfDblp }],
  ["dblpperson", { records: new Set(DBLP_RECORDS), toDraft: draftOfDblp }],
  ["RDF", { records: new Set([...ZOTERO_RECORDS, "item"]), toDraft: draftOfElements }],
  ["article", { records: new Set(["front"]), toDraft: draftOfElements }],
  ["pmc-articleset", { records: new Set(["front"]), toDraft: draftOfElements }],
  ["TEI", { records: new Set(["teiHeader"]), toDraft: draftOfElements }],
  ["modsCollection", { records: new Set(["mods"]), toDraft: draftOfElements }],
  ["mods", { records: new Set(["mods"]), toDraft: draftOfElements }],
]);

/** Names of records under any other root: EndNote (xml, record), OAI-PMH (record), RSS (item), Word (Source), and whoever writes alike. */
const USUAL_RECORDS = [
  "record",
  "item",
  "paper",
  "article",
  "entry",
  "document",
  "doc",
  "publication",
  "reference",
  "work",
  "Source",
];

/** A reader of XML, which it has to see whole. */
export function openXml(): PaperReader {
  return wholeText(readDocument);
}

function readDocument(text: string): Found[] {
  const root = rootName(text);
  const usual = USUAL_RECORDS.filter((name) => name !== root && root?.toLowerCase() !== "html");
  const kind = KINDS.get(root ?? "") ?? { records: new Set(usual), toDraft: draftOfElements };
  const elements = xmlElements(text, kind.records);
  if (elements.length === 0 && !KINDS.has(root ?? "") && root !== "OAI-PMH") {
    const message = `Expected XML of arXiv, PubMed, DBLP, EndNote, OAI-PMH, JATS, MODS or RSS, got ${root ?? "none"}.`;
    return [{ kind: "unreadable", problem: { code: "unknown-xml", message, line: 1 } }];
  }
  const found = elements.map((element) => readRecord(element, kind));
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
