/** Opens a file in the program that the desktop opens it with. */

import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** An opener that has not failed by then has found a program, in milliseconds. */
const patience = 1500;

/** Gives false where there is no desktop to ask, or where it refuses. The program that opens goes on by itself. */
export async function openFile(path: string): Promise<boolean> {
  const [command, ...words] = openers[process.platform] ?? ["xdg-open"];
  return new Promise((done) => {
    const child = spawn(command!, [...words, resolve(path)], { detached: true, stdio: "ignore" });
    const waiting = setTimeout(() => settle(true), patience);
    const settle = (opened: boolean): void => {
      clearTimeout(waiting);
      child.unref();
      done(opened);
    };
    child.once("error", () => settle(false));
    child.once("exit", (code) => settle(code === 0));
  });
}

const openers: { readonly [P in NodeJS.Platform]?: readonly string[] } = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};
