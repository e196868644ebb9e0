/** SKOS taxonomies in RDF/XML or JSON-LD: concepts as entries. */

import { ThemataError } from "../errors.js";
import { asList, asText, field, isObject, type JsonObject } from "../papers/json/json-value.js";
import type { TaxonomyEntry } from "../tags/taxonomy/taxonomy-entry.js";
import { xmlElements } from "./xml-elements.js";
import { attributeOf, nodesAt, parseElement, textOfNode } from "./xml-node.js";

/** A concept while its statements are gathered; each text with its language. */
interface Concept {
  isConcept: boolean;
  readonly texts: { readonly property: string; readonly text: string; readonly language: string }[];
  readonly links: { readonly property: string; readonly target: string }[];
}

const TEXTS = ["prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote", "notation"];
const LINKS = ["broader", "broaderTransitive", "narrower"];

/**
 * The entries of a SKOS file. Where there are several languages, English counts, then labels without a language, then
 * the first. Broader and narrower say the same from two sides.
 */
export function entriesOfSkos(text: string): TaxonomyEntry[] {
  const concepts = new Map<string, Concept>();
  if (text.trimStart().startsWith("<")) gatherXml(text, concepts);
  else gatherJson(text, concepts);
  const parents = new Map<string, string[]>();
  const addParent = (child: string, parent: string): void => {
    const known = parents.get(child);
    if (known === undefined) parents.set(child, [parent]);
    else if (!known.includes(parent)) known.push(parent);
  };
  for (const [id, { links }] of concepts) {
    for (const { property, target } of links) {
      if (property === "narrower") addParent(target, id);
      else addParent(id, target);
    }
  }
  const entries: TaxonomyEntry[] = [];
  for (const [id, concept] of concepts) {
    const name = preferred(concept, "prefLabel")[0];
    if (!concept.isConcept && name === undefined) continue;
    entries.push({
      id,
      name,
      description: preferred(concept, "definition")[0] ?? preferred(concept, "scopeNote")[0],
      aliases: [...preferred(concept, "altLabel"), ...preferred(concept, "hiddenLabel")],
      parents: (parents.get(id) ?? []).filter((parent) => concepts.has(parent)),
    });
  }
  return entries;
}

/** The texts of a property in the best language that it has. */
function preferred(concept: Concept, property: string): string[] {
  const texts = concept.texts.filter((text) => text.property === property);
  const rank = (language: string): number => (/^en\b/i.test(language) ? 0 : language === "" ? 1 : 2);
  const best = Math.min(...texts.map(({ language }) => rank(language)));
  const language = texts.find((text) => rank(text.language) === best)?.language;
  return texts.filter((text) => text.language === language).map(({ text }) => text);
}

function conceptOf(concepts: Map<string, Concept>, id: string): Concept {
  const known = concepts.get(id);
  if (known !== undefined) return known;
  const fresh: Concept = { isConcept: false, texts: [], links: [] };
  concepts.set(id, fresh);
  return fresh;
}

function gatherXml(text: string, concepts: Map<string, Concept>): void {
  for (const { name, text: piece, complete } of xmlElements(text, new Set(["Concept", "Description"]))) {
    const node = complete ? parseElement(piece, name) : undefined;
    const id = attributeOf(node, "about") ?? attributeOf(node, "ID");
    if (id === undefined) continue;
    const concept = conceptOf(concepts, id);
    const types = nodesAt(node, "type").map((type) => attributeOf(type, "resource") ?? "");
    if (name === "Concept" || types.some((type) => type.endsWith("Concept"))) concept.isConcept = true;
    for (const property of TEXTS) {
      for (const value of nodesAt(node, property)) {
        concept.texts.push({ property, text: textOfNode(value), language: attributeOf(value, "lang") ?? "" });
      }
    }
    for (const property of LINKS) {
      for (const value of nodesAt(node, property)) {
        const nested = nodesAt(value, "Concept")[0];
        const target = attributeOf(value, "resource") ?? attributeOf(nested, "about");
        if (target !== undefined) concept.links.push({ property, target });
      }
    }
  }
}

function gatherJson(text: string, concepts: Map<string, Concept>): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ThemataError(
      "PARSE_FAILED",
      "readTaxonomy: expected JSON-LD, got text that is not JSON.",
      { format: "skos" },
      error,
    );
  }
  const nodes = Array.isArray(value) ? value : asList(field(value, "@graph") ?? field(value, "concepts") ?? [value]);
  for (const node of nodes) if (isObject(node)) gatherNode(node, concepts);
}

function gatherNode(node: JsonObject, concepts: Map<string, Concept>): void {
  const id = asText(node["@id"]) ?? asText(node["id"]) ?? asText(node["uri"]);
  if (id === undefined) return;
  const concept = conceptOf(concepts, id);
  const types = [node["@type"], node["type"]].flatMap((type) => (Array.isArray(type) ? type : [type]));
  if (types.some((type) => asText(type)?.endsWith("Concept"))) concept.isConcept = true;
  for (const [key, value] of Object.entries(node)) {
    // "prefLabel", "skos:prefLabel" and the whole IRI are one.
    const property = key.replace(/^.*[#/:]/, "");
    const values = Array.isArray(value) ? value : [value];
    if (TEXTS.includes(property)) for (const item of values) concept.texts.push(...literals(property, item));
    if (LINKS.includes(property)) {
      for (const item of values) {
        const target = asText(item) ?? asText(field(item, "@id")) ?? asText(field(item, "id"));
        if (target !== undefined) concept.links.push({ property, target });
      }
    }
  }
}

/** "text", { "@value": "text", "@language": "en" } or { "en": "text" }. */
function literals(property: string, value: unknown): Concept["texts"] {
  const plain = asText(value) ?? asText(field(value, "@value"));
  if (plain !== undefined) return [{ property, text: plain, language: asText(field(value, "@language")) ?? "" }];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([language, item]) =>
    (Array.isArray(item) ? item : [item]).flatMap((text) => {
      const found = asText(text);
      return found === undefined ? [] : [{ property, text: found, language }];
    }),
  );
}
