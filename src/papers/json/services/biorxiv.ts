/** Preprints of bioRxiv and medRxiv, which say "NA" for what is absent. */

import { addressOf, findDoi } from "../../fields/identifiers.js";
import { splitNames } from "../../fields/names.js";
import { LATEX_SYMBOLS } from "../../markup/latex-symbols.js";
import { readable } from "../../markup/readable-text.js";
import { asText } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

/** The headings of structured abstracts, which come glued to the word after them. */
const GLUED_HEADING =
  /(^|[.?!)\]] ?)(Abstract|(?:Author )?Summary|Significance(?: [Ss]tatement)?|SIGNIFICANCE(?: STATEMENT)?|Background|Introduction|Importance|Objectives?|Aims?|Purpose|Design|Setting|Participants|Methods?|Results?|Findings|Interpretation|Conclusions?|Funding)(?=[A-Z0-9])/g;

/** Marks of the typesetter around headings, small capitals, lists and figures. */
const HEADING_MARKS = /O_ST_ABS(.{0,40}?)C_ST_ABS\s?/g;
const MARKS = /[OC]_(?:SCPLOW|SCPCAP|ST_ABS|TEXTBOX|FIG|TBL|LI|UL|QD)/g;

/** Letters and signs in braces, as in "NF-{kappa}B" and "{+/-}". */
const IN_BRACES = /\{(\+\/-|degrees|micro|[A-Za-z]{2,10})\}/g;
const BRACED: ReadonlyMap<string, string> = new Map([
  ["+/-", "±"],
  ["degrees", "°"],
  ["micro", "µ"],
]);

export const biorxiv: Service = {
  matches: (record) => "jatsxml" in record || /^(?:bio|med)rxiv$/i.test(asText(record["server"]) ?? ""),
  toDraft: (record) => {
    const doi = findDoi(asText(record["doi"]));
    return {
      title: readableOf(record["title"]),
      abstract: readableOf(record["abstract"])?.replace(GLUED_HEADING, "$1$2: "),
      date: asText(record["date"]),
      authors: splitNames(asText(record["authors"])),
      doi,
      venue: asText(record["server"]),
      url: addressOf("https://doi.org/", doi),
      extra: otherFields(record),
    };
  },
};

function readableOf(value: unknown): string | undefined {
  const text = readable(asText(value));
  const unmarked = text?.replace(HEADING_MARKS, "$1: ").replace(MARKS, "");
  return unmarked?.replace(IN_BRACES, (whole, name: string) => BRACED.get(name) ?? LATEX_SYMBOLS.get(name) ?? whole);
}
