import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTaxonomy } from "../../src/formats/index.js";

const samples = new URL("../../fixtures/formats/", import.meta.url);

describe("readTaxonomy(skos) of themata/formats", () => {
  it.each(["taxonomy.rdf", "taxonomy.jsonld"])("reads the concepts of %s, English first", (file) => {
    expect(readTaxonomy(readFileSync(new URL(file, samples)))).toStrictEqual({
      themes: [
        { id: "http://example.org/transport", name: "Transport", description: "How people and goods move" },
        {
          id: "http://example.org/rail",
          name: "Rail travel",
          description: "Trains by day and by night",
          aliases: ["railways", "trains"],
          parents: ["http://example.org/transport"],
        },
      ],
      problems: [],
      format: "skos",
    });
  });

  it("takes labels without a language, and the first language where there is no English", () => {
    const rdf = (labels: string): string => `<rdf:RDF><skos:Concept rdf:about="x">${labels}</skos:Concept></rdf:RDF>`;
    const name = (labels: string): string | undefined => readTaxonomy(rdf(labels)).themes[0]?.name;
    expect(name('<skos:prefLabel>Plain</skos:prefLabel><skos:prefLabel xml:lang="de">Deutsch</skos:prefLabel>')).toBe(
      "Plain",
    );
    expect(
      name(
        '<skos:prefLabel xml:lang="fr">Français</skos:prefLabel><skos:prefLabel xml:lang="de">Deutsch</skos:prefLabel>',
      ),
    ).toBe("Français");
    expect(name('<skos:prefLabel xml:lang="en-GB">Colour &amp; light</skos:prefLabel>')).toBe("Colour & light");
  });

  it("leaves out what is no concept and links to nothing, and survives a file that is cut", () => {
    const text = readFileSync(new URL("taxonomy.rdf", samples), "utf8");
    const { themes } = readTaxonomy(text.slice(0, text.indexOf("<skos:altLabel")));
    expect(themes.map(({ name }) => name)).toStrictEqual(["Transport"]);
    const other = text.replace(
      "<rdf:Description",
      '<rdf:Description rdf:about="s"><rdf:type rdf:resource="ConceptScheme"/></rdf:Description><rdf:Description',
    );
    expect(readTaxonomy(other).themes).toHaveLength(2);
  });

  it("finds concepts within links, under any name of a list, and passes over nodes without an id", () => {
    const nested = `<rdf:RDF><skos:Concept rdf:about="b"><skos:prefLabel>B</skos:prefLabel>
      <skos:broader><skos:Concept rdf:about="a"><skos:prefLabel>A</skos:prefLabel></skos:Concept></skos:broader>
      <skos:related/></skos:Concept><skos:Concept rdf:about="a"><skos:prefLabel>A</skos:prefLabel></skos:Concept></rdf:RDF>`;
    expect(readTaxonomy(nested).themes.find(({ id }) => id === "b")).toMatchObject({ parents: ["a"] });
    const a = { uri: "a", type: "skos:Concept", prefLabel: "A" };
    for (const json of [{ concepts: [a, { prefLabel: "no id" }, 7] }, { "@context": {}, ...a }]) {
      expect(readTaxonomy(JSON.stringify(json), { format: "skos" }).themes).toEqual([{ id: "a", name: "A" }]);
    }
    expect(() => readTaxonomy("{broken", { format: "skos" })).toThrow("JSON-LD");
  });

  it("reads labels by language maps and concepts in a plain list", () => {
    const json = [
      { "@id": "a", "@type": "Concept", prefLabel: { en: "Alpha", de: "Alfa" }, altLabel: { en: ["A", "AA"] } },
      { "@id": "b", "@type": "Concept", prefLabel: "Beta", broader: "a" },
    ];
    expect(readTaxonomy(JSON.stringify(json)).themes).toStrictEqual([
      { id: "a", name: "Alpha", aliases: ["A", "AA"] },
      { id: "b", name: "Beta", parents: ["a"] },
    ]);
  });

  it("reads the core's formats as well", () => {
    expect(readTaxonomy("id,name\na,Alpha\n")).toMatchObject({ themes: [{ id: "a", name: "Alpha" }], format: "csv" });
  });
});
