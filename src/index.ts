export { isThemataError, ThemataError, type ErrorCode, type ErrorDetails } from "./errors.js";
// matrix
export type { CsrMatrix } from "./matrix/csr.js";
export type { DenseMatrix } from "./matrix/dense.js";
// papers
export type { Paper, Problem, TextField } from "./papers/paper.js";
export type { PaperFormat } from "./papers/paper-format.js";
export { addKeywords } from "./papers/add-keywords.js";
export { mergePapers, type MergedPaper, type MergeReason, type MergeResult } from "./papers/merge-papers.js";
export { readPapers, type ReadPapersOptions, type ReadPapersResult } from "./papers/read-papers.js";
export { writePapers, type WritableFormat, type WritePapersOptions } from "./papers/write-papers.js";
// text
export { tokenize, type Token, type TokenKind } from "./text/tokenize.js";
export { splitSentences, type Sentence } from "./text/sentences.js";
export { detectLanguage, type DetectedLanguage } from "./text/language.js";
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
export { kmeans, type KmeansOptions, type KmeansResult } from "./clusters/kmeans.js";
export { communities, type CommunityOptions, type CommunityResult } from "./clusters/communities.js";
export { sphericalKmeans, type SphericalKmeansOptions, type SphericalKmeansResult } from "./clusters/spherical-kmeans.js";
export { consensusClusters, type Coassociation, type ConsensusOptions, type ConsensusResult } from "./clusters/consensus.js";
// evaluate
export { clusteringScores, type ClusteringScores } from "./evaluate/clustering.js";
export { coherence, type Coherence } from "./evaluate/coherence.js";
export { taggingScores, type TaggingScores, type ThemeTaggingScores } from "./evaluate/tagging.js";
// themes
export { discoverThemes, type DiscoverOptions } from "./themes/discover-themes.js";
export { assignThemes, type AssignOptions } from "./themes/assign-themes.js";
export type { NameHook, UnnamedTheme } from "./themes/describe-themes.js";
export type { PaperVectors } from "./themes/external-vectors.js";
export type { ThemeMethod } from "./themes/partition.js";
export type { Progress, ProgressOptions } from "./themes/progress.js";
export type { ThemeDefinition } from "./themes/theme-definition.js";
export type {
  Assignment,
  Decisions,
  ModelPaper,
  PhraseTable,
  Theme,
  ThemeChoice,
  ThemeModel,
  ThemeSpace,
  WeightedPhrase,
} from "./themes/theme-model.js";
// report
export { renderMarkdown } from "./report/render-markdown.js";
