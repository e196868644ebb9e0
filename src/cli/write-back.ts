/** Tags as keywords, in the format that the papers came in. */

import { createReadStream } from "node:fs";
import { addKeywords } from "../formats/add-keywords.js";
import { plainBytes } from "../node/read-file.js";
import type { PaperFormat } from "../papers/paper-format.js";
import { decodeText } from "../papers/reading/decode-text.js";
import { detectFormat } from "../papers/reading/detect-format.js";
import { aboutFile } from "./about-file.js";
import { endingOf, libraryFormats } from "./output-names.js";
import type { TaggedRecord } from "./tagged-text.js";
import { UsageError } from "./usage-error.js";

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The format of a library that the name of an output asks for; undefined for an answer in JSON Lines or words. */
export function libraryFormat(output: string | undefined): PaperFormat | undefined {
  return libraryFormats.get(endingOf(output ?? ""));
}

/**
 * The text of a file with the names of the tags added to the keywords of its papers, all else as it stands there; to be
 * written in UTF-8, with a byte order mark where there was one, by which spreadsheets know it.
 *
 * @throws UsageError for an input in another format, or for several
 */
export async function withTags(
  files: readonly string[],
  format: PaperFormat,
  records: readonly TaggedRecord[],
): Promise<string> {
  const [file, more] = files;
  if (file === undefined || file === "-" || more !== undefined) {
    throw new UsageError(
      "Tags are written back into one file: name one as input. For several use themata convert first.",
    );
  }
  const bytes = await aboutFile(file, () => plainBytes(createReadStream(file), file, []));
  const { text, encoding } = decodeText(bytes);
  const own = detectFormat(text) ?? format;
  if (own !== format) {
    throw new UsageError(
      `Tags are written into ${file} as it is, and that is ${own}. For ${format} use themata convert first.`,
    );
  }
  const namesOf = new Map(records.map(({ paperId, tags }) => [paperId, tags.map(({ name }) => name)]));
  const tagged = await aboutFile(file, () => addKeywords(text, ({ id }) => namesOf.get(id) ?? [], { format }));
  return encoding.startsWith("utf-16") || byteOrderMark.every((byte, i) => bytes[i] === byte)
    ? `\uFEFF${tagged}`
    : tagged;
}
