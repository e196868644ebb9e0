/** `themata discover`: the themes of the papers. */

import { discoverThemes } from "../themes/discover-themes.js";
import type { ThemeMethod } from "../themes/partition.js";
import type { Progress } from "../themes/progress.js";
import type { ThemeModel } from "../themes/theme-model.js";
import { readInputs } from "./read-inputs.js";
import { themeRecords } from "./theme-records.js";
import { themeText } from "./theme-text.js";
import type { Request } from "./verb.js";

const stages: Readonly<
  Record<Progress["stage"], { readonly label: string; readonly from: number; readonly to: number }>
> = {
  read: { label: "reading", from: 0, to: 0 },
  vectors: { label: "weighing words", from: 0, to: 0.3 },
  clusters: { label: "finding themes", from: 0.3, to: 0.85 },
  labels: { label: "naming themes", from: 0.85, to: 1 },
};

/** Reads, discovers, answers. */
export async function work({ words, given, reporter }: Request): Promise<void> {
  const papers = await readInputs(words, given, reporter);
  const k = given.text("k");
  const model: ThemeModel = discoverThemes(papers, {
    k: k === undefined || k === "auto" ? "auto" : Number(k),
    granularity: given.number("granularity"),
    method: given.text("method") as ThemeMethod | undefined,
    seed: given.number("seed"),
    onProgress: ({ stage, fraction }) => {
      const { label, from, to } = stages[stage];
      reporter.progress(label, from + (to - from) * fraction);
    },
  });
  await reporter.answer({
    records: () => themeRecords(model),
    text: (style, columns) => themeText(model, style, columns),
  });
}
