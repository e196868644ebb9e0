/** Writing a file so that a reader sees the old one or the new one, never a half. */

import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/** Writes to a new file beside the old one, syncs it, then renames it over the old. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
