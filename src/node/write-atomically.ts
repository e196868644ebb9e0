/** Writing a file so that a reader sees the old one or the new one, never a half. */

import { randomBytes } from "node:crypto";
import { open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes to a new file in the same folder, waits until the disk has it, then renames it over the old one. The old file's
 * permissions stay, and a symbolic link goes on pointing where it did. A process that is killed leaves the old file whole
 * (and perhaps a draft beside it, named `FILE.xxxxxxxx.tmp`). What is no file, such as `/dev/stdout`, is written to.
 *
 * @throws an error of the file system as it comes from Node; the draft is then gone
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const old = await stat(target).catch(() => undefined);
  if (old !== undefined && !old.isFile()) return writeFile(target, content);
  // Made anew ("wx") under a name that nobody can foresee: in a folder open to all, nobody can put a link in the way.
  const draft = `${target}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const file = await open(draft, "wx", old === undefined ? 0o666 : old.mode & 0o7777);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(target));
}

/** The rename itself lasts only when the folder is on the disk; not every system lets a folder be synced. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, "r");
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows refuses to open a folder; there the rename is as lasting as the system makes it.
  }
}
