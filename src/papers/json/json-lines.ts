/** JSON Lines: one record a line. */

import { byLines, type Line } from "../lines/lines.js";
import type { Found, PaperReader } from "../reading/draft.js";
import { foundInObject } from "./json-shapes.js";
import { isObject, parseJson } from "./json-value.js";

/** A reader of JSON Lines; blank lines mean nothing. */
export function openJsonLines(): PaperReader {
  return byLines(readLine, () => []);
}

function readLine({ text, number }: Line): Found[] {
  if (text.trim() === "") return [];
  const value = parseJson(text);
  if (isObject(value)) return foundInObject(value, number);
  const message = `Line ${number} is not ${value === undefined ? "JSON" : "a JSON object"}.`;
  return [{ kind: "unreadable", problem: { code: "unreadable-line", message, line: number } }];
}
