/** The vectors of a tagger: TF-IDF over the papers it learns from, with the words of the definitions always known. */

import { ThemataError } from "../errors.js";
import type { CsrMatrix } from "../matrix/csr.js";
import type { Paper } from "../papers/paper.js";
import { type Analyzer, createAnalyzer, paperTerms, readTerms } from "../text/analyzer.js";
import type { ThemeDefinition } from "../themes/model/theme-definition.js";
import { countsOf, countTerms, type TermCounts } from "../vectors/counts.js";
import { applyTfidf, fitTfidf, type TfidfModel } from "../vectors/tfidf.js";
import { inPapersSpelling } from "./learning/papers-spelling.js";

/** The default: stems, runs of one and two, a title counts as much as two sentences. */
export const tagAnalyzer: Analyzer = createAnalyzer({
  ngramRange: [1, 2],
  fields: { title: 2, abstract: 1, keywords: 0 },
});

/** What a fit knows of its papers and definitions. */
export interface TagSpace {
  readonly tfidf: TfidfModel;
  /** papers x terms */
  readonly vectors: CsrMatrix;
  /** themes x terms */
  readonly definitions: CsrMatrix;
}

/** A word of fewer papers joins nothing; a handful of papers has no words to spare. */
const fewPapers = 20;
/** Cells of a table of terms x themes at most; rarer terms go first. */
const mostCells = 2 ** 25;

/**
 * Learns the vocabulary. Without papers the definitions are the documents: a word that few of them share tells them
 * apart.
 *
 * @throws ThemataError EMPTY_CORPUS without papers and definitions, EMPTY_VOCABULARY
 */
export function fitTagSpace(
  papers: readonly Paper[],
  themes: readonly ThemeDefinition[],
  analyzer: Analyzer,
): TagSpace {
  const documents = papers.map((paper) => paperTerms(analyzer, paper));
  const written = documents.length > 0 ? countTerms(documents) : undefined;
  const spelled = written === undefined ? themes : inSpellingOf(written, themes, analyzer);
  const definitionTerms = spelled.map((theme) => themeTerms(theme, analyzer));
  const counts = written ?? countTerms(definitionTerms);
  const known = withTerms(
    pruned(counts, papers.length < fewPapers ? 1 : 2, mostCells / themes.length),
    definitionTerms,
  );
  if (known.vocabulary.length === 0) {
    const message =
      "fitTagger: expected words in the themes or the papers, stop words aside, got none. Add descriptions.";
    throw new ThemataError("EMPTY_VOCABULARY", message, { documents: known.documents, terms: 0 });
  }
  const tfidf = fitTfidf(known, { minDf: 0, sublinearTf: true });
  const met = new Set(counts.vocabulary);
  const isMet = known.vocabulary.map((term) => term.split(" ").every((word) => met.has(word)));
  const definitions = applyTfidf(tfidf, definitionTerms);
  for (let row = 0; row < definitions.rows; row += 1) dampUnmet(definitions, row, isMet);
  return { tfidf, vectors: applyTfidf(tfidf, documents), definitions };
}

/**
 * Words that no paper has are the rarest of all by their idf. Together they may be as long as the rest of a definition, no
 * longer: a keyword too many must not hide a theme. In place; the row stays of unit length.
 */
function dampUnmet({ indptr, indices, data }: CsrMatrix, row: number, isMet: readonly boolean[]): void {
  let unmet = 0;
  for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) if (!isMet[indices[p]!]) unmet += data[p]! * data[p]!;
  if (unmet <= 0.5 || unmet > 1 - 1e-9) return;
  const [less, more] = [Math.sqrt(0.5 / unmet), Math.sqrt(0.5 / (1 - unmet))];
  for (let p = indptr[row]!; p < indptr[row + 1]!; p += 1) data[p]! *= isMet[indices[p]!] ? more : less;
}

function inSpellingOf(
  { vocabulary, documentFrequencies }: TermCounts,
  themes: readonly ThemeDefinition[],
  analyzer: Analyzer,
): ThemeDefinition[] {
  const papersOf = new Map(vocabulary.map((term, column) => [term, documentFrequencies[column]!]));
  return themes.map((theme) => inPapersSpelling(theme, analyzer, (term) => papersOf.get(term) ?? 0));
}

/** The words of a definition, those of its names counted twice. */
export function themeTerms(theme: ThemeDefinition, analyzer: Analyzer): string[] {
  const title = [theme.name, ...(theme.aliases ?? []), ...(theme.keywords ?? [])].join(". ");
  const terms = readTerms(analyzer, title);
  return [...terms, ...terms, ...readTerms(analyzer, theme.description ?? "")];
}

/** The terms of `minDf` documents or more; of `limit` times as many, those of most documents. */
function pruned(counts: TermCounts, minDf: number, limit: number): TermCounts {
  const frequencies = counts.documentFrequencies;
  const tally = new Float64Array(counts.documents + 2);
  for (const df of frequencies) tally[df]! += 1;
  let fewest = minDf;
  let kept = 0;
  for (let df = minDf; df <= counts.documents; df += 1) kept += tally[df]!;
  while (kept > limit) kept -= tally[fewest++]!;
  const columns = [...frequencies.keys()].filter((column) => frequencies[column]! >= fewest);
  return {
    documents: counts.documents,
    vocabulary: columns.map((column) => counts.vocabulary[column]!),
    documentFrequencies: Uint32Array.from(columns, (column) => frequencies[column]!),
  };
}

/** The counts with the definitions' terms added, as if one paper had them. */
function withTerms(counts: TermCounts, definitionTerms: readonly (readonly string[])[]): TermCounts {
  const frequencyOf = new Map(counts.vocabulary.map((term, i) => [term, counts.documentFrequencies[i]!]));
  for (const terms of definitionTerms) for (const term of terms) if (!frequencyOf.has(term)) frequencyOf.set(term, 1);
  return countsOf(frequencyOf, counts.documents);
}
