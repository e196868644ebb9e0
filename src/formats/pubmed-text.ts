/** The plain text that PubMed saves as "Abstract (text)": numbered records of paragraphs. */

import { addressOf, findDoi } from "../papers/fields/identifiers.js";
import { isoDate } from "../papers/fields/iso-date.js";
import { splitNames } from "../papers/fields/names.js";
import { byLines, type Line } from "../papers/lines/lines.js";
import { readable } from "../papers/markup/readable-text.js";
import type { Draft, Found, PaperReader } from "../papers/reading/draft.js";

/** "12. J Invent Transp. 2023 May 17;1(2):3-4. doi: ..." */
const NUMBERED = /^(\d{1,6})[.:] (.*\S.*)$/;

/** Paragraphs that are no abstract, by how they begin. */
const ASIDE =
  /^(?:Author information|Collaborators?|Comments? (?:in|on)|Updates? (?:in|of)|Erratum|Republished|Retraction|Corrected|Copyright|©|Conflict of interest|Conflicts? of|DOI:|PMID:|PMCID:|Free PMC|Publisher:|\[Article in|\[Indexed)/i;

/** "Example A(1), Sample B(2)." */
const AUTHORS = /^\p{Lu}[^.;:]{1,60} \p{Lu}{1,4}(?:\(\d+\))*(?:,|\.$)/u;

/** A reader of PubMed's text. A record begins with the number after that of the one before. */
export function openPubmedText(): PaperReader {
  let paragraphs: string[] | undefined;
  let start = 0;
  let number = 0;
  let blank = true;
  const finish = (): Found[] => {
    if (paragraphs === undefined) return [];
    return [{ kind: "record", draft: toDraft(paragraphs), line: start }];
  };
  const take = ({ text, number: line }: Line): Found[] => {
    const [, count, first] = NUMBERED.exec(text) ?? [];
    const begins = blank && first !== undefined && Number(count) === number + 1;
    const before = begins ? finish() : [];
    if (begins) {
      number += 1;
      start = line;
      paragraphs = [first];
    } else if (text.trim() === "" || paragraphs === undefined) {
      blank = text.trim() === "";
      return [];
    } else if (blank) paragraphs.push(text.trim());
    else paragraphs.push(`${paragraphs.pop()} ${text.trim()}`);
    blank = false;
    return before;
  };
  return byLines(take, finish);
}

function toDraft([citation = "", title, ...others]: readonly string[]): Draft {
  const whole = others.join("\n");
  const pmid = /\bPMID: (\d+)/.exec(whole)?.[1];
  const authors = others.find((text) => !ASIDE.test(text) && AUTHORS.test(text));
  const abstract = others.filter((text) => text !== authors && !ASIDE.test(text));
  const [venue = "", ...rest] = citation.split(". ");
  return {
    id: pmid,
    title: readable(title),
    abstract: readable(abstract.join(" ")),
    date: isoDate(rest.join(". ").split(";")[0]!),
    // Groups stand after the persons, behind a semicolon.
    authors: (authors ?? "")
      .replace(/\(\d+\)/g, "")
      .replace(/\.$/, "")
      .split("; ")
      .flatMap(splitNames),
    doi: findDoi(/\bDOI: (\S+)/.exec(whole)?.[1] ?? citation),
    venue: venue === "" ? undefined : venue,
    url: addressOf("https://pubmed.ncbi.nlm.nih.gov/", pmid, "/"),
  };
}
