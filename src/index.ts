export { type ErrorCode, type ErrorDetails, isThemataError, ThemataError } from "./errors.js";
export type { Optional } from "./options.js";

// matrix
export type { CsrMatrix } from "./matrix/csr.js";
export type { DenseMatrix } from "./matrix/dense.js";

// papers
export { addKeywords } from "./papers/add-keywords.js";
export { type MergedPaper, type MergeReason, type MergeResult, mergePapers } from "./papers/merge-papers.js";
export type { Paper, Problem, TextField } from "./papers/paper.js";
export type { PaperFormat } from "./papers/paper-format.js";
export { type ReadPapersOptions, type ReadPapersResult, readPapers } from "./papers/read-papers.js";
export { type WritableFormat, type WritePapersOptions, writePapers } from "./papers/write-papers.js";

// text
export type { AcronymEntry } from "./text/acronym-dictionary.js";
export { type Acronym, findAcronyms } from "./text/acronyms.js";
export { type Analyzer, type AnalyzerOptions, createAnalyzer, type FieldWeights } from "./text/analyzer.js";
export { extractKeyphrases, type Keyphrase, type KeyphraseOptions } from "./text/keyphrases.js";
export { type DetectedLanguage, detectLanguage } from "./text/language.js";
export { type PhraseExtractor, type PhraseSpan, statisticalPhrases } from "./text/noun-phrases.js";
export { collocationPhrases, collocations, type Collocation, type CollocationOptions } from "./text/collocations.js";
export { phraseKey } from "./text/phrase-key.js";
export { fitPhraseStatistics, type PhraseStatistics, type PhraseStatisticsOptions } from "./text/phrase-statistics.js";
export { type Sentence, splitSentences } from "./text/sentences.js";
export { type Token, type TokenKind, tokenize } from "./text/tokenize.js";

// vectors
export { type CountOptions, countTerms, mergeCounts, type TermCounts } from "./vectors/counts.js";
export { type NeighbourOptions, neighbourGraph } from "./vectors/neighbour-graph.js";
export { applyTfidf, fitTfidf, type TfidfModel, type TfidfOptions } from "./vectors/tfidf.js";
export { type SvdOptions, type TruncatedSvd, truncatedSvd } from "./vectors/truncated-svd.js";

// evaluate
export {
  type Judgement,
  type PerQuery,
  type RankingMeasures,
  type RankingOptions,
  type RankingScores,
  rankingScores,
} from "./evaluate/ranking.js";
export { type ClusteringScores, clusteringScores } from "./evaluate/clustering.js";
export { type Coherence, coherence } from "./evaluate/coherence.js";
export { type TaggingScores, type ThemeTaggingScores, taggingScores } from "./evaluate/tagging.js";

// clusters
export { type CommunityOptions, type CommunityResult, communities } from "./clusters/communities.js";
export type { Coassociation } from "./clusters/coassociation.js";
export {
  type ConsensusOptions,
  type ConsensusResult,
  consensusClusters,
} from "./clusters/consensus.js";
export { type KmeansOptions, type KmeansResult, kmeans } from "./clusters/kmeans.js";
export {
  type SphericalKmeansOptions,
  type SphericalKmeansResult,
  sphericalKmeans,
} from "./clusters/spherical-kmeans.js";

// themes
export { type AlignedThemes, alignThemes, type ThemeAlignment } from "./themes/changing/align-themes.js";
export { type AssignOptions, assignThemes } from "./themes/assign-themes.js";
export type { NameHook, UnnamedTheme } from "./themes/describe-themes.js";
export type { DiscoverOptions } from "./themes/discover-options.js";
export { discoverThemes } from "./themes/discover-themes.js";
export { type Sweep, type SweepOptions, type SweepRow, sweepThemes } from "./themes/sweep-themes.js";
export type { PaperVectors } from "./themes/space/external-vectors.js";
export type { ThemeMethod } from "./themes/clustering/partition.js";
export { mergeThemes } from "./themes/changing/merge-themes.js";
export { movePapers } from "./themes/changing/move-papers.js";
export { renameTheme } from "./themes/changing/rename-theme.js";
export { type SplitOptions, splitTheme } from "./themes/changing/split-theme.js";
export { type PaperBetween, papersBetween } from "./themes/papers-between.js";
export type { Progress, ProgressOptions } from "./themes/model/progress.js";
export type {
  DriftedTheme,
  MovedPaper,
  NewTheme,
  ThemeChanges,
  ThemeGrowth,
} from "./themes/following/theme-changes.js";
export type { PhraseShift, ThemeDrift } from "./themes/following/drifted-phrases.js";
export type { RefitSignal } from "./themes/following/refit-signal.js";
export { cutThemeTree, type ThemeNode, themeTree } from "./themes/tree/theme-tree.js";
export type { TrendPeriod } from "./themes/following/calendar.js";
export {
  type ThemeTrend,
  themeTrends,
  type TrendOptions,
  type TrendPoint,
} from "./themes/following/theme-trends.js";
export { type ThemeUpdate, type UpdateOptions, updateThemes } from "./themes/changing/update-themes.js";
export type { ThemeDefinition } from "./themes/model/theme-definition.js";
export type {
  Assignment,
  Decisions,
  ModelPaper,
  PhraseTable,
  Theme,
  ThemeChoice,
  ThemeModel,
  ThemeRegions,
  ThemeSpace,
  WeightedPhrase,
} from "./themes/model/theme-model.js";

// tags
export { correctTagger, type TagCorrection } from "./tags/correct-tagger.js";
export {
  type Confusion,
  type CrossValidateOptions,
  crossValidateTagger,
  type TaggerReport,
} from "./tags/cross-validate-tagger.js";
export type { TagEvidence } from "./tags/evidence/evidence.js";
export { fitTagger, type FitTaggerOptions, type TaggerInput } from "./tags/fit-tagger.js";
export type { TagExample } from "./tags/gather-examples.js";
export { type LearningCurveOptions, type LearningCurvePoint, learningCurve } from "./tags/learning-curve.js";
export type { ReliabilityBin } from "./tags/reliability.js";
export { type SuggestedExample, suggestExamples, type SuggestOptions } from "./tags/suggest-examples.js";
export type { NameStatistics } from "./tags/names/name-scores.js";
export { type Tag, type TaggedPaper, type TagOptions, tagPapers } from "./tags/tag-papers.js";
export type { TagDecision, Tagger, TagMethod, ThemeTagging } from "./tags/tagger.js";
export {
  type ReadTaxonomyOptions,
  type ReadTaxonomyResult,
  readTaxonomy,
  type TaxonomyFormat,
} from "./tags/taxonomy/read-taxonomy.js";

// related
export type { DuplicateGroup } from "./related/near-copies/duplicates.js";
export type { DuplicateReason } from "./related/near-copies/near-duplicates.js";
export {
  createPaperIndex,
  paperIndexFromData,
  type PaperIndex,
  type PaperIndexOptions,
} from "./related/paper-index.js";
export type { Recency } from "./related/index/paper-dates.js";
export type { Feedback, RelatedQuery } from "./related/ranking/query.js";
export type { SharedPhrase } from "./related/ranking/reasons.js";
export type { RelatedOptions, RelatedPaper } from "./related/ranking/related.js";
export type { FoundPaper, SearchOptions } from "./related/searching/search.js";
export type { Highlight } from "./related/searching/highlights.js";
export type { AnswerOptions } from "./related/ranking/answer-limits.js";
export type { PaperIndexData } from "./related/index/snapshot.js";
// report
export { renderCsv } from "./report/render-csv.js";
export { renderHtml, type HtmlOptions } from "./report/render-html.js";
export { renderMarkdown } from "./report/render-markdown.js";
export { renderSvg, type SvgOptions } from "./report/render-svg.js";

// store
export type { Saveable, SavedKind, SavedKinds } from "./store/saved-kinds.js";
export { type DeserializeOptions, deserialize, serialize } from "./store/serialize.js";
