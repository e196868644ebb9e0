/** Records of XML that tell of papers in words which many makers share: EndNote, OAI-PMH, JATS, MODS, RSS, Zotero's RDF. */

import { appendTo } from "../matrix/by-key.js";
import { findArxivId, findDoi } from "../papers/fields/identifiers.js";
import { mostPreciseDate } from "../papers/fields/iso-date.js";
import { splitNames } from "../papers/fields/names.js";
import { isObject } from "../papers/json/json-value.js";
import type { Draft } from "../papers/reading/draft.js";
import { attributeOf, childrenOf, textOfNode, textsAt, type XmlNode } from "./xml-node.js";

/** The names of elements for each field, the best first. */
const TITLES = ["article-title", "title", "Title", "dc-title"];
const ABSTRACTS = ["abstract", "Abstract", "description", "Description", "summary"];
const DATES = ["dateIssued", "issued", "created", "published", "pubDate", "pub-date", "date", "year", "Year"];
const PEOPLE = ["contrib", "Person", "author", "creator", "Author", "name"];
const KEYWORDS = ["kwd", "keyword", "topic", "subject", "Keyword", "category"];
const IDS = ["article-id", "doi", "DOI", "electronic-resource-num", "identifier", "guid", "description"];
const VENUES = ["journal-title", "full-title", "secondary-title", "publicationName", "journal-ref", "source"];
const URLS = ["url", "link", "URI"];
const GIVEN = ["given-names", "forenames", "givenName", "given", "ForeName", "forename", "First"];
const FAMILY = ["surname", "keyname", "family", "LastName", "lastname", "Last"];

/** What precedes an abstract that is only one of the things said: arXiv's feeds, the heading of JATS. */
const BEFORE_ABSTRACT = /^(?:arXiv:\S+ Announce Type: \S+\s+)?(?:Abstract|ABSTRACT|Summary)[:.]?\s+(?=\S)/;

/** The draft of a record. */
export function draftOfElements(record: XmlNode): Draft {
  const all = descendants(record);
  const texts = (names: readonly string[]): string[] =>
    names.flatMap((name) => (all.get(name) ?? []).map((node) => deepText(node))).filter((text) => text !== "");
  const [title] = texts(TITLES);
  const ids = texts(IDS);
  const url = texts(URLS).find((text) => /^https?:/.test(text));
  const arxivId = [...ids, ...texts(["id"]), url].map(findArxivId).find((id) => id !== undefined);
  const own = texts(["rec-number", "recordid", "id"])[0] ?? attributeOf(record, "ID") ?? attributeOf(record, "about");
  return {
    id: arxivId ?? own ?? texts(["identifier"]).find((id) => findDoi(id) === undefined),
    title,
    abstract: abstractOf(all),
    date: mostPreciseDate(datesOf(all)),
    authors: peopleOf(all),
    keywords: KEYWORDS.map((name) => texts([name])).find((words) => words.length > 0) ?? [],
    doi: ids.map(findDoi).find((doi) => doi !== undefined),
    venue: texts(VENUES)[0],
    url,
  };
}

/** All nodes below a node by their name, the shallowest first: a title within a journal comes after the paper's own. */
function descendants(root: XmlNode): ReadonlyMap<string, readonly XmlNode[]> {
  const found = new Map<string, XmlNode[]>();
  let level: readonly XmlNode[] = [root];
  while (level.length > 0) {
    const below: XmlNode[] = [];
    for (const node of level) {
      for (const [name, child] of childrenOf(node)) {
        appendTo(found, name, child);
        below.push(child);
      }
    }
    level = below;
  }
  return found;
}

/** The text of a node and of all below it, as deep as texts are nested. */
function deepText(node: XmlNode, depth = 0): string {
  const own = textOfNode(node);
  const below = isObject(node) && depth < 30 ? childrenOf(node).map(([, child]) => deepText(child, depth + 1)) : [];
  return [own, ...below].filter((text) => text !== "").join(" ");
}

/** Of several descriptions the longest: others are notes. Graphical abstracts and the like are none. */
function abstractOf(all: ReadonlyMap<string, readonly XmlNode[]>): string | undefined {
  for (const name of ABSTRACTS) {
    const nodes = (all.get(name) ?? []).filter((node) => attributeOf(node, "abstract-type") === undefined);
    const texts = nodes.map((node) => deepText(node).replace(BEFORE_ABSTRACT, ""));
    const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), "");
    if (longest !== "") return longest;
  }
  return undefined;
}

function datesOf(all: ReadonlyMap<string, readonly XmlNode[]>): string[] {
  const dates = DATES.flatMap((name) => (all.get(name) ?? []).map(dateOf)).filter((date) => date !== "");
  // EndNote has the day and its year in two places.
  const year = (all.get("year") ?? []).map((node) => deepText(node))[0];
  return year === undefined ? dates : [...dates, ...dates.map((date) => `${date} ${year}`)];
}

function dateOf(node: XmlNode): string {
  const parts = ["year", "month", "day"].map((part) => textsAt(node, part)[0]).filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join("-") : deepText(node);
}

function peopleOf(all: ReadonlyMap<string, readonly XmlNode[]>): string[] {
  for (const name of PEOPLE) {
    const nodes = (all.get(name) ?? []).filter((node) => attributeOf(node, "contrib-type") !== "editor");
    const people = nodes.map(personName).filter((person) => person !== "");
    // A feed names all its authors in one element.
    if (people.length > 0) return people.length === 1 ? splitNames(people[0]!) : people;
  }
  return [];
}

function personName(person: XmlNode): string {
  const below = descendants(person);
  const part = (names: readonly string[], type: string): string => {
    const named = names.flatMap((name) => below.get(name) ?? []).map(textOfNode);
    const typed = (below.get("namePart") ?? []).filter((node) => attributeOf(node, "type") === type).map(textOfNode);
    return [...named, ...typed].find((text) => text !== "") ?? "";
  };
  const whole = `${part(GIVEN, "given")} ${part(FAMILY, "family")}`.trim();
  return whole === "" ? deepText(person) : whole;
}
