/** The one error class of themata: a stable `code` to switch on, a sentence to read and `details` typed by the code. */

/** What each error code carries in `details`. */
export interface ErrorDetails {
  /** A collection without papers where at least one is needed. */
  EMPTY_CORPUS: { readonly where: string };
  /** Two papers of one collection share an id. */
  DUPLICATE_PAPER_ID: { readonly id: string; readonly first: number; readonly second: number };
  /** An id that no paper of the collection has. */
  UNKNOWN_PAPER: { readonly id: string };
  /** An id that no theme has. */
  UNKNOWN_THEME: { readonly id: string; readonly known: readonly string[] };
  /** No term is left: only stop words, or every term cut by `minDf` / `maxDf`. */
  EMPTY_VOCABULARY: { readonly documents: number; readonly terms: number };
  /** Fewer papers than the themes asked for need. */
  TOO_FEW_PAPERS: { readonly papers: number; readonly needed: number };
  /** A paper that is not an object with an id, or whose fields have the wrong type. */
  INVALID_PAPER: { readonly index: number; readonly field: string };
  /** An unknown option, or a value out of range. */
  INVALID_OPTION: { readonly option: string; readonly expected: string; readonly suggestion?: string };
  /** A theme definition without id or name, or two with one id. */
  INVALID_THEME: { readonly index: number; readonly field: string };
  /** Nothing of the input can be read as the format. */
  PARSE_FAILED: { readonly format: string; readonly line?: number };
  /** Saved bytes that are no model, are damaged, or need something that was not given. */
  MODEL_FORMAT: { readonly reason: string };
  /** The caller's signal was aborted. */
  ABORTED: { readonly stage: string };
}

/** One of the twelve codes. */
export type ErrorCode = keyof ErrorDetails;

/**
 * Thrown for every expected failure. `switch (error.code)` narrows nothing by itself because a class cannot be a
 * union; use {@link isThemataError} to narrow `details`.
 *
 * @example
 * try { discoverThemes([]) } catch (error) { if (isThemataError(error, "EMPTY_CORPUS")) console.log(error.message) }
 */
export class ThemataError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = "ThemataError";
  readonly code: C;
  readonly details: ErrorDetails[C];

  constructor(code: C, message: string, details: ErrorDetails[C], cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** Whether a thrown value is a {@link ThemataError}, and of that code when one is given. */
export function isThemataError<C extends ErrorCode = ErrorCode>(error: unknown, code?: C): error is ThemataError<C> {
  return error instanceof ThemataError && (code === undefined || error.code === code);
}

/** A value as it should appear in a message: short, typed, never throwing. */
export function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value);
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value !== null && typeof value === "object") return "an object";
  return typeof value === "bigint" ? `${value}n` : String(value);
}
