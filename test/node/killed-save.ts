/** Saves over a file and is killed at a named step of the writing. Arguments: path, step. */
import type { FileHandle } from "node:fs/promises";
import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [, , path, step] = process.argv;
const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("still alive");
};

const { open, rename } = fs;
fs.open = async (file, ...rest) => {
  const handle: FileHandle = await open(file, ...rest);
  if (!String(file).endsWith(".tmp")) return handle;
  if (step === "open") die();
  handle.writeFile = async (content) => {
    if (step === "write") {
      await handle.write((content as Uint8Array).subarray(0, 20));
      die();
    }
    await handle.write(content as Uint8Array);
  };
  const { sync, close } = handle;
  handle.sync = () => (step === "fsync" ? die() : sync.call(handle));
  handle.close = () => (step === "close" ? die() : close.call(handle));
  return handle;
};
fs.rename = async (from, to) => {
  if (step === "rename") die();
  await rename(from, to);
};
syncBuiltinESMExports();

const { saveFile } = await import("../../src/node/save-file.js");
const counts = { documents: 2, vocabulary: ["model", "reward"], documentFrequencies: Uint32Array.of(1, 2) };
await saveFile(path!, counts);
