/** The errors of saving and loading. */

import { ThemataError } from "../errors.js";

/** Why bytes were refused; `details.reason` of MODEL_FORMAT begins with one of these words. */
export type RefusalReason =
  | "not-themata"
  | "truncated"
  | "damaged"
  | "newer"
  | "older"
  | "kind"
  | "unsaveable"
  | "analyzer"
  | "phrases";

/** A MODEL_FORMAT error with its reason. */
export function refused(reason: RefusalReason, message: string, cause?: unknown): ThemataError<"MODEL_FORMAT"> {
  const where = reason === "unsaveable" ? "serialize" : "deserialize";
  return new ThemataError("MODEL_FORMAT", `${where}: ${message}.`, { reason }, cause);
}

/** The error for bytes that are not what `serialize` wrote. */
export function damaged(what: string, cause?: unknown): ThemataError<"MODEL_FORMAT"> {
  return refused("damaged", `the file is damaged: ${what}. Save the model again or fetch a good copy`, cause);
}
