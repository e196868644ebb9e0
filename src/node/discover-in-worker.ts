/** Discovery in a worker thread: the caller's thread stays free, and can stop it at any moment. */

import { Worker } from "node:worker_threads";
import { ThemataError } from "../errors.js";
import { integer, invalidOption, resolveOptions } from "../options.js";
import type { Paper } from "../papers/paper.js";
import { type Analyzer, type AnalyzerOptions, scannerRules } from "../text/analyzer.js";
import type { DiscoverOptions } from "../themes/discover-options.js";
import type { Progress } from "../themes/progress.js";
import type { ThemeModel } from "../themes/theme-model.js";
import type { WorkerMessage, WorkerTask } from "./theme-worker.js";

/** Options of {@link discoverThemesInWorker}: those of `discoverThemes` without functions of the caller's own. */
export interface WorkerOptions extends Omit<DiscoverOptions, "phrases" | "name"> {
  /**
   * Threads that the discovery may use. The model has the same bits for any number; at present one thread does the
   * work, whatever the number. @defaultValue 1
   */
  readonly threads: number;
}

const threadRules = { threads: integer(1, 1, 256) };

/**
 * `discoverThemes` in a worker thread. `onProgress` is called on the caller's thread; aborting `signal` ends the worker
 * at once.
 *
 * @throws ThemataError (as a rejection) as `discoverThemes` does; INVALID_OPTION also for a function that cannot be
 *   carried to another thread: `phrases`, `name`, an analyzer that `createAnalyzer` did not make
 * @example
 * const model = await discoverThemesInWorker(papers, { k: 10, signal: AbortSignal.timeout(60_000) });
 */
export async function discoverThemesInWorker(
  papers: readonly Paper[],
  options: { readonly [K in keyof WorkerOptions]?: WorkerOptions[K] | undefined } = {},
): Promise<ThemeModel> {
  const { threads, onProgress, signal, analyzer, ...others } = options;
  resolveOptions("discoverThemesInWorker", { threads }, threadRules);
  for (const [name, given] of Object.entries({ ...others, analyzer: carried(analyzer) })) {
    if (typeof given === "function") {
      throw invalidOption(
        "discoverThemesInWorker",
        name,
        "data that can be carried to a worker, not a function",
        given,
      );
    }
  }
  const task: WorkerTask = { papers, options: others, analyzer: carried(analyzer) as AnalyzerOptions | undefined };
  if (signal?.aborted) throw aborted("vectors", signal);
  return runWorker(task, onProgress, signal);
}

/** An analyzer as its options; one of the caller's own stays the function it is. */
function carried(analyzer: Analyzer | undefined): AnalyzerOptions | Analyzer["terms"] | undefined {
  if (analyzer === undefined) return undefined;
  return scannerRules(analyzer) === undefined ? analyzer.terms : analyzer.options;
}

function runWorker(
  task: WorkerTask,
  onProgress: WorkerOptions["onProgress"],
  signal: AbortSignal | undefined,
): Promise<ThemeModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./theme-worker.js", import.meta.url), { workerData: task });
    let stage: Progress["stage"] = "vectors";
    const finish = (settle: () => void): void => {
      signal?.removeEventListener("abort", abort);
      worker.removeAllListeners();
      // A terminated thread may still report an error; nobody is waiting for it.
      worker.on("error", () => undefined);
      void worker.terminate();
      settle();
    };
    const abort = (): void => finish(() => reject(aborted(stage, signal!)));
    const receive = (message: WorkerMessage): void => {
      if ("progress" in message) {
        stage = message.progress.stage;
        onProgress?.(message.progress);
      } else if ("model" in message) {
        finish(() => resolve(message.model));
      } else {
        const { code, message: text, details } = message.failure;
        finish(() => reject(new ThemataError(code, text, details)));
      }
    };
    signal?.addEventListener("abort", abort, { once: true });
    worker.on("error", (error) => finish(() => reject(error)));
    worker.on("message", (message: WorkerMessage) => {
      try {
        receive(message);
      } catch (error) {
        // What `onProgress` throws ends the call, as it does without a worker.
        finish(() => reject(error));
      }
    });
  });
}

function aborted(stage: Progress["stage"], signal: AbortSignal): ThemataError {
  const message = `discoverThemesInWorker: aborted by the caller's signal at "${stage}".`;
  return new ThemataError("ABORTED", message, { stage }, signal.reason);
}
