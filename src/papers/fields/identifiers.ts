/** DOIs and arXiv ids out of the many ways in which they are written. */

/** Wiley's old DOIs have angle brackets, and only what follows them tells the papers of an issue apart. */
const DOI = /10\.\d{4,9}\/(?:\(SICI\)[^\s"]{1,200}|[^\s"<>?#]{1,200})/;
const ARXIV_NEW = /(?:^|[/:\s])(\d{4}\.\d{4,5})(?:v\d{1,2})?(?:$|[\s.)\]#?])/i;
const ARXIV_OLD = /(?:^|[/:\s])([a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,2})?(?:$|[\s.)\]#?])/i;
const ARXIV_DOI = /^10\.48550\/arxiv\./i;

/** The bare DOI ("10.1000/182") in a text such as "https://doi.org/10.1000/182", or undefined. */
export function findDoi(text: string | undefined): string | undefined {
  const found = DOI.exec(text?.slice(0, 500) ?? "")?.[0];
  return found?.replace(/[.,;]$/, "");
}

/** The arXiv id without its version ("2401.01234", "astro-ph/0601001") in an id, a URL or a DOI, or undefined. */
export function findArxivId(text: string | undefined): string | undefined {
  const head =
    text
      ?.slice(0, 300)
      .replace(ARXIV_DOI, "")
      .replace(/\.pdf$/i, "") ?? "";
  return ARXIV_NEW.exec(head)?.[1] ?? ARXIV_OLD.exec(head)?.[1];
}

/** An id without the address of the service that gave it: OpenAlex writes "https://openalex.org/W123" for "W123". */
export function bareId(text: string | undefined): string | undefined {
  return text?.replace(/^https?:\/\/openalex\.org\//, "");
}

/** Where a site shows the record of an id, by what stands before and after it; undefined without an id. */
export function addressOf(before: string, id: string | undefined, after = ""): string | undefined {
  return id === undefined ? undefined : before + id + after;
}
