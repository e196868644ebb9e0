/** `readTaxonomy` with SKOS as well. */

import {
  CORE_TAXONOMIES,
  type ReadTaxonomyOptions,
  type ReadTaxonomyResult,
  readTaxonomyWith,
  type TaxonomyReaders,
} from "../tags/taxonomy/read-taxonomy.js";
import { entriesOfSkos } from "./skos.js";

const ALL_TAXONOMIES: TaxonomyReaders = { ...CORE_TAXONOMIES, skos: entriesOfSkos };

/**
 * The core's `readTaxonomy` with SKOS in RDF/XML or JSON-LD as well: preferred labels are names, alternative and hidden
 * ones aliases, definitions or scope notes descriptions, broader and narrower give parents; ids are the concepts' IRIs.
 *
 * @throws ThemataError PARSE_FAILED where nothing of the input can be read as the format, INVALID_OPTION.
 */
export function readTaxonomy(input: string | Uint8Array, options?: ReadTaxonomyOptions): ReadTaxonomyResult {
  return readTaxonomyWith(ALL_TAXONOMIES, input, options);
}
