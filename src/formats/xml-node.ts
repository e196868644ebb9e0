/** One XML element as a tree to look into, with entities left alone and mixed text kept as it stands. */

import { XMLParser } from "fast-xml-parser";
import { asList, field, isObject } from "../papers/json/json-value.js";
import { readableText } from "../papers/markup/readable-text.js";

/** A node: its children by name (always lists), its attributes by "@name", its text by "#text". */
export type XmlNode = unknown;

/** Elements that hold text with markup in it. */
const MIXED = [
  "title",
  "summary",
  "abstract",
  "description",
  "article-title",
  "ArticleTitle",
  "VernacularTitle",
  "BookTitle",
  "AbstractText",
  "Title",
];

/** Line ends and tabs of EndNote. */
const WHITE = /&#(?:x0?[9AD]|9|1[03]);/gi;

/** Marks of style that say nothing in any format. */
const STYLE = /<\/?style[^<>]{0,400}>/g;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  stopNodes: MIXED.map((name) => `..${name}`),
});

/** The element of a piece of XML, or undefined where the piece is broken. */
export function parseElement(text: string, name: string): XmlNode | undefined {
  try {
    return nodesAt(parser.parse(text), name)[0];
  } catch {
    return undefined;
  }
}

/** All nodes at the end of a path of names. */
export function nodesAt(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  let nodes: readonly XmlNode[] = [node];
  for (const name of path) nodes = nodes.flatMap((parent) => asList(field(parent, name)));
  return nodes;
}

/** The children of a node with their names, in the order in which each name first stands there; no attributes, no text. */
export function childrenOf(node: XmlNode): readonly (readonly [name: string, child: XmlNode])[] {
  if (!isObject(node)) return [];
  const named = Object.entries(node).filter(([name]) => !name.startsWith("@") && name !== "#text");
  return named.flatMap(([name, children]) => asList(children).map((child) => [name, child] as const));
}

/** The text of the first node at the end of a path, made readable; undefined where there is none. */
export function textAt(node: XmlNode, ...path: readonly string[]): string | undefined {
  return textsAt(node, ...path)[0];
}

/** The readable texts of all nodes at the end of a path; empty ones are left out. */
export function textsAt(node: XmlNode, ...path: readonly string[]): string[] {
  return nodesAt(node, ...path)
    .map(textOfNode)
    .filter((text) => text !== "");
}

/** The readable text of one node. */
export function textOfNode(node: XmlNode): string {
  const text = isObject(node) ? node["#text"] : node;
  // Elements with markup are kept as they stand, the marks of CDATA sections included.
  return typeof text === "string"
    ? readableText(
        text
          .replace(/<!\[CDATA\[|\]\]>/g, "")
          .replace(STYLE, "")
          .replace(WHITE, " "),
      )
    : "";
}

/** An attribute of a node. */
export function attributeOf(node: XmlNode, name: string): string | undefined {
  const value = field(node, `@${name}`);
  return typeof value === "string" ? readableText(value) : undefined;
}
