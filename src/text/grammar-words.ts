/** Words of English grammar: what stands beside them tells the part of speech of another. All in lower case. */

import { wordSet } from "./word-set.js";

/** A verb follows them. */
export const verbMarkers: ReadonlySet<string> = wordSet(
  "to can could may might will would shall should must cannot can't don't doesn't not we they i you who it let us please",
);
/** A verb in -s follows them, or a noun. */
export const singularMarkers: ReadonlySet<string> = wordSet("that which also it");
/** A noun phrase follows them. */
export const determiners: ReadonlySet<string> = wordSet(
  "a an the this these those each every any some no our their its his her my your both all another whose",
);
/** Forms of verbs that a participle or an adjective follows. */
export const auxiliaries: ReadonlySet<string> = wordSet(
  "is are was were be been being am has have had having can be becomes become remain remains get gets",
);
/** They end a noun phrase, and another follows. */
export const prepositions: ReadonlySet<string> =
  wordSet(`about across after against among around as at before behind between beyond by during for from in inside into of on onto out outside over per through
   throughout toward towards under upon via with within without`);
/** Adverbs of degree, time and attitude: they belong to the sentence, not to the phrase. */
export const emptyAdverbs: ReadonlySet<string> =
  wordSet(`accordingly actually additionally apparently approximately broadly carefully clearly commonly completely comparatively considerably consequently
   consistently constantly correctly critically crucially currently dramatically easily effectively efficiently empirically entirely especially essentially
   eventually exactly exclusively explicitly extensively extremely fairly finally firstly formally frequently fully fundamentally generally greatly
   heavily highly ideally immediately importantly increasingly inherently initially interestingly intuitively largely merely naturally nearly necessarily
   newly normally notably originally overly particularly possibly potentially practically precisely previously primarily probably properly purely
   quickly rapidly readily reasonably recently relatively reliably remarkably roughly seemingly severely significantly similarly simply slightly specially specifically
   strictly substantially successfully sufficiently surprisingly theoretically thoroughly tightly traditionally truly typically ultimately unfortunately
   uniquely usually virtually widely`);
/** Nouns that are verbs too and need no object then: "findings call for", "results range from". */
export const intransitive: ReadonlySet<string> =
  wordSet(`account benefit call cast change cluster collapse contrast count cycle decay decline drift drop echo flow focus function hinge
   lag manifest march merge move pass peak plan play point profit range rank rise roll rule run scale shift slide slip span
   spike spin split spread stack stay step stream struggle surge transfer travel turn vote wait walk`);
/** Adverbs that stand before a noun as well as before a verb. */
export const focusingAdverbs: ReadonlySet<string> = wordSet("only namely especially particularly solely merely purely");
/** Gerunds that end the name of an activity: "decision making". */
export const nameGerunds: ReadonlySet<string> = wordSet(
  "answering finding following keeping making seeking solving taking understanding listening saving sharing",
);
/** Participles and adjectives that a noun before them goes with: "computer aided". */
export const compounding: ReadonlySet<string> =
  wordSet(`aided assisted augmented aware based centered centred centric conditioned constrained controlled coupled dependent directed driven
   enabled enhanced free generated grounded guided independent induced informed invariant mediated oriented powered regularized related
   sensitive specific structured supervised supported trained tuned weighted`);
/** What a compound that modifies begins with: "two-stage", "open-world". */
export const leadingParts: ReadonlySet<string> =
  wordSet(`closed coarse cross dual few fine first full half high in inter intra large lower long low many mid multi non off on one open out per post
   pre real second semi short single small state sub ten third three top trans two ultra un well world zero`);
/** Endings of nouns alone. */
export const nominal: RegExp =
  /(?:tion|sion|ment|ness|ity|ism|sis|ance|ence|ship|logy|graphy|ing|ings|er|ers|or|ors|tions|ments)$/;
