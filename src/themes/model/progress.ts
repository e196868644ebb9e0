/** How far a long call is, and the caller's way to stop it. */

import { ThemataError } from "../../errors.js";

/** A stage and how much of it is done. */
export interface Progress {
  readonly stage: "read" | "vectors" | "clusters" | "labels";
  /** Share of the stage that is done, in [0, 1]; it never falls, and the last of a stage is 1. */
  readonly fraction: number;
}

/** What a caller passes to follow or stop a call. */
export interface ProgressOptions {
  /** Told of each step; what it throws ends the call. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Looked at between steps: abort it from `onProgress`. */
  readonly signal?: AbortSignal | undefined;
}

/** Reports a step. @throws ThemataError ABORTED when the caller's signal was aborted */
export type Checkpoint = (stage: Progress["stage"], fraction: number) => void;

/** Told what share of a step is done. */
export type OnStep = (fraction: number) => void;

/** Tells the shares of a part of a step as shares of the whole step. */
export function part(onStep: OnStep, from: number, to: number): OnStep {
  return (fraction) => onStep(from + fraction * (to - from));
}

/** The items one by one; `onStep` is told before every `every`-th of them. */
export function* stepping<T>(items: readonly T[], every: number, onStep: OnStep): Generator<T> {
  for (let i = 0; i < items.length; i += 1) {
    if (i % every === 0) onStep(i / items.length);
    yield items[i]!;
  }
}

/** A checkpoint for these options. */
export function checkpointOf(where: string, { onProgress, signal }: ProgressOptions): Checkpoint {
  return (stage, fraction) => {
    onProgress?.({ stage, fraction });
    if (!signal?.aborted) return;
    throw new ThemataError(
      "ABORTED",
      `${where}: aborted by the caller's signal at "${stage}".`,
      { stage },
      signal.reason,
    );
  };
}
