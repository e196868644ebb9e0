/** What the worker threads of `discoverThemesInWorker` run: a discovery, and perhaps its phrases in a second thread. */

import { once } from "node:events";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type ErrorCode, type ErrorDetails, isThemataError } from "../errors.js";
import type { Optional } from "../options.js";
import type { Paper } from "../papers/paper.js";
import { type AnalyzerOptions, createAnalyzer } from "../text/analyzer.js";
import { statisticalPhrases } from "../text/noun-phrases.js";
import type { DiscoverOptions } from "../themes/discover-options.js";
import { phrasesOfPapers, startDiscovery } from "../themes/discover-themes.js";
import type { Progress } from "../themes/model/progress.js";
import type { PhraseTable, ThemeModel } from "../themes/model/theme-model.js";

/** A discovery without functions. */
export interface WorkerTask {
  readonly papers: readonly Paper[];
  readonly options: Optional<DiscoverOptions>;
  /** Options of an analyzer made by `createAnalyzer`. */
  readonly analyzer: AnalyzerOptions | undefined;
  /** Where the phrases come from, when another thread reads them. */
  readonly phrasesFrom: MessagePort | undefined;
}

/** The phrases of some papers of a collection, wanted by another thread. */
export interface PhrasesTask {
  readonly papers: readonly Paper[];
  /** The place of each in the collection. */
  readonly places: readonly number[];
  readonly collection: number;
  readonly k: number | "auto";
  readonly phrasesTo: MessagePort;
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

const task: WorkerTask | PhrasesTask = workerData;
if ("phrasesTo" in task) readPhrases(task);
else await discover(task);

async function discover({ papers, options, analyzer, phrasesFrom }: WorkerTask): Promise<void> {
  const send = (message: WorkerMessage): void => parentPort?.postMessage(message);
  try {
    const own = analyzer === undefined ? {} : { analyzer: createAnalyzer(analyzer) };
    // Asked for before the work begins, so that a table that comes meanwhile is kept.
    const received = phrasesFrom && once(phrasesFrom, "message");
    const onProgress = (progress: Progress): void => send({ progress });
    const { checkpoint, k, phrases, finish } = startDiscovery(papers, { ...options, ...own, onProgress });
    const onStep = (done: number): void => checkpoint("labels", done / 2);
    onStep(0);
    const table: PhraseTable =
      received === undefined ? phrasesOfPapers(papers, k, phrases, onStep) : (await received)[0];
    phrasesFrom?.close();
    send({ model: finish(table) });
  } catch (error) {
    // A class does not survive the way between threads; anything unexpected ends the worker as it is.
    if (!isThemataError(error)) throw error;
    send({ failure: { code: error.code, message: error.message, details: error.details } });
  }
}

function readPhrases({ papers, places, collection, k, phrasesTo }: PhrasesTask): void {
  const all = new Array<Paper>(collection);
  papers.forEach((paper, i) => {
    all[places[i]!] = paper;
  });
  phrasesTo.postMessage(phrasesOfPapers(all, k, statisticalPhrases()));
  phrasesTo.close();
}
