/** By what two records are known to be of one paper: DOI, arXiv id, or title with year, authors and abstract. */

import { findArxivId, findDoi } from "./fields/identifiers.js";
import { asText, field } from "./json/json-value.js";
import { readableText } from "./markup/readable-text.js";
import type { Paper } from "./paper.js";

/** What identifies a record, in a form that can be compared. */
export interface Identity {
  readonly doi: string | undefined;
  readonly arxivId: string | undefined;
  /** Whether it stands on a server of preprints, by its arXiv id or its DOI. */
  readonly preprint: boolean;
  /** Letters and digits of the title in lower case, words parted by spaces; "" without a title. */
  readonly title: string;
  readonly year: string | undefined;
  /** Words of the authors' names, initials left out. */
  readonly names: ReadonlySet<string>;
  readonly abstract: string;
}

/** Servers of preprints: a paper has one DOI there and another where it was published. */
const PREPRINT = /^10\.(?:48550|1101|64898|21203|2139|20944|26434|31234|36227)\//;

/** A text that is revised keeps so much of its runs of three words. */
const KEPT_BY_REVISION = 0.5;

/** A title of fewer words says too little by itself. */
const TELLING_WORDS = 4;

/** Titles that every issue of a journal has. */
const GENERIC = new Set(
  "editorial,introduction,preface,foreword,correction,corrigendum,erratum,retraction,index,contents,book review,front matter,back matter,table of contents,guest editorial,in memoriam,obituary,letter to the editor".split(
    ",",
  ),
);

/** What identifies a paper. */
export function identityOf(paper: Paper): Identity {
  const doi = findDoi(paper.doi ?? undefined)?.toLowerCase();
  const arxivId = arxivIdOf(paper);
  return {
    doi: doi?.startsWith("10.48550/") ? undefined : doi,
    arxivId,
    preprint: arxivId !== undefined || PREPRINT.test(doi ?? ""),
    title: plainWords(readableText(paper.title ?? "")),
    year: /^\d{4}/.exec(paper.date ?? "")?.[0],
    names: new Set(
      (paper.authors ?? []).flatMap((name) =>
        plainWords(name)
          .split(" ")
          .filter((word) => word.length > 1),
      ),
    ),
    abstract: paper.abstract ?? "",
  };
}

/** Whether publishers gave two records two DOIs. */
export function publishedTwice({ doi: a }: Identity, { doi: b }: Identity): boolean {
  return a !== undefined && b !== undefined && a !== b && !PREPRINT.test(a) && !PREPRINT.test(b);
}

/**
 * Whether two records with one title may be of one paper: nothing that both state may speak against it. The year of a
 * preprint does not, if authors and abstract are those of the publication.
 */
export function agree(a: Identity, b: Identity): boolean {
  if (publishedTwice(a, b)) return false;
  const bothNamed = a.names.size > 0 && b.names.size > 0;
  if (bothNamed && ![...a.names].some((name) => b.names.has(name))) return false;
  if (a.year !== undefined && b.year !== undefined && a.year !== b.year) {
    const published = bothNamed && a.preprint !== b.preprint && !GENERIC.has(a.title);
    return published && isRevision(a.abstract, b.abstract);
  }
  if (a.title.split(" ").length >= TELLING_WORDS && !GENERIC.has(a.title)) return true;
  return a.year !== undefined && a.year === b.year && (bothNamed || !GENERIC.has(a.title));
}

/** Whether one text keeps enough of the other, the shorter one. */
function isRevision(a: string, b: string): boolean {
  const [runs, others] = [runsOf(a), runsOf(b)];
  let kept = 0;
  for (const run of runs) if (others.has(run)) kept += 1;
  return kept > 0 && kept >= KEPT_BY_REVISION * Math.min(runs.size, others.size);
}

function runsOf(text: string): Set<string> {
  const words = plainWords(readableText(text)).split(" ");
  return new Set(words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`));
}

function arxivIdOf(paper: Paper): string | undefined {
  const stated = [
    field(paper, "arxivId"),
    field(paper, "arxiv_id"),
    field(paper, "externalIds", "ArXiv"),
    /arxiv/i.test(paper.doi ?? "") ? paper.doi : undefined,
    /arxiv/i.test(paper.url ?? "") ? paper.url : undefined,
    paper.id,
  ];
  return stated.map((text) => findArxivId(asText(text))).find((id) => id !== undefined);
}

function plainWords(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join(" ") ?? "";
}
