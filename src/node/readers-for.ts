/** Readers of every format; those beyond the core are imported when something needs them. */

import type { PaperFormat } from "../papers/paper-format.js";
import { CORE_READERS } from "../papers/read-papers.js";
import type { ReaderTable } from "../papers/reading.js";

/** A table of readers that has one for a format. */
export async function readersFor(format: PaperFormat | undefined): Promise<ReaderTable> {
  if (format !== undefined && format in CORE_READERS) return CORE_READERS;
  return (await import("../formats/read-papers.js")).ALL_READERS;
}
