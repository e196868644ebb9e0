/** A Python process that does a step when told to, so that both sides of a comparison take turns in one run. */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** What a step took and gave. */
export interface PeerAnswer {
  /** CPU seconds. */
  readonly seconds: number;
  readonly figure: number;
}

/** The process and the way to ask it. */
export interface PythonPeer {
  ask(...step: (string | number)[]): Promise<PeerAnswer>;
  close(): void;
}

/** Starts peers.py on a file of papers. The interpreter is that of THEMATA_PYTHON, else `python3`. */
export async function startPythonPeer(papersFile: string): Promise<PythonPeer> {
  const script = fileURLToPath(new URL("peers.py", import.meta.url));
  const python = process.env["THEMATA_PYTHON"] ?? "python3";
  const child = spawn(python, [script, papersFile], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { done, value } = await lines.next();
    if (done) throw new Error(`${python} ended early. Set THEMATA_PYTHON to one that has scikit-learn.`);
    return value;
  };
  await next();
  return {
    async ask(...step) {
      child.stdin.write(`${JSON.stringify(step)}\n`);
      return JSON.parse(await next());
    },
    close: () => child.stdin.end(),
  };
}
