/** JSON Lines: one record a line. */

import type { Found, PaperReader } from "./draft.js";
import { draftsOfJson } from "./json-shapes.js";
import { isObject } from "./json-value.js";
import { byLines, type Line } from "./lines.js";

/** A reader of JSON Lines; blank lines mean nothing. */
export function openJsonLines(): PaperReader {
  return byLines(readLine, () => []);
}

function readLine({ text, number }: Line): Found[] {
  if (text.trim() === "") return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const problem = { code: "unreadable-line", message: `Line ${number} is not JSON.`, line: number };
    return [{ kind: "unreadable", problem }];
  }
  if (!isObject(value)) {
    const problem = { code: "unreadable-line", message: `Line ${number} is not a JSON object.`, line: number };
    return [{ kind: "unreadable", problem }];
  }
  return draftsOfJson(value).map((draft) => ({ kind: "record", draft, line: number }));
}
