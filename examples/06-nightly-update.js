// A service that sees new papers every night: load, add, tell what changed, save.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { discoverThemes, updateThemes } from "themata";
import { loadFile, readPapersFile, saveFile } from "themata/node";

const folder = mkdtempSync(join(tmpdir(), "nightly-"));
const path = join(folder, "themes.bin");
const { papers } = await readPapersFile("fixtures/abstracts.jsonl");

// The first evening.
await saveFile(path, discoverThemes(papers.slice(0, 120), { k: 8 }));

// Every night after that: the file is the old one or the new one, never a half.
for (const night of [papers.slice(120, 140), papers.slice(140, 160)]) {
  const before = await loadFile(path, { kind: "theme-model" });
  const { model } = updateThemes(before, night);
  const kept = before.themes.filter(({ id }) => model.themes.some((theme) => theme.id === id));
  console.log(`${model.papers.length} papers in ${model.themes.length} themes, ${kept.length} of them as before`);
  await saveFile(path, model);
}
rmSync(folder, { recursive: true });
