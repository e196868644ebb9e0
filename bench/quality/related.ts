/**
 * Quality of related papers and of search, paired with plain TF-IDF and BM25 over the same queries.
 * Run: npx tsx bench/quality/related.ts [--dimensions 30] [--share 0.3]
 *
 * plain TF-IDF: scikit-learn's defaults (words of two characters and more, no stop words, no stems). BM25: Porter stems,
 * stop words out, k1 1.2, b 0.75, idf ln(1 + (n - df + .5) / (df + .5)), the whole paper as query.
 */

import { applyTfidf, createAnalyzer, createPaperIndex, fitTfidf, type Paper, rankingScores } from "../../src/index.js";
import { seededRandom } from "../../src/matrix/random.js";
import { corporaPresent, ijcai, type LabelledCorpus, readCorpus, seedCorpus, stream, venues } from "../corpora.js";

type Ranker = (id: string) => string[];
type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>;

const everything = 100_000;

function argument(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

const dimensions = argument("dimensions", 30);
const denseShare = argument("share", 0.3);

function themata(papers: readonly Paper[]): Ranker {
  const index = createPaperIndex(papers, { dimensions, denseShare });
  return (id) => index.related(id, { limit: everything, explain: false }).map(({ paperId }) => paperId);
}

function plainTfidf(papers: readonly Paper[]): Ranker {
  const documents = papers.map(wordsOf);
  return byDotProduct(papers, rowsOf(applyTfidf(fitTfidf(documents), documents)));
}

function bm25(papers: readonly Paper[], k1 = 1.2, b = 0.75): Ranker {
  const { terms } = createAnalyzer();
  const counts = papers.map((paper) => countsOf(terms(`${paper.title}\n${paper.abstract}`)));
  const frequency = new Map<string, number>();
  for (const row of counts) for (const term of row.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const lengths = counts.map((row) => [...row.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const weights = counts.map((row, i) => {
    const length = k1 * (1 - b + (b * lengths[i]!) / meanLength);
    return new Map(
      [...row].map(([term, count]) => {
        const df = frequency.get(term)!;
        return [term, (Math.log(1 + (papers.length - df + 0.5) / (df + 0.5)) * count * (k1 + 1)) / (count + length)];
      }),
    );
  });
  return byDotProduct(papers, weights, counts);
}

/** Ranks by the dot product of a query row with every row, ties by position. */
function byDotProduct<T>(
  papers: readonly Paper[],
  rows: readonly ReadonlyMap<T, number>[],
  queries: readonly ReadonlyMap<T, number>[] = rows,
): Ranker {
  const position = new Map(papers.map(({ id }, i) => [id, i]));
  const postings = new Map<T, [number, number][]>();
  rows.forEach((row, i) => {
    for (const [term, weight] of row) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [[i, weight]]);
      else list.push([i, weight]);
    }
  });
  return (id) => {
    const query = position.get(id)!;
    const scores = new Float64Array(papers.length);
    for (const [term, weight] of queries[query]!) {
      for (const [row, other] of postings.get(term) ?? []) scores[row]! += weight * other;
    }
    const order = papers.map((_, i) => i).filter((i) => i !== query);
    return order.sort((i, j) => scores[j]! - scores[i]! || i - j).map((i) => papers[i]!.id);
  };
}

function wordsOf({ title, abstract }: Paper): string[] {
  return `${title} ${abstract}`.toLowerCase().match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function rowsOf(matrix: ReturnType<typeof applyTfidf>): Map<number, number>[] {
  return Array.from({ length: matrix.rows }, (_, row) => {
    const cells = new Map<number, number>();
    for (let p = matrix.indptr[row]!; p < matrix.indptr[row + 1]!; p += 1)
      cells.set(matrix.indices[p]!, matrix.data[p]!);
    return cells;
  });
}

/** Mean of the differences with the 95 % interval of 10,000 resamplings of the queries. */
function paired(ours: readonly number[], theirs: readonly number[]): string {
  const differences = ours.map((score, i) => score - theirs[i]!);
  const random = seededRandom(1);
  const means = Array.from({ length: 10_000 }, () => {
    let sum = 0;
    for (let i = 0; i < differences.length; i += 1) sum += differences[Math.floor(random() * differences.length)]!;
    return sum / differences.length;
  }).sort((a, b) => a - b);
  const mean = differences.reduce((sum, d) => sum + d, 0) / differences.length;
  return `${signed(mean)} [${signed(means[250]!)}, ${signed(means[9749]!)}]`;
}

function signed(value: number): string {
  return `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(3)}`;
}

function compare(name: string, judgements: Judgements, rankers: Readonly<Record<string, Ranker>>): void {
  console.log(`\n${name}: ${judgements.size} queries`);
  const results = Object.entries(rankers).map(([ranker, rank]) => {
    const rankings = new Map([...judgements.keys()].map((query) => [query, rank(query)]));
    const [at5, at10] = [5, 10].map((k) => rankingScores(rankings, judgements, { k }));
    const figures = [at5!.ndcg, at5!.map, at10!.ndcg, at10!.recall, at5!.mrr].map((score) => score.toFixed(3));
    console.log(
      `  ${ranker.padEnd(14)} nDCG@5 ${figures[0]}  MAP ${figures[1]}  nDCG@10 ${figures[2]}  recall@10 ${figures[3]}  MRR ${figures[4]}`,
    );
    return { ranker, scores: at5!.perQuery };
  });
  const [ours, ...others] = results;
  for (const { ranker, scores } of others) {
    const difference = (measure: "ndcg" | "map"): string =>
      paired(
        ours!.scores.map((score) => score[measure]),
        scores.map((score) => score[measure]),
      );
    console.log(`  ${ours!.ranker} - ${ranker}: nDCG@5 ${difference("ndcg")}, MAP ${difference("map")}`);
  }
}

/** Share of the ten nearest that have a tag of the query. */
function sameTag(
  name: string,
  papers: readonly Paper[],
  tagsOf: ReadonlyMap<string, ReadonlySet<string>>,
  rankers: Readonly<Record<string, (papers: readonly Paper[]) => Ranker>>,
): void {
  const queries = papers.filter(({ id }) => tagsOf.get(id)!.size > 0);
  const figures = Object.entries(rankers).map(([ranker, makeRank]) => {
    const rank = makeRank(papers);
    let same = 0;
    for (const { id } of queries)
      for (const other of rank(id).slice(0, 10)) {
        if ([...tagsOf.get(id)!].some((tag) => tagsOf.get(other)!.has(tag))) same += 1;
      }
    return `${ranker} ${(same / queries.length / 10).toFixed(3)}`;
  });
  console.log(`\n${name}: precision@10 over ${queries.length} papers\n  ${figures.join("  ")}`);
}

const labelsOf = ({ papers }: LabelledCorpus): Map<string, Set<string>> =>
  new Map(papers.map(({ id, label }) => [id, new Set([label!])]));

/** Authors' keywords that 3 to 60 papers have. */
function sharedKeywords(papers: readonly { id: string; keyphrases: string[] }[]): Map<string, Set<string>> {
  const keywordsOf = papers.map(({ keyphrases }) => [...new Set(keyphrases.map((keyword) => keyword.toLowerCase()))]);
  const counts = countsOf(keywordsOf.flat());
  const shared = (keyword: string): boolean => counts.get(keyword)! >= 3 && counts.get(keyword)! <= 60;
  return new Map(papers.map(({ id }, i) => [id, new Set(keywordsOf[i]!.filter(shared))]));
}

function seedJudgements(): Judgements {
  const rows = readCorpus<{ id: string; related: string[] }>("seed/related-dev.jsonl");
  return new Map(rows.map(({ id, related }) => [id, new Map(related.map((other) => [other, 1]))]));
}

const cranfieldPapers = (): Paper[] =>
  readCorpus<Paper>("cranfield/cranfield.jsonl").map(({ id, title, abstract }) => ({ id, title, abstract }));

function cranfieldJudgements(): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const { query, doc, grade } of readCorpus<{ query: string; doc: string; grade: number }>(
    "cranfield/qrels.jsonl",
  )) {
    const grades = judgements.get(String(query)) ?? new Map<string, number>();
    judgements.set(String(query), grades.set(String(doc), grade));
  }
  return judgements;
}

/** Two documents relevant to one query are related. */
function paperToPaper(judgements: Judgements): Judgements {
  const related = new Map<string, Map<string, number>>();
  for (const grades of judgements.values()) {
    for (const a of grades.keys()) {
      const row = related.get(a) ?? new Map<string, number>();
      related.set(a, row);
      for (const b of grades.keys()) if (a !== b) row.set(b, 1);
    }
  }
  return related;
}

function searchRanker(papers: readonly Paper[], share: number): Ranker {
  const index = createPaperIndex(papers, { dimensions });
  const texts = new Map(
    readCorpus<{ id: string; text: string }>("cranfield/queries.jsonl").map((q) => [String(q.id), q.text]),
  );
  return (query) =>
    index
      .search(texts.get(query)!, { limit: everything, highlight: false, denseShare: share })
      .map(({ paperId }) => paperId);
}

if (!corporaPresent) throw new Error("The corpora are not beside the repository.");
const seed = seedCorpus().papers;
compare("seed corpus, related-dev", seedJudgements(), {
  themata: themata(seed),
  "plain TF-IDF": plainTfidf(seed),
  BM25: bm25(seed),
});
const cranfield = cranfieldPapers();
compare("Cranfield, paper to paper", paperToPaper(cranfieldJudgements()), {
  themata: themata(cranfield),
  "plain TF-IDF": plainTfidf(cranfield),
  BM25: bm25(cranfield),
});
compare("Cranfield, search", cranfieldJudgements(), {
  search: searchRanker(cranfield, 0.2),
  "words alone": searchRanker(cranfield, 0),
});
const rankers = { themata, "plain TF-IDF": plainTfidf, BM25: bm25 };
for (const corpus of [venues(), ijcai(), stream(3457)]) sameTag(corpus.name, corpus.papers, labelsOf(corpus), rankers);
const keyworded = readCorpus<Paper & { keyphrases: string[] }>("openreview-keywords/openreview-keywords.jsonl");
const withoutKeywords = keyworded.map(({ id, title, abstract }) => ({ id, title, abstract }));
sameTag("openreview-keywords", withoutKeywords, sharedKeywords(keyworded), rankers);
