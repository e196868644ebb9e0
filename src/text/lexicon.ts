/**
 * A small lexicon of scientific prose, our own: what part of speech a word is when its ending does not tell.
 *
 * Verbs are listed by their base form and only if they hardly ever stand inside the name of a thing; the forms in -s
 * are derived.
 */

const verbs = `abandon ablate accelerate accept accommodate accomplish accumulate achieve acquire activate adapt add adhere adjust admit adopt advocate
affect afford agree align alleviate allocate allow alter ameliorate amplify analyse analyze annotate anticipate appear apply appreciate
approximate argue arise arrive ascertain ask aspire assemble assert assess assign assist associate assume attach attain augment automate
avoid await become begin behave believe belong blur boost break bring broaden bypass calculate carry categorize cause cease characterise
characterize choose circumvent cite claim clarify classify coincide collaborate collapse combine come communicate compare compensate
complement complicate comprehend compress comprise compute concatenate conceive conclude confirm connect consider consist consolidate
constitute constrain contain continue contribute converge converse convert convey cope correlate correspond crave create culminate
curate customize decide decode decompose decouple deem define degrade delineate deliver demonstrate denote depend depict deploy derive
describe deserve detect deteriorate determine develop deviate devise diagnose differ differentiate dig diminish disambiguate disappear
discard discern disclose discover discriminate discuss disentangle disrupt dissect distill distinguish distribute disturb dominate draw
ease eat elaborate elicit eliminate elucidate embed embody embrace emerge emphasise emphasize employ empower emulate enable encode
encompass encounter encourage endow enforce engage enhance enjoy enlarge enrich ensure entail entangle envisage envision establish
estimate evade evaluate evolve exacerbate examine exceed excel exclude execute exhibit exist expand expect explain exploit explore
expose express extend extract extrapolate facilitate fail feed fill find finetune fit follow forbid forget forgo formalize formulate
foster fulfil fulfill fuse gain gather generalise generalize generate get give go grasp grow guarantee hallucinate happen hate help
highlight hinder hinge hold hope hypothesize identify ignore illuminate illustrate imitate impede implement imply impose improve
incentivize include incorporate increase incur indicate induce infer inform inherit inhibit initialize initiate inject injure inspire
instantiate instill integrate intend intensify interact internalize interpolate interpret intervene introduce investigate invoke involve
isolate justify keep know lack learn leave let leverage lie listen localize locate maintain make manage manifest manipulate maximise
maximize mediate meet memorize mention merge mimic minimise minimize mitigate modify modulate motivate navigate necessitate neglect
negotiate obey obfuscate observe obtain occupy occur offload omit operate opt optimise optimize orchestrate organize originate outline
outpace outperform outweigh overcome overfit overlook owe parse participate pave pay penalize perceive perform permit persist pertain
pinpoint plague ponder populate pose posit possess postpone postulate precede preclude predict prefer prepare prescribe preserve presume
pretrain prevail prevent prioritise prioritize proceed produce prohibit prolong promote prompt propagate propel propose protect prove
provide prune pursue put quantify raise react read realise realize reap receive reckon recognise recognize recommend reconcile
reconstruct recover rectify recur redefine redesign reduce refer refine reflect reformulate reframe regain regard regulate reinforce
reinterpret reject relate relax rely remain remedy remember remind remove render reorganize repeat replace replicate represent reproduce
repurpose require rerank resemble reside resolve resort respond restore restrict retain rethink retrain retrieve reuse reveal revise
revisit ride run sacrifice satisfy save say scrutinise scrutinize see seek seem segregate select separate serve settle shed shorten show
showcase sidestep simplify simulate sit situate skip slip solve speak specify speculate spend spur stabilize stand start stay steal
steer stimulate stitch streamline strengthen strip strive struggle substantiate succeed suffer suggest suit summarise summarize
supervise suppose suppress surmount surpass surround survive sustain switch synthesize tackle tailor take teach tell tend thank think
tolerate transform transmit treat trim try uncover undergird undergo underlie underline undermine underperform underpin underscore
understand undertake unify unlearn unleash unlock unroll unveil update upgrade uphold use usher utilise utilize validate vanish vary
verify violate visualize wane want warn win wish withstand wonder worsen write yield`;

const irregular = `arisen arose became began begun broke broken brought built came chose chosen dealt drawn drew driven fallen fed fell found frozen gave
given got gotten grew grown held kept knew known laid lay learned learnt led left lent lies lost made meant met overcame overtook paid
ran risen rose said sat saw seen sent shed shown sought spent spoke spoken stood stuck swept taken taught thought told took tried tries
understood undertook underwent went won written wrote`;

// Forms of the verbs above that name things as well.
const thingForms = `appeal cause causes claim claims estimate estimates extract extracts fit gain gains help hold influence lack mask masks merge prompt
prompts read reads regard repeat repeats ride run runs say settle stand start stay stop stops stress switch switches upgrade use uses yield yields`;

// Participles that say nothing of the noun they stand before.
const weakParticiples = `aforementioned allowing associated based being called conducted considered containing corresponding depending described desired discussed
enabling ensuring established existing following given having identified including involved involving leading leveraging known mentioned needed obtained observed offering outperforming
performed presented previously promising proposed providing published regarding related remaining reported required requiring resulting selected shown
provided specified studied suggested termed dubbed named driven underlying used using utilizing varying widely emerging growing increasing ever-growing well-known so-called newly-proposed`;

// Nouns that are verbs too: "models", "controls". After a pronoun, "to" or a modal verb they are verbs.
const nounsOrVerbs = `access account act address advance aim alarm alert anchor answer approach array attack attempt attribute award balance base bias
bid blend block bond bound bridge budget bundle call capture cast catch chain challenge change channel chart chat check claim clip
cluster code collapse collect comment compound compromise concern conduct conflict construct contact content contract contrast control cost count couple
cover crash cross cue cut cycle damage date deal debate decay decline decrease defeat delay demand design desire detail display document doubt
drift drive drop echo edge edit effect embed end engineer error escape estimate exchange exercise experience experiment explain export eye face factor fall fault
favor feature feedback fight file filter fix flag flow focus fold force forecast form format frame function fuse fusion game gap gate gauge gesture
glue grant graph ground group guarantee guess guide harm harness help hide hinge hit host hypothesis impact implement import increase index influence input
insert instruct interest interface intervene issue journey judge jump key label labor lag launch layer lead leak lease lever lift light limit link
list load lock log loop loss manifest map march mark market mask master match matter mean measure melt merit mesh message mind mirror miss mix mode model monitor
mount move name need network norm note notice number object offer offset open order outline output overlap pace pack pair parallel part pass patch
pattern pay permit pick picture pilot place plan plant play plot point poll pool pose position power practice present press price
probe process profile profit program progress project promise prompt proof protest prototype proxy prune pull pulse purchase push query question
quest range rank rate ratio reach reason recall record reform register regress regret release remark report request rescue research
reset resource rest result return reuse review reward risk roll root route rule run sample save scale scan schedule score screen search season sense
sequence set shape share shift ship shortcut show sign signal sketch skip slide slip slot smoke solution sort sound source space span spark speed spike spin
split spot spread stack staff stage stake state stem step stop storage store stream stress stretch strike structure struggle study style subject suit supply support
surface surge survey suspect switch symbol target task taste team template test text thread thread threshold tie tilt time track trade train transfer transform transit
trap travel treat trend trial trigger trust tune turn twist type update upgrade use value view visit voice volume vote wait walk wander warp watch wave wear weight
wire word work worry wrap yield zoom`;

// Of these, the ones that are verbs unless a determiner, a preposition or an adjective stands before them.
const mostlyVerbs = `act address aim answer attempt bridge build capture cause claim collect combat combine decrease demand drive escape explain exploit
explore fall fit focus guide harm harness help hold import increase instruct intervene invoke lead lift mean need offer outline pay
present pursue reach rely remain repeat report rest result review rise run say settle show stand start stem stop stress struggle study
suit support surface survey suspect switch target track treat trigger trust turn use wonder work yield`;

const adverbs = `abroad again ago ahead almost alone already also altogether always apart aside away back backward best better beyond ce closer deeper downstream
else elsewhere enough especially even ever faster forth forward further furthermore hence here highly how however indeed instead just later least less likewise more
moreover most much near nearby never nevertheless next nonetheless not notably now often once only otherwise perhaps quite rather regardless seldom simply since so
sometimes somewhat soon still then thereby therefore thus today together tomorrow too twice upfront usually very vice versa well worldwide yet`;

const notAdverbs = `anomaly assembly bully butterfly costly daily early elderly family fly friendly friendly italy likely lively monopoly monthly multiply
poly rally reply supply timely weekly yearly`;

const adjectives = `absent absolute abstract abundant accurate acute adequate adjacent advance adversarial adverse aggregate agnostic ambient analog angular
apparent appropriate apt arbitrary auxiliary aware bad benign big black blind blue blurry brief bright broad broader calm cardiac
careful central cheap clean clear close coarse coherent cold common commonsense compact complementary complete complex compliant
composite concise concrete concurrent confident consistent constant contemporary contrary convenient convergent convex corporate correct
corrupt costly counterfactual cross crucial current daily dead deep deeper definite dense dependent different difficult direct discrete
distant distinct divergent diverse dominant double dry dual dull dynamic earlier early easier easy efficient eight elementary emergent
entire equal everyday evident exact excellent expert explicit exploratory external extra extreme faint fair faithful false familiar fast
faster federated few fewer fine finer finite firm first five flat foreign formal four fourth fragile free frequent fresh full future
fuzzy general genuine global good grand granular great greater greedy handwritten hard harder healthy heavy hidden high higher highest
holistic homogeneous hot huge human hybrid ideal ill immediate imperfect implicit improper inaccurate inappropriate incomplete
inconsistent incorrect independent indirect indoor inefficient inexpensive inferior infinite inherent inner insufficient intelligent
intense inter interior intermediate internal intra intricate invalid inverse irregular irrelevant iterative joint just keen key kinetic
laminar large larger largest last late latent latest least left lengthy less lesser light likely linear little live local long longer
loose low lower lowest main major many marine massive mature medical mere micro mild minimum minor mobile moderate modern modest modular
monotone most multiple multivariate mutual narrow nascent near nearest necessary neural new newer next nice nine noisy nonlinear
nonuniform normal novel nuclear obscure odd offline old older online only opaque open opposite optimum orthogonal other outdoor outer
overall overconfident parallel particular past pedestrian perfect perpendicular persistent pervasive plain planar polar polymorphic poor
popular positive possible precise preliminary present prevalent previous primary prior private probable profound prominent prompt prone
proper proprietary proven public pure quick quiet random rapid rare raw ready real recent recurrent redundant regular regulatory
relevant reluctant remote renowned representative resilient resonant rich richer right rigid ripe robust rough rural safe safer same
satisfactory scarce second secondary secure senior sensory separate serious seven severe shallow sharp short shorter shortest sick
significant silent similar simple simpler simplest single six slender slight slow slower small smaller smallest smart smooth sober soft
sole solid sophisticated sparse special specific square stable standalone standard static stationary steady steep stereo stiff straight
straightforward strict strong stronger strongest subsequent subtle sudden sufficient superfluous superior supervisory supreme sure
surrogate tactile temporary ten tense terse thick thin third thorough three tight timely tiny top total tough toxic traditional
transient transparent transverse triple true trustworthy turbulent twin typical ubiquitous ultimate uncertain unclear unconvincing
underwater uneven uniform unique unknown unlikely unsafe unseen unstable unsteady upper upstream urban urgent usual vague vain valid
vast verbose versatile vivid weak weaker wet white whole wide wider widespread wild worse worst wrong young zero`;

// Nouns that end like adjectives, adverbs or participles.
const nouns = `topic table official panel acoustics algorithm alternative animal appraisal approval archive arithmetic arrival aspect average bearing bed breed capital ceiling
characteristic clinic college constraint credential criminal critic cryptography crystal data deal denial detective diagnostic dialectic
dialogue differential digital directive disposal domain earring element embryo ensemble epidemic ethic evening event experimental fabric
feed female festival fluid focus function goal gradient graphic heuristic hospital incentive initiative instrumental interval journal
king logic male material mathematic measure mechanic metal metric morning motive music narrative need numeral objective operative
pedestrian perspective plastic polynomial portal principal proposal quantum radical rebuttal referral refusal removal renewal residual
response retrieval reversal ring rival rubric scandal seed sentinel serial shed sibling signal spiral spring statistic steel string
style substantive survival tactic terminal thing token traffic trial tutorial variable wed weed wing withdrawal`;

// Words in -ing that name an activity as often as they say it.
const activities = `accounting advertising annealing averaging bagging banking batching bearing benchmarking binning blending bonding boosting bootstrapping
branching browsing budgeting caching captioning casting chaining chunking cleaning clipping cloning clustering coaching coding coloring
colouring compositing computing conditioning consulting counseling counting coupling crawling crossing crowdsourcing debugging decoding
denoising driving dubbing editing embedding encoding engineering ensembling farming feeding fencing filling filtering financing
finetuning fingerprinting fishing fitting forecasting forgetting forging framing freezing gaming gardening gating generating grading
grasping grounding grouping hacking handwriting hashing healing hearing heating hedging housing imaging indexing inpainting instancing
interleaving investing jailbreaking kriging labeling labelling landing layering learning lending lensing lifting lighting linking
listening loading logging looping machining magnetizing manufacturing mapping marketing masking matching merging messaging mining mixing
modeling modelling monitoring morphing mounting networking ordering outsourcing packing padding painting parking parsing partitioning
patching pathfinding phishing piloting planning polling pooling positioning postprocessing preconditioning preprocessing pretraining
pricing printing probing processing profiling programming prompting prototyping pruning publishing purchasing quantizing querying
queueing queuing racing ranking rating reading reasoning recording recycling regularizing relaying rendering reporting reranking
resampling rescheduling restarting retraining rewriting rigging rounding routing sampling scaffolding scaling scanning scattering
scheduling scoring screening searching seeding segmenting sensing sequencing setting shading shaping sharing shearing shielding shopping
signaling signalling sizing skinning slicing smoothing sorting spacing spamming spelling spiking splatting splitting spoofing stacking
staging steering stemming stitching streaming stylizing subsampling summing swapping swarming switching tagging targeting tasking
teaching teaming testing texturing thresholding throttling timing tooling tracing tracking trading trafficking training transcoding
trawling tuning turning tutoring typing undersampling unlearning upsampling upscaling voting warehousing warming warping watermarking
weighting welding wiring wording writing`;

const set = (list: string): Set<string> => new Set(list.split(/\s+/));

const thingSet = set(thingForms);
const nounOrVerbSet = withThirdPerson(nounsOrVerbs);
const verbSet = set(irregular);
for (const verb of verbs.split(/\s+/)) {
  for (const form of [verb, thirdPerson(verb)]) if (!thingSet.has(form) && !nounOrVerbSet.has(form)) verbSet.add(form);
}
const mostlyVerbSet = withThirdPerson(mostlyVerbs);
const gerundSet = new Set(verbs.split(/\s+/).map(gerund));
const adverbSet = set(adverbs);
const notAdverbSet = set(notAdverbs);
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
