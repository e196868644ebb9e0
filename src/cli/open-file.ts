/** Opens a file in the program that the desktop opens it with. */

import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** Gives false where there is no desktop to ask. The program goes on by itself. */
export async function openFile(path: string): Promise<boolean> {
  const [command, ...words] = openers[process.platform] ?? ["xdg-open"];
  return new Promise((done) => {
    const child = spawn(command!, [...words, resolve(path)], { detached: true, stdio: "ignore" });
    child.once("error", () => done(false));
    child.once("spawn", () => {
      child.unref();
      done(true);
    });
  });
}

const openers: { readonly [P in NodeJS.Platform]?: readonly string[] } = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};
