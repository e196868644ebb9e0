/** `themata related`: the papers nearest to a paper, to a text, to papers liked, or to each of all. */

import { nearestName } from "../options.js";
import type { Paper } from "../papers/paper.js";
import { createPaperIndex, type PaperIndex } from "../related/paper-index.js";
import type { RelatedQuery } from "../related/ranking/query.js";
import { checkFiles } from "./about-file.js";
import { foundRecords, foundText } from "./neighbours-text.js";
import type { Given } from "./parse-arguments.js";
import { readInputs } from "./read-inputs.js";
import { nameOf, wrapped } from "./terminal-text.js";
import { UsageError } from "./usage-error.js";
import type { Request } from "./verb.js";

/** Reads, indexes, answers. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  if (given.text("about") !== undefined) checkFiles(words, 'A text stands in quotes: --about "reward models".');
  const { papers } = await readInputs(words, given, reporter);
  reporter.progress("comparing papers", 0.3);
  const index = createPaperIndex(papers);
  const options = {
    limit: given.number("limit"),
    minScore: given.number("min-score"),
    diversity: given.number("diversity"),
    collapse: given.flag("collapse"),
  };
  const query = queryOf(index, papers, given);
  if (query !== undefined) {
    const records = foundRecords(index, index.related(query, options));
    await reporter.answer({ records: () => records, text: (style, columns) => foundText(records, style, columns) });
    return;
  }
  const lists = papers.map(({ id, title }, i) => {
    reporter.progress("comparing papers", 0.3 + (0.7 * i) / papers.length);
    return { paperId: id, title, related: foundRecords(index, index.related(id, options)) };
  });
  await reporter.answer({
    records: () => lists,
    text: (style, columns) =>
      lists
        .map(({ paperId, title, related }) => {
          const heading = wrapped(nameOf(title, paperId), columns).map(style.bold).join("\n");
          return `${heading}\n${foundText(related, style, columns)}\n`;
        })
        .join(""),
  });
}

/** What is asked for; undefined for the neighbours of every paper. @throws UsageError for an id that no paper has, and for two questions */
function queryOf(index: PaperIndex<Paper>, papers: readonly Paper[], given: Given): RelatedQuery | undefined {
  const id = given.text("id");
  const about = given.text("about");
  const like = given.list("like");
  const unlike = given.list("unlike");
  for (const named of [...(id === undefined ? [] : [id]), ...like, ...unlike]) {
    if (index.get(named) === undefined) throw unknownPaper(named, papers);
  }
  if (id !== undefined) {
    const others = [about ?? [], like, unlike].flat().length;
    if (others > 0)
      throw new UsageError("--id stands alone. Put the paper among --like to combine it with --about or --unlike.");
    return id;
  }
  if (like.length > 0 || unlike.length > 0) return { like, unlike, about };
  return about;
}

/** The error for an id that no paper has, with one that begins so or is nearly so, or else the first. */
function unknownPaper(named: string, papers: readonly Paper[]): UsageError {
  const ids = papers.map(({ id }) => id);
  const meant = ids.find((id) => id.startsWith(named)) ?? nearestName(named, ids);
  const hint = meant === undefined ? `The first is ${ids[0]}.` : `Did you mean ${meant}?`;
  return new UsageError(`No paper has the id ${named}. ${hint}`);
}
