export { isThemataError, ThemataError, type ErrorCode, type ErrorDetails } from "./errors.js";
// matrix
export type { CsrMatrix } from "./matrix/csr.js";
export type { DenseMatrix } from "./matrix/dense.js";
// papers
export type { Paper, Problem, TextField } from "./papers/paper.js";
export type { PaperFormat } from "./papers/paper-format.js";
export { readPapers, type ReadPapersOptions, type ReadPapersResult } from "./papers/read-papers.js";
// text
export { tokenize, type Token, type TokenKind } from "./text/tokenize.js";
export { findAcronyms, type Acronym } from "./text/acronyms.js";
export type { AcronymEntry } from "./text/acronym-dictionary.js";
export { statisticalPhrases, type PhraseExtractor, type PhraseSpan } from "./text/noun-phrases.js";
export { phraseKey } from "./text/phrase-key.js";
export { fitPhraseStatistics, type PhraseStatistics, type PhraseStatisticsOptions } from "./text/phrase-statistics.js";
export { extractKeyphrases, type Keyphrase, type KeyphraseOptions } from "./text/keyphrases.js";
export { createAnalyzer, type Analyzer, type AnalyzerOptions } from "./text/analyzer.js";
// vectors
export { countTerms, mergeCounts, type CountOptions, type TermCounts } from "./vectors/counts.js";
export { applyTfidf, fitTfidf, type TfidfModel, type TfidfOptions } from "./vectors/tfidf.js";
export { truncatedSvd, type SvdOptions, type TruncatedSvd } from "./vectors/truncated-svd.js";
export { neighbourGraph, type NeighbourOptions } from "./vectors/neighbour-graph.js";
// clusters
export { sphericalKmeans, type SphericalKmeansOptions, type SphericalKmeansResult } from "./clusters/spherical-kmeans.js";
export { consensusClusters, type Coassociation, type ConsensusOptions, type ConsensusResult } from "./clusters/consensus.js";
// evaluate
export { clusteringScores, type ClusteringScores } from "./evaluate/clustering.js";
export { coherence, type Coherence } from "./evaluate/coherence.js";
export { taggingScores, type TaggingScores, type ThemeTaggingScores } from "./evaluate/tagging.js";
