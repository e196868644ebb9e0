/** Fitted things as bytes, and back, bit for bit. */

import { callback, type Optional, type OptionRules, resolveOptions, value } from "../options.js";
import { type Analyzer, analyzerOption } from "../text/analyzer.js";
import type { PhraseExtractor } from "../text/noun-phrases.js";
import { openContainer, sealContainer } from "./container.js";
import { migrate, newestVersion } from "./migrate.js";
import { packData } from "./pack.js";
import { damaged, refused } from "./refuse.js";
import {
  checkData,
  fromData,
  isKind,
  kindOf,
  plainData,
  type Saveable,
  type SavedKind,
  type SavedKinds,
} from "./saved-kinds.js";
import type { SectionArray } from "./section-types.js";
import { restoreSupplied } from "./supplied-at-load.js";
import { unpackData } from "./unpack.js";

/** What loading may need. */
export interface DeserializeOptions<K extends SavedKind = SavedKind> {
  /** The kind expected; another one is refused. @defaultValue any */
  readonly kind: K | undefined;
  /** The analyzer, needed where the value was fitted with the caller's own. @defaultValue undefined */
  readonly analyzer: Analyzer | undefined;
  /** The phrase extractor, needed where the value was fitted with the caller's own. @defaultValue undefined */
  readonly phrases: PhraseExtractor | undefined;
}

const rules: OptionRules<DeserializeOptions> = {
  kind: value<SavedKind | undefined>(undefined, "the name of a kind", isKind),
  analyzer: analyzerOption<Analyzer | undefined>(undefined),
  phrases: callback<PhraseExtractor | undefined>(undefined, "a function from text to phrases"),
};

/**
 * A theme model, tagger, paper index, phrase statistics, TF-IDF model or term counts as bytes, to be kept in a file or a
 * database. Carries a format version and a checksum; the same value gives the same bytes. Functions that the caller
 * supplied are named, not kept. Linear in the size of the value.
 *
 * @throws ThemataError MODEL_FORMAT for anything else, or data that are not plain
 * @example
 * const bytes = serialize(model);
 * assignThemes(deserialize(bytes, { kind: "theme-model" }), papers);
 */
export function serialize(saved: Saveable): Uint8Array {
  const kind = kindOf(saved);
  const sections: SectionArray[] = [];
  const node = packData(plainData(saved), sections, kind);
  return sealContainer({ version: newestVersion, skeleton: [kind, node], sections });
}

/**
 * The value that `serialize` saved, equal to it bit for bit. Bytes are trusted in nothing: the checksum, every length and
 * the shape of the data are checked. Linear in the size of the bytes, in time and in memory.
 *
 * @throws ThemataError MODEL_FORMAT whose `details.reason` is "not-themata", "truncated", "damaged", "newer" (written by a
 *   later themata), "older", "kind" (another than expected), "analyzer" or "phrases" (to be given again); INVALID_OPTION
 */
export function deserialize<K extends SavedKind = SavedKind>(
  bytes: Uint8Array,
  options?: Optional<DeserializeOptions<K>>,
): SavedKinds[K] {
  const { kind: expected, analyzer, phrases } = resolveOptions("deserialize", options, rules);
  if (!(bytes instanceof Uint8Array)) throw refused("not-themata", "expected a Uint8Array written by `serialize`");
  const { version, skeleton, sections } = openContainer(bytes, newestVersion);
  if (!Array.isArray(skeleton) || skeleton.length !== 2) throw damaged("the skeleton has no kind");
  const [kind, node]: unknown[] = skeleton;
  if (!isKind(kind)) throw refused("kind", `the file holds a kind that this themata does not know, ${String(kind)}`);
  if (expected !== undefined && kind !== expected) throw refused("kind", `expected a ${expected}, got a ${kind}`);
  const data = migrate(kind, version, unpackData(node, sections));
  checkData(kind, data);
  restoreSupplied(data, { analyzer, phrases });
  return fromData(kind, data) as SavedKinds[K];
}
