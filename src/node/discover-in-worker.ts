/** Discovery in a worker thread: the caller's thread stays free, and can stop it at any moment. */

import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { ThemataError } from "../errors.js";
import { integer, invalidOption, type Optional, type OptionRules, resolveOptions } from "../options.js";
import { checkPapers, type Paper } from "../papers/paper.js";
import { type Analyzer, type AnalyzerOptions, scannerRules } from "../text/analyzer.js";
import { type DiscoverOptions, discoverRules } from "../themes/discover-options.js";
import { papersToRead } from "../themes/discover-themes.js";
import type { Progress } from "../themes/model/progress.js";
import type { ThemeModel } from "../themes/model/theme-model.js";
import type { PhrasesTask, WorkerMessage, WorkerTask } from "./theme-worker.js";

/** Options of {@link discoverThemesInWorker}: those of `discoverThemes` without functions of the caller's own. */
export interface WorkerOptions extends Omit<DiscoverOptions, "phrases" | "name"> {
  /**
   * Threads that the discovery may use. The model has the same bits for any number. From two on and above 20,000
   * papers, one thread finds the themes while a second reads the phrases that name them; more do not help. @defaultValue 1
   */
  readonly threads: number;
}

/** Below this a second thread costs more than it saves. */
const oneThreadUpTo = 20_000;

const workerFile = new URL("./theme-worker.js", import.meta.url);

const rules: OptionRules<WorkerOptions> = { ...discoverRules, threads: integer(1, 1, 256) };

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
  options: Optional<WorkerOptions> = {},
): Promise<ThemeModel> {
  const { threads, onProgress, signal, analyzer, ...others } = options ?? {};
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
  resolveOptions("discoverThemesInWorker", options, rules);
  if (signal?.aborted) throw aborted("vectors", signal);
  const task = { papers, options: others, analyzer: carried(analyzer) as AnalyzerOptions | undefined };
  checkPapers("discoverThemesInWorker", papers);
  const second =
    (threads ?? 1) > 1 && papers.length > oneThreadUpTo ? phrasesInThread(papers, others.k ?? "auto") : undefined;
  return runWorker({ ...task, phrasesFrom: second?.port }, second?.worker, onProgress, signal);
}

/** A thread that reads the phrases of papers and sends them through a port. */
function phrasesInThread(
  papers: readonly Paper[],
  k: number | "auto",
): { readonly worker: Worker; readonly port: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  const places = papersToRead(papers.length, k);
  const read = places.map((place) => papers[place]!);
  const task: PhrasesTask = { papers: read, places, collection: papers.length, k, phrasesTo: port2 };
  return { worker: new Worker(workerFile, { workerData: task, transferList: [port2] }), port: port1 };
}

/** An analyzer as its options; one of the caller's own stays the function it is. */
function carried(analyzer: Analyzer | undefined): AnalyzerOptions | Analyzer["terms"] | undefined {
  if (analyzer === undefined) return undefined;
  return scannerRules(analyzer) === undefined ? analyzer.terms : analyzer.options;
}

function runWorker(
  task: WorkerTask,
  second: Worker | undefined,
  onProgress: WorkerOptions["onProgress"],
  signal: AbortSignal | undefined,
): Promise<ThemeModel> {
  return new Promise((resolve, reject) => {
    const transferList = task.phrasesFrom === undefined ? [] : [task.phrasesFrom];
    const worker = new Worker(workerFile, { workerData: task, transferList });
    let stage: Progress["stage"] = "vectors";
    const finish = (settle: () => void): void => {
      signal?.removeEventListener("abort", abort);
      for (const thread of [worker, second]) {
        thread?.removeAllListeners();
        // A terminated thread may still report an error; nobody is waiting for it.
        thread?.on("error", () => undefined);
        void thread?.terminate();
      }
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
    for (const thread of [worker, second]) thread?.on("error", (error) => finish(() => reject(error)));
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
