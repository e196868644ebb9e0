/** A tagger that looks names up in an index: no vectors, no weights, and a fit in time linear in names and papers. */

import { addTo } from "../../matrix/by-key.js";
import { zeros } from "../../matrix/dense.js";
import type { TfidfModel } from "../../vectors/tfidf.js";
import type { GatheredPapers } from "../gather-examples.js";
import { assumedCalibration } from "../learning/assumed-calibration.js";
import { tagAnalyzer } from "../tag-space.js";
import type { Tagger } from "../tagger.js";
import { indexNames } from "./name-index.js";
import { fitNames } from "./tag-by-names.js";

const noWords: TfidfModel["options"] = {
  ngramRange: [1, 1],
  minDf: 0,
  maxDf: 1,
  sublinearTf: true,
  smoothIdf: true,
  norm: "l2",
};

/** Fits; the themes of examples hold for their papers, and all papers tell how the names are used. */
export function fitNameTagger({ themes, papers, themesOf }: GatheredPapers): Tagger {
  const { variantOf } = indexNames(themes);
  const examples = new Map<string, number>();
  for (const ids of themesOf) for (const id of ids) addTo(examples, id, 1);
  const noMap = { weights: zeros(0, themes.length), intercepts: new Float64Array(themes.length) };
  const noRows = { indptr: new Uint32Array(1), indices: new Uint32Array(0), data: new Float64Array(0) };
  return {
    themes,
    methods: themes.map(({ id }, theme) => ({
      themeId: id,
      method: "names",
      examples: examples.get(id) ?? 0,
      described: true,
      ...(variantOf[theme] === theme ? {} : { sameAs: themes[variantOf[theme]!]!.id }),
    })),
    analyzer: tagAnalyzer.options!,
    tfidf: { vocabulary: [], idf: new Float64Array(0), options: noWords },
    definitions: { rows: themes.length, columns: 0, ...noRows, indptr: new Uint32Array(themes.length + 1) },
    ranking: noMap,
    relevance: noMap,
    calibration: assumedCalibration(themes.length),
    memory: {
      paperIds: [],
      vectors: { rows: 0, columns: 0, ...noRows },
      labelledRows: new Uint32Array(0),
      labels: new Int8Array(0),
      removed: new Int8Array(0),
    },
    decisions: themesOf.map((ids, row) => ({ paperId: papers[row]!.id, add: [...ids], remove: [] })),
    choices: { method: "names", linearShare: 0, backgroundShare: 0 },
    names: fitNames(themes, papers),
  };
}
