import { describe, expect, it } from "vitest";
import {
  assignThemes,
  countTerms,
  createPaperIndex,
  deserialize,
  discoverThemes,
  fitPhraseStatistics,
  fitTagger,
  fitTfidf,
  isThemataError,
  type Saveable,
  serialize,
  splitTheme,
  tagPapers,
  themeTree,
} from "../../src/index.js";
import { PaperIndex } from "../../src/related/paper-index.js";
import { demonstration } from "../fixtures.js";

// A few words make every field; more would be read and written two thousand times.
const papers = demonstration.slice(0, 10).map(({ id, title, abstract }) => {
  return { id, title, abstract: abstract.slice(0, abstract.indexOf(". ")) };
});
const model = discoverThemes(papers, { k: 2 });
const divided = splitTheme(model, model.themes[0]!.id, { k: 2 });
const themes = [
  { id: "a", name: "reward models" },
  { id: "b", name: "language models" },
];
const examples = papers.map((paper, i) => ({ paper, themes: [i % 2 === 0 ? "a" : "b"] }));
const documents = [["reward", "model"], ["model"]];

const saved: Readonly<Record<string, object>> = {
  "theme-model": model,
  "theme-model with a divided theme": divided,
  "tagger by names": fitTagger({ themes }),
  "tagger by examples": fitTagger({ themes, examples }),
  "paper-index": createPaperIndex(papers).toData(),
  "phrase-statistics": fitPhraseStatistics(papers),
  "tfidf-model": fitTfidf(documents),
  "term-counts": countTerms(documents),
};

/** The bytes of plain data, those of an index too, whatever they hold. */
function bytesOf(name: string, data: object): Uint8Array {
  const index = name === "paper-index" ? Object.create(PaperIndex.prototype, { toData: { value: () => data } }) : data;
  return serialize(index as Saveable);
}

type Path = readonly string[];

/** The places in data: every key of every object, of lists the first and the last item. */
function placesIn(data: unknown, path: Path = []): Path[] {
  if (typeof data !== "object" || data === null || ArrayBuffer.isView(data)) return [path];
  const keys = Array.isArray(data) ? [...new Set([0, data.length - 1])].filter((i) => i in data) : Object.keys(data);
  const inside = keys.flatMap((key) => placesIn((data as Record<string, unknown>)[key], [...path, `${key}`]));
  return path.length === 0 ? inside : [path, ...inside];
}

/** What stands at a place is changed by `spoil`; the data are not. */
function spoilt<T>(data: T, [key, ...rest]: Path, spoil: (value: unknown) => unknown): T {
  if (key === undefined) return spoil(data) as T;
  const copy = (Array.isArray(data) ? [...data] : { ...data }) as Record<string, unknown>;
  copy[key] = spoilt(copy[key], rest, spoil);
  return copy as T;
}

type Numbers = Float64Array | Uint32Array;
const numbers = (value: unknown): Numbers | undefined => (ArrayBuffer.isView(value) ? (value as Numbers) : undefined);

/** Ways in which a field can be wrong. */
const ways: Readonly<Record<string, (value: unknown) => unknown>> = {
  absent: () => undefined,
  null: () => null,
  "a text": () => "constructor",
  "an unfit number": () => -1.5,
  "a list": () => [[]],
  "an object": () => ({ rows: 1 }),
  "other numbers": () => Int8Array.of(-1),
  longer: (value) =>
    Array.isArray(value) ? [...value, ...value.slice(0, 1)] : typeof value === "number" ? value + 1 : value,
  shorter: (value) => numbers(value)?.slice(1) ?? (Array.isArray(value) ? value.slice(1) : value),
  "out of range": (value) => numbers(value)?.map((_, i) => (i === 0 ? 4e9 : Number.NaN)) ?? value,
  backwards: (value) => numbers(value)?.slice().reverse() ?? (Array.isArray(value) ? [...value].reverse() : value),
};

/** Fields that are otherwise where a theme is divided; the rest is spoilt in the model that is not. */
const ofDivision = new Set(["regions", "prototypes", "decisions", "themes"]);

/** Uses a loaded value as its owner would. */
function use(value: Saveable): void {
  if ("assignments" in value) {
    assignThemes(value, papers.slice(0, 2));
    themeTree(value);
  } else if ("related" in value) value.related(papers[0]!.title);
  else if ("methods" in value) tagPapers(value, papers.slice(0, 2));
}

describe("deserialize(bytes) of data with one field spoilt", () => {
  for (const [name, data] of Object.entries(saved)) {
    it(`${name}: MODEL_FORMAT with the field, or a value that answers or says what is wrong`, {
      timeout: 120_000,
    }, () => {
      const reasons = new Set<string>();
      for (const path of data === divided
        ? placesIn(data).filter(([field]) => ofDivision.has(field!))
        : placesIn(data)) {
        for (const spoil of Object.values(ways)) {
          try {
            use(deserialize(bytesOf(name, spoilt(data, path, spoil))));
          } catch (error) {
            if (!isThemataError(error)) throw new Error(`${name}: ${path.join(".")} spoilt`, { cause: error });
            reasons.add(error.message);
          }
        }
      }
      expect(reasons.size).toBeGreaterThan(3);
    });
  }
});
