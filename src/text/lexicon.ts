/**
 * A small lexicon of scientific prose, our own: what part of speech a word is when its ending does not tell.
 *
 * Verbs are listed by their base form and only if they hardly ever stand inside the name of a thing; the forms in -s
 * are derived.
 */

const verbs = `abandon ablate abstain accelerate accept accommodate accomplish accumulate achieve acquire activate adapt add adhere adjust admit adopt
advocate affect afford agree align alleviate allocate allow alter ameliorate amplify analyse analyze annotate anticipate appear append
apply appreciate approximate argue arise arrive articulate ascertain ask aspire assemble assert assess assign assist associate assume
attach attain attend augment automate avoid await bear become begin behave believe belong blur bolster boost borrow break bring broaden
buckle bypass calculate calibrate carry catalyze categorize cause cease characterise characterize choose circumvent cite claim clarify
classify coexist coincide collaborate collapse combine come communicate compare compensate compete compile complement complicate compose
comprehend compress comprise compute concatenate conceive conclude confirm conflate conform confront confuse connect conquer consider
consist consolidate constitute constrain consult consume contain contend continue contradict contribute converge converse convert convey
cooperate cope correlate correspond corroborate counteract crave create culminate cultivate curate curb customize decide decode
decompose decouple deduce deem deepen defend define degenerate degrade delineate deliver delve demonstrate denote depart depend depict
deploy derive describe deserve detect deteriorate determine develop deviate devise diagnose differ differentiate dig dilute diminish
disagree disambiguate disappear discard discern disclose discover discriminate discuss disentangle disregard disrupt dissect distill
distinguish distort distribute disturb diverge dominate download draw duplicate ease eat elaborate elevate elicit eliminate elucidate
embed embody embrace emerge emit emphasise emphasize employ empower emulate enable encapsulate encode encompass encounter encourage
endow enforce engage enhance enjoy enlarge enrich ensure entail entangle envisage envision equip erase erode escalate establish estimate
etch evade evaluate evoke evolve exacerbate examine exceed excel exclude execute exert exhibit exist expand expect expedite explain
exploit explore expose express extend extract extrapolate fabricate facilitate fade fail falter feed feel fetch fill find finetune fit
flip fluctuate fly follow forbid forget forgo formalize formulate foster freeze fulfil fulfill fuse gain gather generalise generalize
generate get give go govern grasp grok grow guarantee hallucinate hamper handle happen harvest hate help highlight hijack hinder hinge
hold hope hurt hypothesize identify ignore illuminate illustrate imagine imitate impair impede implement imply impose improve
incentivize include incorporate increase incur indicate induce infer inform infuse inherit inhibit initialize initiate inject injure
inspect inspire instantiate instill integrate intend intensify interact interfere interleave internalize interpolate interpret
interrogate intervene introduce invert invest investigate invite invoke involve isolate iterate join justify keep know lack learn leave
let leverage lie listen localize locate lose maintain make manage manifest manipulate maximise maximize mediate meet memorize mention
merge migrate mimic minimise minimize misalign misinterpret mislead misrepresent mitigate modify modulate morph motivate multiply
navigate necessitate neglect negotiate obey obfuscate obscure observe obtain occupy occur offload omit operate oppose opt optimise
optimize orchestrate organize originate outline outpace outperform outweigh overcome overestimate overfit overlook override owe
paraphrase parse participate pave pay penalize perceive perform permit perpetuate persist pertain perturb pinpoint pioneer plague ponder
populate pose posit possess postpone postulate precede preclude predict prefer prepare prescribe preserve presume pretrain prevail
prevent prioritise prioritize proceed produce prohibit prolong promote prompt propagate propel propose protect prove provide prune
publish pursue put quantify raise react read reaffirm realise realize reap recast receive reckon recognise recognize recommend reconcile
reconstruct recover recreate rectify recur redefine redesign redistribute reduce refer refine reflect reformulate reframe refuse regain
regard regenerate regress regulate reinforce reinterpret reject rejoin relate relax relieve rely remain remedy remember remind remove
render reorganize repeat rephrase replace replicate represent reproduce repurpose require rerank resemble reshape reside resist resolve
resort respond restore restrict restructure resume retain rethink retrain retrieve retrofit reuse reveal revise revisit rewrite ride run
sacrifice safeguard satisfy saturate save say scrutinise scrutinize see seek seem segregate select separate serve settle sharpen shed
shorten show showcase shrink sidestep sift simplify simulate sit situate skip slip solve spare speak specify speculate spend spur
stabilize stand start stay steal steer stimulate stitch streamline strengthen strip strive struggle substantiate succeed suffer suffice
suggest suit summarise summarize supervise suppose suppress surmount surpass surround survive sustain switch synthesize tackle tailor
take tame tamper taper teach tear tell tend terminate thank think threaten tolerate transcend transcribe transform transmit traverse
treat trim truncate try typify uncover underestimate undergird undergo underlie underline undermine underperform underpin underscore
understand undertake unfold unify unite unlearn unleash unlock unroll unveil update upgrade uphold urge use usher utilise utilize
validate vanish vary verify vie violate visualize wait wane want warn weaken weigh win wish withstand wonder worsen write yield`;

const irregular = `arisen arose became began begun bore borne broke broken brought built came chose chosen dealt drawn drew driven fallen fed fell felt
forgotten found froze frozen gave given got gotten grew grown held hit kept knew known laid lay learnt led left lent lies lost
made meant met overcame overtook paid ran rewritten risen rose said sat saw seen sent shed shown sought spent spoke spoken stood stuck
swept taken taught thought told took tried tries undergoes undergone understood undertaken undertook underwent went won wove woven
written wrote`;

// Forms of the verbs above that name things as well.
const thingForms = `appeal cause causes claim claims estimate estimates extract extracts fit gain gains help hold influence lack mask masks merge prompt
prompts read reads regard repeat repeats ride run runs say settle stand start stay stop stops stress switch switches upgrade use uses yield yields`;

// Participles that say nothing of the noun they stand before.
const weakParticiples = `aforementioned allowing associated based being called conducted considered containing corresponding depending described desired discussed
enabling ensuring established existing following given having identified including involved involving leading leveraging known mentioned needed obtained observed offering outperforming
performed presented previously promising proposed providing published regarding related remaining reported required requiring resulting selected shown
provided specified studied suggested termed dubbed named driven underlying used using utilizing varying widely emerging growing increasing ever-growing well-known so-called newly-proposed`;

// Nouns that are verbs too: "models", "controls". After a pronoun, "to" or a modal verb they are verbs.
const nounsOrVerbs = `access account act address advance aim alarm alert anchor answer approach array attack attempt attribute award balance base bias bid
blend block bond bound bridge budget bundle call capture cast catch chain challenge change channel chart chat check claim clip cluster
code collapse collect comment compound compromise concern conduct conflict construct contact content contract contrast control cost
count couple cover crash cross cue cut cycle damage date deal debate decay decline decrease defeat delay demand design desire detail
display document doubt drift drive drop echo edge edit effect embed end engineer error escape estimate exchange exercise experience
experiment explain export eye face factor fall fault favor feature feedback fight file filter fix flag flow focus fold force forecast
form format frame function fuse fusion game gap gate gauge gesture glue grant graph ground group guarantee guess guide harm harness help
hide hinge hit host hypothesis impact implement import increase index influence input insert instruct interest interface intervene issue
journey judge jump label labor lag launch layer lead leak lease lever lift light limit link list load lock log loop loss manifest map
march mark market mask master match matter mean measure melt merit mesh message mind mirror miss mix mode model monitor mount move name
need network norm note notice number object offer offset open order outline output overlap pace pack pair parallel part pass patch
pattern pay permit pick picture pilot place plan plant play plot point poll pool pose position power practice present press price probe
process profile profit program progress project promise prompt proof protest prototype proxy prune pull pulse purchase push query quest
question range rank rate ratio reach reason recall record reform register regress regret release remark report request rescue research
reset resource rest result return reuse review reward risk roll root route rule run sample save scale scan schedule score screen search
season sense sequence set shape share shift ship shortcut show sign signal sketch skip slide slip slot smoke solution sort sound source
space span spark speed spike spin split spot spread stack staff stage stake state stem step stop storage store stream stress stretch
strike structure struggle study style subject suit supply support surface surge survey suspect switch symbol target task taste team
template test text thread threshold tie tilt time track trade train transfer transform transit trap travel treat trend trial trigger
trust tune turn twist type update upgrade use value view visit voice volume vote wait walk wander warp watch wave wear weight wire word
work worry wrap yield zoom`;

// Of these, the ones that are verbs unless a determiner, a preposition or an adjective stands before them.
const mostlyVerbs = `act address aim answer attempt bridge build capture cause claim collect combat combine decrease demand drive escape explain exploit
explore fall fit focus guide harm harness help hold import increase instruct intervene invoke lead lift mean need offer outline pay
present pursue reach rely remain repeat report rest result review rise run say settle show stand start stem stop stress struggle study
suit support surface survey suspect switch target track treat trigger trust turn use wonder work yield`;

const adverbs = `abroad afterward again ago ahead albeit alike almost alone alongside already also altogether always apart aside atop away back backward
beneath best better beyond ce closer deeper downstream else elsewhere enough especially even ever farther faster forth forward further
furthermore hence here highly how however indeed inland instead intriguingly irrespective just later least less likewise more moreover
most much near nearby never nevertheless next nonetheless not notably now nowadays offshore often once only otherwise outward perhaps
please prior quite rather regardless seldom simply since so sometimes somewhat soon still then thereby therefore thru thus today
together tomorrow too twice upfront usually versa very vice well worldwide yet`;

const notAdverbs = `anomaly assembly bully butterfly costly daily early elderly family fly friendly friendly italy likely lively monopoly monthly multiply
poly rally reply supply timely weekly yearly`;

const notVerbs = `aggregates associates candidates certificates chocolates climates conjugates coordinates covariates delegates dates debates duplicates
estimates gates graduates laminates mandates mates multivariates nitrates operates phosphates plates prize primates prizes rates replicates silicates size sizes
sulfates surrogates syndicates updates`;

const adjectives = `able abrupt absent absolute abstract abundant accurate acute adept adequate adjacent advance adversarial adverse african aggregate agile
agnostic airborne akin alternate ambient ample analog angular anticipatory apparent appropriate apt arbitrary auditory auxiliary average
aware bad bare benign bespoke big bigger bilinear bipartite black blank blind blue blurry brief bright broad broader calm cardiac
careful central cheap cheaper civil clean cleaner clear clearer close closest cloudy coarse coherent cold common commonsense compact
competent complementary complete complex compliant composite concave concise concrete concurrent confident congruent consequent
consistent constant contemporary contingent contradictory contrary convenient convergent convex corporate correct corrupt costly
counterfactual covert cross crucial cumbersome current czech daily dark dead decent deep deeper deficient definite deliberate delicate
dense dependent different difficult digital direct discrete disparate dissimilar distant distinct divergent diverse dominant double dry
dual dull dynamic earlier early easier easy efficient eight elderly elegant elementary elite emergent empty entire equal everyday
evident evolutionary exact excellent expert explanatory explicit exploratory external extra extreme faint fair fairer faithful fake
false familiar fast faster fastest faulty federated feminine few fewer fifth fine finer finite firm first five flat fluent fluid foggy
foreign formal four fourth fragile free french frequent fresh friendly full funny future fuzzy general genuine global golden good grand
granular gray great greater greedy green gross handwritten hard harder harsh hazy healthy heavy heavyweight hidden high higher highest
holistic homogeneous honest hostile hot huge human humanitarian hundred hungry hybrid ideal ill illicit immediate immense immune
imperfect implicit imprecise improper inaccurate inadequate inappropriate incoherent incomplete inconsistent incorrect independent
indirect indiscriminate indistinct indoor inefficient inexpensive inferior infinite infrequent inherent innate inner insignificant
instant insufficient intact intelligent intense inter interdependent interior intermediate internal intricate invalid inverse irregular
irrelevant iterative joint just keen key kinetic laden laminar large larger largest last late latent latest least left legitimate
lengthy less lesser lifelike lifelong light lighter lightweight likely linear liquid little live local long longer longest loose lossy
low lower lowest lunar main major malignant mandatory many marine maritime masculine massive mature median medical mere micro mid mild
minimalist minimum minor mobile moderate modern modest modular monotone most multilevel multiple multivariate mutual narrow narrower
nascent near nearest necessary neural neuromorphic new newer next nice nine noisy nonconvex nonlinear nonstationary nonuniform nonzero
normal noteworthy novel nuclear obscure obsolete odd offline old older omnipresent online only opaque open opposite optimum orthogonal
oscillatory other outdoor outer overall overconfident overt parallel paramount participatory particular past peculiar pedestrian perfect
permanent perpendicular persistent pervasive plain planar polar polite polymorphic poor poorer popular positive possible potent precise
predominant preliminary premature present prevalent previous primary prior private probable proficient profound prominent prompt prone
proper proprietary proven public pure quick quiet radical rainy random rapid rare raw ready real recent recurrent redundant regular
regulatory relevant reliant reluctant remote renowned representative requisite resilient resonant respiratory rich richer right rigid
ripe risky robust rough routine rural safe safer same satisfactory scarce second secondary secret secure senior sensorimotor sensory
separate serious seven severe shallow shallower sharp sharper sheer short shorter shortest sick significant silent similar simple
simpler simplest sincere single six slender slight slow slower small smaller smallest smart smarter smooth smoother sober soft sole
solid sophisticated sparse special specific square stable stale standalone standard stark static stationary steady stealthy steep stereo
stiff straight straightforward strict stricter stringent strong stronger strongest subsequent substantive subtle sudden sufficient
superfluous superhuman superior supervisory supreme sure surrogate tacit tactile temporary ten tense terse thick thin third thorough
three tight tighter timely tiny tolerant top total tough toxic traditional transient transparent transverse triple true trustworthy
turbid turbulent twelve twenty twin typical ubiquitous ultimate unaware uncertain unclear uncommon unconvincing underground underwater
uneven unfair unfamiliar unforeseen uniform unimportant unique unknown unlikely unsafe unseen unstable unsteady untrustworthy upper
upstream urban urgent usual vague vain valid vast verbose versatile violent visuomotor vivid warm weak weaker weekly wet white whole
wide wider widespread wild witty worn worse worst worth worthy wrong yearly young younger zero`;

// Nouns that end like adjectives, adverbs or participles.
const nouns = `acoustics adipose adversaries adversary algorithm animal appraisal approval archive arithmetic arousal arrival aspect bearing bed breed
bronchial cable canal capital ceiling characteristic clinic college commentary constraint coral credential critic critique cryptography
crystal data deal deliverable denial detective diagnostic diagonal dialectic dialogue differential directive disposal domain earring
editorial element embryo ensemble epidemic ethic evening event executive exponential fabric feed female festival fluid focus fractal
function goal gradient graphic handful heuristic hospital hybrid incentive infographic initiative interval itinerary journal king logic
magic male manual material mathematic measure mechanic metaheuristic metal metric morning mosaic motive music narrative need numeral
objective official operative pandemic panel pedestrian perspective plastic polynomial portal principal proposal quadrilateral quantum
rebuttal referral refusal rehearsal removal renewal response retina retrieval reversal ring rival rubric scandal schematic seed sentinel
serial shed sibling signal simplex spiral spring statistic steel string style surprisal survival syllable table tactic terminal thanks
thing token topic traffic traversal trial tutorial variable wearable wed weed wing withdrawal`;

// Words in -ing that name an activity as often as they say it.
const activities = `accounting advertising annealing answering averaging bagging banding banking batching bearing benchmarking billing binning blending
bonding boosting bootstrapping branching browsing budgeting caching captioning casting chaining chunking cleaning clipping cloning
clothing clustering coaching coding coloring colouring compositing compounding computing conditioning consulting cooking counseling
counting coupling crawling crossing crowdsourcing debugging decoding denoising docking drilling driving dubbing editing embedding
encoding engineering ensembling farming feeding fencing filling filtering financing finetuning fingerprinting fishing fitting
forecasting forgetting forging formatting framing freezing funding gaming gardening gating generating grading grafting grasping
grounding grouping hacking handwriting harvesting hashing healing hearing heating hedging housing imaging indexing inpainting instancing
interleaving investing jailbreaking kriging labeling labelling landing layering learning lending lensing licensing lifting lighting
linking listening loading logging looping machining magnetizing manufacturing mapping marketing masking matching matting merging
messaging milling mining mixing modeling modelling monitoring morphing mounting networking nursing ordering outsourcing packaging
packing padding painting parking parsing partitioning patching pathfinding phishing piloting planning poisoning polling pooling
positioning postprocessing preconditioning preprocessing pretraining pricing priming printing probing processing profiling programming
prompting prototyping pruning publishing purchasing quantizing querying queueing queuing racing ranking rating reading reasoning
recording recycling regularizing relaying rendering reporting reranking resampling rescheduling restarting retraining retrofitting
rewriting rigging rounding routing sampling scaffolding scaling scanning scattering scheduling scoring scraping screening searching
seeding segmenting sensing sequencing setting shading shaping sharing shearing shielding shopping shuffling signaling signalling sizing
skinning slicing smoothing sorting spacing spamming spelling spiking splatting splitting spoofing stacking staging staining steering
stemming stitching streaming stylizing subsampling summing swapping swarming swing switching tagging targeting tasking teaching teaming
testing texturing thinning thresholding throttling tiling timing tooling tracing tracking trading trafficking training transcoding
trawling tuning turning tutoring typing undersampling understanding unlearning upsampling upscaling voting warehousing warming warping
watermarking weighting welding whitening wiring wording writing`;

const set = (list: string): Set<string> => new Set(list.split(/\s+/));

const thingSet = set(thingForms);
const nounOrVerbSet = withThirdPerson(nounsOrVerbs);
const verbSet = new Set([
  ...irregular.split(/\s+/),
  ...verbs
    .split(/\s+/)
    .flatMap((verb) => [verb, thirdPerson(verb)])
    .filter((form) => !thingSet.has(form) && !nounOrVerbSet.has(form)),
]);
const mostlyVerbSet = withThirdPerson(mostlyVerbs);
const gerundSet = new Set(verbs.split(/\s+/).map(gerund));
const adverbSet = set(adverbs);
const notAdverbSet = set(notAdverbs);
const notVerbSet = set(notVerbs);
const adjectiveSet = set(adjectives);
const nounSet = set(nouns);
const activitySet = set(activities);

/** Participles to leave out before a noun, as in "proposed method", "existing data". */
export const emptyParticiples: ReadonlySet<string> = set(weakParticiples);

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
  if (verbSet.has(word)) return "verb";
  if (adverbSet.has(word)) return "adverb";
  if (mostlyVerbSet.has(word)) return "verbish";
  if (nounOrVerbSet.has(word) || thingSet.has(word)) return "either";
  if (nounSet.has(word)) return "noun";
  if (adjectiveSet.has(word)) return "adjective";
  if (/(?:ize|izes|ify|ifies|[^st]ates)$/.test(word) && !notVerbSet.has(word)) return "verb";
  if (word.endsWith("ly") && word.length > 4) return notAdverbSet.has(word) ? "noun" : "adverb";
  if (word.endsWith("ing") && word.length > 4)
    return activitySet.has(word) ? "activity" : gerundSet.has(word) ? "gerund" : "ing";
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

function withThirdPerson(list: string): Set<string> {
  return new Set(list.split(/\s+/).flatMap((word) => [word, thirdPerson(word)]));
}

function gerund(verb: string): string {
  if (verb.endsWith("ie")) return `${verb.slice(0, -2)}ying`;
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return /[^aeiou][aeiou][bdgmnprt]$/.test(verb) && verb.length < 5 ? `${verb}${verb.at(-1)}ing` : `${verb}ing`;
}
