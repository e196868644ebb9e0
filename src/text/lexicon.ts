/**
 * A small lexicon of scientific prose, our own: what part of speech a word is when its ending does not tell.
 *
 * Verbs are listed by their base form and only if they hardly ever stand inside the name of a thing; the forms in -s
 * are derived.
 */

import { wordSet } from "./word-set.js";

const verbs =
  wordSet(`abandon ablate absorb abstain accelerate accept accommodate accomplish accumulate achieve acquire activate adapt add adhere adjust admit
adopt advocate affect afford agree align alleviate allocate allow alter ameliorate amplify analyse analyze annotate anticipate appear append
apply appreciate approximate argue arise arrive articulate ascertain ask aspire assemble assert assess assign assist associate assume attach
attain attend attract augment automate avoid await bear become begin behave believe belong blur bolster boost borrow break bring broaden
buckle bypass calculate calibrate carry catalyze categorize cause cease characterise characterize choose circumvent cite claim clarify
classify coexist coincide collaborate collapse combine come communicate compare compensate compete compile complement complicate compose
comprehend compress comprise compute concatenate conceive conclude configure confirm conflate conform confront confuse connect conquer
consider consist consolidate constitute constrain consult consume contain contend continue contradict contribute converge converse convert
convey cooperate cope correct correlate correspond corroborate counteract create culminate cultivate curate curb customize decide decode
decompose decouple deduce deem deepen defend defer define deform degenerate degrade delete delineate deliver delve demonstrate denote depart
depend depict deploy derive describe deserve detect deteriorate determine develop deviate devise diagnose differ differentiate dig dilute
diminish disagree disambiguate disappear discard discern disclose discover discriminate discuss disentangle disregard disrupt dissect
distill distinguish distort distribute disturb diverge divide dominate download draw duplicate ease eat elaborate elevate elicit eliminate
elucidate embed embody embrace emerge emit emphasise emphasize employ empower emulate enable encapsulate encode encompass encounter
encourage endow enforce engage enhance enjoy enlarge enrich ensure entail entangle enter enumerate envision equip erase erode escalate
establish estimate evade evaluate evoke evolve exacerbate examine exceed excel exclude execute exert exhibit exist expand expect
expedite explain exploit explore expose express extend extract extrapolate fabricate facilitate fade fail falter feed feel fetch fill find
finetune fit flip fluctuate fly follow forbid forget formalize formulate foster freeze fulfil fulfill fuse gain gather generalise generalize
generate get give go govern grasp grok grow guarantee hallucinate hamper handle happen harvest help highlight hijack hinder hinge hold hope
hover hurt hypothesize identify ignore illuminate illustrate imagine imitate impair impede implement imply impose improve incentivize
include incorporate increase incur indicate induce infer inform infuse inherit inhibit initialize initiate inject inspect inspire
instantiate instill integrate intend intensify interact interfere interleave internalize interpolate interpret interrogate intervene
introduce invalidate invert invest investigate invite invoke involve isolate iterate join justify keep know lack learn leave let leverage
lie listen localize locate look lose maintain make manage manifest manipulate maximise maximize mediate meet memorize mention merge migrate
mimic minimise minimize misalign misinterpret mislead misrepresent mitigate modify modulate morph motivate multiply navigate necessitate
neglect negotiate obey obfuscate obscure observe obtain occupy occur offload omit operate oppose opt optimise optimize orchestrate organize
originate outline outpace outperform outweigh overcome overestimate overfit overlook override paraphrase parse participate pave pay penalize
perceive perform permit perpetuate persist persuade pertain perturb pinpoint pioneer plague populate pose posit possess postulate precede
preclude predict prefer prepare prescribe preserve presume pretrain prevail prevent prioritise prioritize proceed produce prohibit promote
propagate propel propose protect prove provide publish pursue put quantify raise react reaffirm realise realize reap recast receive
recognise recognize recommend reconcile reconstruct recover recreate rectify recur redefine redesign redistribute reduce refer refine
reflect reformulate reframe refuse refute regain regard regenerate regress regulate reinforce reinterpret reject relate relax relieve rely
remain remedy remember remove render reorganize repeat rephrase replace replicate represent reproduce repurpose require rerank resemble
reshape reside resist resolve resort respond restore restrict restructure resume retain rethink retrain retrieve retrofit reuse reveal
revise revisit rewrite ride rotate run sacrifice safeguard satisfy saturate save say scrutinize see seek seem segregate select send separate
serve settle sharpen shed shorten show showcase shrink sidestep simplify simulate sit situate skip slip solve spare speak specify speculate
spend spur stabilize stand start stay steal steer stimulate stitch streamline strengthen strip strive struggle submit substantiate succeed
suffer suffice suggest suit summarise summarize supervise suppose suppress surmount surpass surround survive sustain synthesize tackle
tailor take tame tamper taper teach tear tell tend terminate thank think threaten tolerate transcend transcribe transform translate transmit
traverse treat trim truncate try uncover underestimate undergo underlie underline undermine underperform underpin underscore understand
undertake unfold unify unite unlearn unleash unlock unroll unveil update upgrade uphold urge use utilise utilize validate vanish vary verify
violate visualize wait want warn weaken weigh widen win wish withstand wonder worsen write yield`);

const irregular =
  wordSet(`arisen arose became began begun bore borne broke broken brought built came chose chosen dealt drawn drew driven fallen fed fell felt
forgotten found frozen gave given goes got grew grown held hit kept knew known laid lay lays learnt led left lost made meant met overcame
paid ran rewritten risen rose said sat saw seen sent shown sought spent spoke spoken stood stuck swept taken taught thought told took tried
undergoes undergone understood undertaken undertook underwent went won woven written wrote`);

// Forms of the verbs above that name things as well.
const thingForms =
  wordSet(`appeal cause causes extract extracts fit gain gains hold lack merge read reads regard repeat repeats ride say
settle stand start stay`);

/** Participles to leave out before a noun, as in "proposed method", "existing data". */
export const emptyParticiples: ReadonlySet<string> =
  wordSet(`according aforementioned allowing associated based being called conducted considered containing
corresponding depending described desired discussed driven dubbed emerging enabling ensuring established
ever-growing following given having identified including involved involving known leveraging mentioned
needed newly-proposed observed obtained offering outperforming performed presented previously provided
providing published regarding related remaining reported required requiring resulting selected shown
specified studied suggested termed underlying used using utilizing varying widely`);

// Nouns that are verbs too: "models", "controls". After a pronoun, "to" or a modal verb they are verbs.
const nounsOrVerbs =
  wordSet(`access account advance alarm alert anchor approach array attack attribute award balance base benefit bias bid blend
block bond bound budget bundle call cast catch chain challenge change channel chart chat check claim clip cluster code collapse comment
compound compromise concern conduct conflict construct contact content contract contrast control cost count couple cover crash cross cue cut
cycle damage date deal debate decay decline defeat delay design desire detail display document doubt drift drop echo edge edit effect embed
end engineer error estimate exchange exercise experience experiment explain export eye face factor fault favor feature feedback fight file
filter fix flag flow fold force forecast form format frame function fuse fusion game gap gate gauge gesture glue grant graph ground group
guarantee guess hate help hide hinge hit host hypothesis impact implement increase index influence input insert interest interface intervene
issue journey judge jump label labor lag launch layer leak lever light limit link list load lock log loop loss manifest map march mark
market mask master match matter measure melt merit mesh message mind mirror miss mix mode model monitor mount move name network norm note
notice number object offset open order outline output overlap pace pack pair parallel part pass patch pattern pay permit pick picture pilot
place plan plant play plot point poll pool pose position power practice press price probe process profile profit program progress project
promise prompt proof protest prototype proxy prune pull pulse purchase push query quest question range rank rate ratio reason recall record
reform register regress regret release remark request rescue research reset resource return reuse reward risk roll root route rule run
sample save scale scan schedule score screen search season sense sequence set shape share shift ship shortcut show sign signal sketch skip
slide slip slot smoke solution sort sound source space span spark speed spike spin split spot spread stack staff stage stake state step
storage store stream stretch strike structure struggle style subject suit supply surge symbol task taste team template test text
thread threshold tie tilt time trade train transfer transform transit trap travel treat trend trial tune twist type update upgrade use value
view visit voice volume vote wait walk wander warp watch wave wear weight wire word worry wrap yield zoom`);

// The like that are verbs unless a determiner, a preposition or an adjective stands before them.
const mostlyVerbs =
  wordSet(`act address aim answer attempt bridge build capture cause claim collect combat decrease demand drive escape
explain fall fit focus guide harm harness help hold import increase instruct intervene lead lift need offer outline pay present reach
repeat report rest result review rise run say settle show stand start stem stop stress struggle study suit support surface survey suspect
switch target track treat trigger trust turn use work yield`);

const adverbs =
  wordSet(`ago ahead albeit alike alongside altogether apart aside away back backward beneath best better closer deeper downstream far farther faster
forth forward irrespective later likewise near nearby next nonetheless nowadays offshore oftentimes please prior regardless seldom somewhat
soon today twice verbatim versa vice worldwide`);

const notAdverbs = wordSet(`anomaly assembly butterfly family italy monopoly monthly rally reply`);

const notVerbs =
  wordSet(`aggregates candidates certificates climates coordinates covariates delegates graduates laminates mandates nitrates phosphates plates
primates prize prizes size sizes sulfates surrogates`);

const adjectives =
  wordSet(`able absent absolute abstract abundant accurate acute adept adequate adjacent adverse african aggregate agile airborne akin alternate
ambient ample analog anticipatory apparent appropriate apt auditory average aware bad bare benign bespoke big bigger bilinear bipartite
black blank blind blue blurry brief bright brittle broad broader calm cardiac certain cheap cheaper civil clean cleaner clear clearer close
closest cloudy coarse coherent cold common commonplace commonsense compact competent complete complex compliant composite concave concise
concrete concurrent confident congruent consequent consistent constant contingent contradictory convenient convergent convex corporate
correct corrupt costly covert cumbersome current czech daily dark dead decent deep deficient definite deliberate delicate dense dependent
different difficult direct discrete disparate dissimilar distant distinct divergent diverse dominant double dry dual earlier early easier
easy efficient eight elderly elegant elite emergent empty entire equivalent everyday evident evolutionary exact excellent expert explanatory
explicit exploratory extra extreme faint fair fairer fake false familiar fast fastest faulty federated female feminine fewer fifth fine
finer finite firm first five flat fluent foggy foreign four fourth fragile free french frequent fresh friendly full funny future fuzzy
genuine golden good grand gray great greater greedy green gross handwritten hard harder harsh hazy healthy heavy heavyweight hidden high
higher highest honest hostile hot huge human humanitarian hundred hungry ill illicit immediate immense immune imperfect implicit important
imprecise improper inaccurate inadequate inappropriate incipient incoherent incomplete inconsistent incorrect independent indirect
indiscriminate indistinct indoor inefficient inferior infinite infrequent inherent innate inner insignificant instant insufficient intact
intelligent intense inter interdependent interior intermediate intricate invalid inverse irrelevant joint keen key laden laminar large
larger largest last late latent latest legitimate lengthy lesser lifelike lifelong lighter lightweight likely linear liquid little live long
longer longest loose lossy low lower lowest lunar main major male malignant mandatory marine maritime masculine mature mean median mere
micro mid mild minimalist minimum minor mobile moderate modern modest monotone multilevel multiple multivariate narrow narrower nascent
nearest new newer nice nine noisy nonconvex nonlinear nonstationary nonuniform nonzero noteworthy novel nuclear obsolete odd offline old
older online opaque opposite optimum oscillatory outdoor outer overall overconfident overt paramount participatory past peculiar
perfect permanent persistent plain planar polar polite poor poorer potent precise predominant premature prevalent private proficient
profound prominent prone proper proven pure quick quiet rainy random rapid rare raw ready real rear recent recurrent redundant regulatory
relevant reliant remote renowned requisite resilient resistant resonant respiratory rich richer right rigid ripe risky robust rough routine
safe safer salient satisfactory scarce scholarly second secret secure senior sensorimotor sensory seven severe shallow shallower sharp
sharper sheer short shorter shortest shrunken significant silent similar simple simpler simplest single six slender slight slow slower small
smaller smallest smart smarter smooth smoother sober soft solar sole solid sophisticated sparse square stale standalone standard stark
stationary steady stealthy steep stereo stiff straight strict stricter stringent strong stronger strongest subsequent subtle sudden
sufficient superhuman superior supervisory supreme sure surrogate tacit tactile ten tense thick thin third thorough three tight tighter
timely tiny tolerant top tough transient translucent transparent transverse triple true trustworthy turbulent twelve twenty ultimate
unaware uncertain unclear uncommon underground underwater uneven unfair unfamiliar unforeseen uniform unimportant unique unknown unlikely
unproven unsafe unseen unsteady untrustworthy upper upstream urban urgent vague valid vast verbose versatile violent visuomotor vivid warm
weak weaker weekly wet white wide wider widespread wild worn worse worst worth worthwhile worthy wrong yearly young younger zero`);

// Nouns that end like adjectives, adverbs or participles.
const nouns =
  wordSet(`adversary animal appraisal approval archive arithmetic arousal arrival bearing breed bronchial cable canal capital ceiling characteristic
clinic commentary coral critic crystal deliverable denial detective diagnostic diagonal differential directive disposal editorial
epidemic executive exponential fabric fractal graphic handful heuristic hospital incentive infographic initiative interval itinerary journal
logic magic manual material mechanic metaheuristic metal metric morning mosaic motive music narrative numeral objective official operative
pandemic perspective plastic polynomial portal principal proposal rebuttal referral refusal rehearsal removal renewal
retrieval reversal rival rubric schematic seed serial sibling spiral spring statistic string surprisal survival syllable table tactic
terminal thing topic traffic traversal tutorial variable wearable weed withdrawal`);

// Words in -ing that name an activity as often as they say it.
const activities =
  wordSet(`accounting advertising annealing answering averaging bagging banding banking batching benchmarking billing binning blending bonding boosting
bootstrapping bounding branching browsing budgeting caching captioning casting chaining chunking cleaning clipping cloning clothing
clustering coaching coding coloring compositing compounding computing conditioning consulting cooking counseling counting coupling crawling
crossing crowdsourcing debugging decoding denoising docking drilling driving dubbing editing embedding encoding engineering ensembling
farming feeding fencing filling filtering financing finetuning fingerprinting fishing fitting forecasting forgetting forging formatting
framing freezing funding gaming gardening gating grading grafting grasping grounding grouping hacking handwriting harvesting hashing healing
hearing heating hedging housing imaging indexing inpainting investing jailbreaking labeling labelling landing layering learning
lending licensing lifting lighting linking listening loading logging looping machining manufacturing mapping marketing masking
matching matting merging messaging milling mining mixing modeling modelling monitoring morphing mounting networking nursing ordering
outsourcing packaging packing padding painting parking parsing partitioning patching pathfinding phishing piloting planning poisoning
polling pooling positioning postprocessing preconditioning preprocessing pretraining pricing priming printing probing processing profiling
programming prompting prototyping pruning publishing purchasing quantizing querying queueing queuing racing ranking rating reading reasoning
recording recycling regularizing relaying rendering reporting reranking resampling rescheduling restarting retraining retrofitting rewriting
rigging rounding routing sampling scaffolding scaling scanning scattering scheduling scoring scraping screening searching seeding segmenting
sensing sequencing setting shading shaping sharing shearing shielding shopping shuffling signaling signalling sizing skinning slicing
smoothing sorting spacing spelling spiking splatting splitting spoofing stacking staging staining steering stemming stitching streaming
stylizing subsampling summing swapping swing switching tagging tasking teaching teaming testing texturing thinning thresholding
tiling timing tooling tracing tracking trading trafficking training transcoding tuning turning tutoring typing undersampling understanding
unlearning upsampling upscaling voting warehousing warming warping watermarking weighting welding whitening wiring wording writing`);

const nounOrVerbForms = withThirdPerson(nounsOrVerbs);
const verbForms = new Set(
  [...withThirdPerson(verbs)]
    .filter((form) => !thingForms.has(form) && !nounOrVerbForms.has(form))
    .concat(...irregular),
);
const mostlyVerbForms = withThirdPerson(mostlyVerbs);
const gerunds = new Set([...verbs].map(gerund));

/**
 * What a word can be. "either" is noun or verb, "verbish" a verb more often than a noun; of the words in -ing
 * "activity" names as often as it says, "gerund" comes from a listed verb, "ing" is any other; "ed" is a participle.
 */
export type WordClass =
  | "verb"
  | "adverb"
  | "adjective"
  | "either"
  | "verbish"
  | "activity"
  | "gerund"
  | "ing"
  | "ed"
  | "noun";

/** The class of a lower-case word without hyphens, by lists and then by its ending. Function words are not its matter. */
export function wordClass(word: string): WordClass {
  if (verbForms.has(word)) return "verb";
  if (adverbs.has(word)) return "adverb";
  if (mostlyVerbForms.has(word)) return "verbish";
  if (nounOrVerbForms.has(word) || thingForms.has(word)) return "either";
  if (nouns.has(word)) return "noun";
  if (adjectives.has(word)) return "adjective";
  if (/(?:ize|izes|ify|ifies|[^st]ates)$/.test(word) && !notVerbs.has(word)) return "verb";
  if (word.endsWith("ly") && word.length > 4) return notAdverbs.has(word) ? "noun" : "adverb";
  if (word.endsWith("ing") && word.length > 4)
    return activities.has(word) ? "activity" : gerunds.has(word) ? "gerund" : "ing";
  if (word.endsWith("ed") && word.length > 3) return "ed";
  return isAdjectiveByEnding(word) ? "adjective" : "noun";
}

function isAdjectiveByEnding(word: string): boolean {
  return (
    word.length > 4 &&
    /(?:al|ive|ous|ful|less|able|ible|ic|ary|ular|istic|esque|ward)$/.test(word) &&
    !/(?:ionary|ummary|undary|library|glossary|vocabulary|salary|diary)$/.test(word)
  );
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function withThirdPerson(words: ReadonlySet<string>): Set<string> {
  return new Set([...words].flatMap((word) => [word, thirdPerson(word)]));
}

function gerund(verb: string): string {
  if (verb.endsWith("ie")) return `${verb.slice(0, -2)}ying`;
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return /[^aeiou][aeiou][bdgmnprt]$/.test(verb) && verb.length < 5 ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}
