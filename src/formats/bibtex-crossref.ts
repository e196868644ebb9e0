/** What a BibTeX entry takes from the one that it names as its `crossref`: where and when it was published. */

/** The fields of an entry, by their names in lower case. */
export type BibtexFields = ReadonlyMap<string, string>;

const WHEN = ["date", "year", "month"];
const WHERE = ["journal", "journaltitle", "booktitle", "school"];

/**
 * The fields of a child with those of its parent that it lacks. A volume without a field for its own name lends its
 * title, as in BibLaTeX. A parent's parent is not asked, as in BibTeX.
 */
export function withParent(child: BibtexFields, parent: BibtexFields): BibtexFields {
  const joined = new Map(child);
  const take = (name: string, value: string | undefined): void => {
    if (value !== undefined && !states(child, name)) joined.set(name, value);
  };
  if (!states(child, "date") && !states(child, "year")) for (const name of WHEN) take(name, parent.get(name));
  if (!WHERE.some((name) => states(child, name))) {
    if (!WHERE.some((name) => states(parent, name))) take("booktitle", parent.get("title"));
    for (const name of WHERE) take(name, parent.get(name));
  }
  take("publisher", parent.get("publisher"));
  return joined;
}

function states(fields: BibtexFields, name: string): boolean {
  return (fields.get(name) ?? "").trim() !== "";
}
