/** What the worker thread of `discoverThemesInWorker` runs: one discovery, told and answered in messages. */

import { parentPort, workerData } from "node:worker_threads";
import { type ErrorCode, type ErrorDetails, isThemataError } from "../errors.js";
import type { Paper } from "../papers/paper.js";
import { type AnalyzerOptions, createAnalyzer } from "../text/analyzer.js";
import type { DiscoverOptions } from "../themes/discover-options.js";
import { discoverThemes } from "../themes/discover-themes.js";
import type { Progress } from "../themes/progress.js";
import type { ThemeModel } from "../themes/theme-model.js";

/** A discovery without functions. */
export interface WorkerTask {
  readonly papers: readonly Paper[];
  readonly options: { readonly [K in keyof DiscoverOptions]?: DiscoverOptions[K] | undefined };
  /** Options of an analyzer made by `createAnalyzer`. */
  readonly analyzer: AnalyzerOptions | undefined;
}

/** What comes back: any number of steps, then the model or an expected failure. */
export type WorkerMessage =
  | { readonly progress: Progress }
  | { readonly model: ThemeModel }
  | {
      readonly failure: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly details: ErrorDetails[ErrorCode];
      };
    };

const { papers, options, analyzer }: WorkerTask = workerData;
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
try {
  const own = analyzer === undefined ? {} : { analyzer: createAnalyzer(analyzer) };
  send({ model: discoverThemes(papers, { ...options, ...own, onProgress: (progress) => send({ progress }) }) });
} catch (error) {
  // A class does not survive the way between threads; anything unexpected ends the worker as it is.
  if (!isThemataError(error)) throw error;
  send({ failure: { code: error.code, message: error.message, details: error.details } });
}
