import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countTerms } from "../../src/index.js";
import { loadFile, saveFile } from "../../src/node/index.js";

const folder = mkdtempSync(join(tmpdir(), "themata-"));
afterAll(() => rmSync(folder, { recursive: true }));

const counts = countTerms([["reward", "model"], ["reward"]]);

describe("saveFile, loadFile", () => {
  it("saveFile(path, value) writes what loadFile(path) gives back, and leaves no draft", async () => {
    const path = join(folder, "counts.bin");
    await saveFile(path, counts);
    await saveFile(path, counts);
    expect(await loadFile(path, { kind: "term-counts" })).toStrictEqual(counts);
    expect(readdirSync(folder)).toStrictEqual(["counts.bin"]);
  });

  it("saveFile(path, value) leaves the old file whole when the value cannot be saved", async () => {
    const path = join(folder, "old.bin");
    await saveFile(path, counts);
    const before = readFileSync(path);
    await expect(saveFile(path, { ...counts, extra: () => 1 } as never)).rejects.toThrow(/plain data/);
    expect(readFileSync(path)).toStrictEqual(before);
  });

  it("saveFile(path, value) follows a link and keeps the permissions", async () => {
    const path = join(folder, "private.bin");
    writeFileSync(path, "old");
    chmodSync(path, 0o600);
    symlinkSync(path, join(folder, "link.bin"));
    await saveFile(join(folder, "link.bin"), counts);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await loadFile(path)).toStrictEqual(counts);
  });

  it("saveFile(path, value) killed at any step leaves a whole file, old or new", { timeout: 60_000 }, async () => {
    const path = join(folder, "killed.bin");
    const old = countTerms([["old"]]);
    for (const call of ["open", "write", "fsync", "rename", "close"]) {
      await saveFile(path, old);
      const child = spawnSync(process.execPath, ["--import", "tsx", "test/node/killed-save.ts", path, call]);
      expect(child.signal).toBe("SIGKILL");
      expect([old, counts]).toContainEqual(await loadFile(path));
    }
  });

  it("loadFile(path) refuses a file that is not ours", async () => {
    const path = join(folder, "other.bin");
    writeFileSync(path, "not a model");
    await expect(loadFile(path)).rejects.toMatchObject({ code: "MODEL_FORMAT", details: { reason: "not-themata" } });
  });
});
