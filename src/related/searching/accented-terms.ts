/** Terms of an index with accents, by their plain letters. */

import { appendTo } from "../../matrix/by-key.js";
import { withoutAccents } from "../../text/spellings.js";
import { findTerm, type TermTable } from "../index/term-table.js";

/** Terms by their plain letters, of the first `read` strings of a table. */
interface AccentedTerms {
  read: number;
  readonly byPlain: Map<string, string[]>;
}

const known = new WeakMap<TermTable, AccentedTerms>();

/** Terms of the table that differ from a plain word in accents only. Looks once at every string of the table. */
export function accentedTerms(table: TermTable, plain: string): readonly number[] {
  const accented = known.get(table) ?? { read: 0, byPlain: new Map<string, string[]>() };
  known.set(table, accented);
  for (; accented.read < table.strings.length; accented.read += 1) {
    const term = table.strings[accented.read]!;
    const letters = withoutAccents(term);
    if (letters === term) continue;
    appendTo(accented.byPlain, letters, term);
  }
  return (accented.byPlain.get(plain) ?? []).map((term) => findTerm(table, term));
}
