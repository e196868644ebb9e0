/** The language of papers about themselves: words and phrases that say nothing about a paper's subject. */

import { wordSet } from "./word-set.js";

/** Words that no label, tag or keyphrase consists of, lower case. */
export const academicWords: ReadonlySet<string> =
  wordSet(`ability able abstract academia academic account accuracy achievement acm addition advance advancement algorithm algorithms advantage advent aim
amount analysis answer applicability application approach area article aspect assumption attempt attention author authors
availability baseline baselines backbone basis behavior behaviour benchmark benchmarks benefit bottleneck breakthrough capability case
challenge challenging change chapter choice class code combination community comparison complexity component concept conclusion condition
comparative conference consequence consideration context contribution contributions core corresponding cost crucial data database dataset date deal decade
degree demonstration design detail development difference different difficulty direction discussion diverse effect effectiveness effective
efficacy efficiency efficient effort element emergence empirical end evaluation evidence example existing experiment experiments expert extension extensive
extent fact factor feasibility feature field finding first focus form formulation foundation framework full future gain
gap general github goal good great ground group growth guarantee high hypothesis idea ieee impact implementation implication importance important
improvement inability increase influence information ingredient input insight instance interest introduction investigation issue
journal key kind knowledge lack large last latter level limitation limitations line list literature long lot low magnitude main manner mean
means measure mechanism method methodology methods metric metrics model modern module motivation multiple nature necessity need new norm notion novel novelty
number numerical objective observation open option order other outcome output overview page paper papers paradigm part particular past
people perception performance perspective phenomenon piece point popular popularity position possibility potential practice practitioner
practitioners preliminary presence present previous principle prior problem procedure process product progress project promise promising proof
property proposal prospect publication purpose quality quantity question range rate reader real reason recent recently regard region related relation relationship report
requirement research researcher researchers respect response result results review rich rigorous rise robustness role scale scenario
scheme scope section series set setting settings several shift short shortcoming shown significant similarity simple situation size solution
source space special stage standard state step steps strategy strength structure studies study subject success suite superior superiority
support survey surveys taxonomy taxonomies agenda roadmap system systematic tackle task tasks technique techniques technology term terms test theory thesis thing time today tool
topic total trend tutorial type understanding unit usage use user utility validity value variant variety various version view way ways weakness
wide wide-ranging work works workshop world year years`);

/** Said of any paper, never a phrase of its own, lower case, in the singular; those of academic words alone need no list. */
const academicPhrases = wordSet(`ablation_study art_method art_performance broad_range experimental_evaluation
experimental_result large_body limited_number rapid_advancement rapid_development theoretical_analysis theoretical_guarantee theoretical_result`);

/** Adjectives that say nothing of the noun they stand before, lower case: "novel method" is "method". */
export const emptyModifiers: ReadonlySet<string> =
  wordSet(`additional alternative appropriate available better big careful certain clear common comparable competitive comprehensive considerable
convincing critical crucial current different difficult distinct diverse easy effective enough entire essential excellent existing extensive extra few final first following former
frequent fundamental further future general good great greater growing helpful high-quality high-performance ideal important impressive improved increasing innovative insightful interesting
key large-scale last latest latter leading less little low-cost main major many meaningful minor modern more most much necessary new newer next notable novel numerous
obvious old one only original other overall own particular past popular possible potential powerful practical preliminary present previous primary principled prior prominent promising proper proposed
recent recurring relevant remarkable rich rigorous same satisfactory second serious several severe significant similar simple small so-called sophisticated special
specific standard state-of-the-art straightforward strong subsequent substantial sufficient suitable superior such surprising thorough third three total traditional two typical unique usual useful
non-trivial nontrivial core mainstream contemporary ubiquitous four five six seven eight nine ten twelve twenty hundred thousand dozens able
valuable various vast vital well-known wide widespread worse real-world`);

/** Whether a phrase could stand in any paper: "extensive experiments", "method". */
export function isAcademic(phrase: string): boolean {
  const words = phrase.toLowerCase().split(/[\s-]+/);
  return (
    academicPhrases.has(words.map(singular).join("_")) ||
    words.every((word) => isAcademicWord(word) || emptyModifiers.has(word) || word === "of")
  );
}

/** Whether a lower-case word, or the singular of it, is said of any paper; a short one may be another word ("codes"). */
export function isAcademicWord(word: string): boolean {
  return academicWords.has(word) || (word.length > 5 && academicWords.has(singular(word)));
}

/** As far as lists of words need it. */
export function singular(word: string): string {
  return word.length > 4 ? word.replace(/ies$/, "y").replace(/(?<=ch)es$|(?<![isu])s$/, "") : word;
}
