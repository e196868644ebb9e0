/** A small lexicon of our own: words that are verbs or adverbs in scientific prose and never part of a phrase's name. */

// Verbs that hardly ever stand inside the name of a thing; their forms in -s, -ed and -ing are derived.
const verbs = `accommodate accomplish account achieve acquire act add address adhere adopt advocate affect afford aim alleviate allow
ameliorate analyse analyze answer anticipate appear apply appreciate argue arise ascertain aspire assert assess assign assist
assume attain attempt avoid await base become begin behave believe belong bring build call capture carry cause characterise
characterize choose circumvent cite claim clarify coincide combine come compare complement complicate comprise conclude
conduct confirm conjecture consider consist constitute construct contain continue contribute cope correspond create deal
decide decrease deem define deliver demand demonstrate denote depend depict derive describe deserve desire determine develop
devise differ discover discuss display do draw elaborate elicit eliminate elucidate embody emerge employ enable encompass
encounter encourage end enforce enhance enjoy ensue ensure entail establish evaluate evolve examine exceed excel exhibit exist expect
explain exploit explore express extend facilitate fail fall feature find focus follow forbid foster fulfil fulfill gain get give go
grasp grow guarantee handle happen harm help highlight hinder hold hope identify ignore illustrate illuminate imply
improve include incorporate incur indicate inform inherit inspire instantiate intend intensify introduce invest investigate involve justify keep
know lack lead leave let leverage lie look lose maintain make manage maximise maximize mean meet mention minimise minimize
mitigate modify motivate necessitate need neglect note notice obey obtain occur offer opt originate outline outperform overcome
overlook participate perceive perform permit pertain point pose possess postulate prefer preserve present presume prevent proceed
produce prohibit promise promote propose prove provide pursue put raise reach realise realize receive recommend reduce
refer reflect regard relate rely remain remove render replace report represent require resemble resolve resort
respond restrict result retain reveal review say see seek seem select serve shed show simplify solve specify start state stem
strive studied study succeed suffer suggest suit summarise summarize support suppose surpass surround tackle take tend test think trigger try turn uncover undergo underlie underpin
understand undertake undermine unify unveil use utilise utilize validate vary verify want warrant wish wonder work write yield`;

// Irregular forms.
const irregular = `arose arisen became began begun brought built came chose chosen dealt drawn drew fell fallen found gave given got gotten
grew grown held kept knew known laid led left lost made meant met overcame put ran said saw seen shed shown sought spent
stood taken thought took told tried tries understood undertook underwent went written wrote shows`;

// Also nouns or the first word of a name; kept inside phrases when nothing before says that they are verbs.
const alsoNouns = new Set(
  `account act address aim answer attempt base building call capture cause claim compare decision demand desire display draw
   end evaluating exploit exploring exploiting feature features finding focus gain handle harm help hold hope lack lead
   learning level look mean means measure need note notice offer outline planning point points process processing promise
   regard report report requirement research result results review reviews search state states stem study studies support
   test tests testing think thinking turn understanding use uses work works working writing yield yields modeling modelling
   building matching mapping routing tracking rendering reasoning prompting meeting demands fall limit tries`.split(
    /\s+/,
  ),
);

const adverbs = `also already always again ago almost alone altogether away back better best else enough even ever far fast further
furthermore hence here however indeed instead later less likewise merely more moreover most much namely nearly never nevertheless next
nonetheless not notably now often once only otherwise perhaps quite rather since so somewhat soon still then thereby therefore thus
together too twice usually very well yet`;

const notAdverbs = new Set(
  `anomaly assembly early family supply reply monopoly friendly likely daily weekly monthly yearly elderly
   fly butterfly poly multiply apply rely imply curly only homily lily ally rally tally july italy underly`.split(
    /\s+/,
  ),
);

const adverbSet = new Set(adverbs.split(/\s+/));
const verbForms = new Set<string>(irregular.split(/\s+/));
for (const verb of verbs.split(/\s+/))
  for (const form of inflected(verb)) if (!alsoNouns.has(form)) verbForms.add(form);

/** Whether a lower-case word is a form of a verb of reporting or doing, as in "propose", "demonstrates", "achieved". */
export function isVerb(word: string): boolean {
  return verbForms.has(word);
}

/** Whether a lower-case word is an adverb. */
export function isAdverb(word: string): boolean {
  return adverbSet.has(word) || (word.length > 4 && word.endsWith("ly") && !notAdverbs.has(word));
}

function inflected(verb: string): string[] {
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const sibilant = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (verb.endsWith("e")) return [verb, sibilant, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(verb)
    ? [`${verb}${verb.at(-1)}ed`, `${verb}${verb.at(-1)}ing`]
    : [];
  return [verb, sibilant, `${verb}ed`, `${verb}ing`, ...doubled];
}
