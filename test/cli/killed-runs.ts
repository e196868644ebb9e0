import { spawn } from "node:child_process";
import { createReadStream, statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** How to run `themata tag --model`, and when to kill it. */
export interface KilledRuns {
  /** The program and its first words. */
  readonly command: readonly string[];
  readonly model: string;
  readonly input: string;
  readonly output: string;
  /** Bytes of the output at which a run is killed, ascending; the kill comes a little later. */
  readonly moments: readonly number[];
}

/** Runs, kills, resumes, until a run comes to its end; the number of runs that were killed. */
export async function killAndResume({ command, model, input, output, moments }: KilledRuns): Promise<number> {
  let killed = 0;
  for (const moment of [...moments, Number.POSITIVE_INFINITY]) {
    const [program, ...words] = command;
    const child = spawn(program!, [...words, "tag", "-m", model, "-o", output, "--resume"], {
      stdio: ["pipe", "ignore", "inherit"],
    });
    child.stdin.on("error", () => undefined);
    createReadStream(input).pipe(child.stdin);
    const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
    while (child.exitCode === null && sizeOf(output) < moment) await setTimeout(2);
    child.kill("SIGKILL");
    const code = await ended;
    if (code === null) killed += 1;
    else if (code !== 0) throw new Error(`themata tag gave the exit code ${code}.`);
  }
  return killed;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
