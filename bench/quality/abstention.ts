/**
 * No tag rather than a wrong one: taxonomies on collections of their own, half of them, and on collections of another
 * subject, without examples.
 *
 *     npx tsx bench/quality/abstention.ts [precision = 0.5]
 */

import { readFileSync } from "node:fs";
import { fitTagger, type Paper, type ThemeDefinition, tagPapers } from "../../src/index.js";
import { corporaPresent, ijcai, type LabelledPaper, readCorpus, seedCorpus, stream, venues } from "../corpora.js";

interface Trial {
  readonly name: string;
  readonly themes: readonly ThemeDefinition[];
  readonly papers: readonly Paper[];
  /** The themes of a paper; undefined where nobody judged it. Without it every tag is wrong. */
  readonly gold?: (paper: Paper) => readonly string[] | undefined;
  /** Without a background. */
  readonly alone?: boolean;
}

interface Field extends ThemeDefinition {
  readonly description: string;
}

const precision = Number(process.argv[2] ?? "0.5");
if (!corporaPresent) throw new Error("The corpora are not here.");
for (const trial of trials()) report(trial);

function trials(): Trial[] {
  const seed = seedCorpus().papers;
  const conference = ijcai().papers;
  const communities = venues().papers;
  const daily = stream(1200).papers;
  const aeronautics = readCorpus<Paper>("cranfield/cranfield.jsonl");
  const engineering = readCorpus<Paper>("inspec/inspec-dev.jsonl");
  const arxiv = readCorpus<Field>("taxonomies/arxiv-taxonomy.jsonl").map(defined);
  const nlp = readCorpus<Field>("taxonomies/nlp-taxonomy.jsonl").map(defined);
  const areas = namesOf(conference);
  const six = namesOf(communities);
  const judged = new Map(
    readCorpus<{ id: string; themes: string[] }>("seed/gold-dev.jsonl").map(({ id, themes }) => [id, themes]),
  );
  const ofSeed = ({ id }: Paper): string[] | undefined => judged.get(id);
  const ofLabel = (paper: LabelledPaper): string[] => [paper.label!];
  const ofAreas = (paper: LabelledPaper & { subareas?: readonly string[] }): string[] => [
    paper.label!,
    ...(paper.subareas ?? []).map((area) => area.split(": ")[0]!),
  ];
  const ofCategories = (paper: Paper & { categories?: readonly string[] }): readonly string[] => paper.categories ?? [];
  return [
    { name: "its own: seed, names and descriptions", themes: codebook(), papers: seed, gold: ofSeed },
    { name: "its own: seed, names", themes: codebook().map(bare), papers: seed, gold: ofSeed },
    { name: "its own: venues-6", themes: six, papers: communities, gold: ofLabel },
    { name: "its own: ijcai-dev", themes: areas, papers: conference, gold: ofAreas },
    { name: "half: venues-6", themes: half(six), papers: communities, gold: ofLabel },
    { name: "half: ijcai-dev", themes: half(areas), papers: conference, gold: ofAreas },
    { name: "arXiv's 155 on arxiv-stream, names", themes: arxiv.map(bare), papers: daily, gold: ofCategories },
    { name: "the same with descriptions", themes: arxiv, papers: daily, gold: ofCategories },
    { name: "strange: NLP fields on seed", themes: nlp.map(bare), papers: seed },
    { name: "strange: NLP fields on cranfield", themes: nlp.map(bare), papers: aeronautics },
    { name: "strange: arXiv's 155 on cranfield", themes: arxiv.map(bare), papers: aeronautics },
    { name: "the same with descriptions", themes: arxiv, papers: aeronautics },
    { name: "strange: seed's codebook on cranfield", themes: codebook(), papers: aeronautics },
    { name: "strange: venues-6 on cranfield", themes: six, papers: aeronautics },
    { name: "strange: ijcai areas on inspec", themes: areas, papers: engineering },
    { name: "alone: seed, names and descriptions", themes: codebook(), papers: seed, gold: ofSeed, alone: true },
    { name: "alone: seed, names", themes: codebook().map(bare), papers: seed, gold: ofSeed, alone: true },
    { name: "alone: venues-6", themes: six, papers: communities, gold: ofLabel, alone: true },
    { name: "alone: ijcai-dev", themes: areas, papers: conference, gold: ofAreas, alone: true },
    { name: "alone, strange: venues-6 on cranfield", themes: six, papers: aeronautics, alone: true },
    { name: "alone, strange: ijcai areas on inspec", themes: areas, papers: engineering, alone: true },
  ];
}

function report({ name, themes, papers, gold, alone }: Trial): void {
  const tagger = fitTagger(alone === true ? { themes } : { themes, background: papers });
  const chosen = gold === undefined ? papers : papers.filter((paper) => gold(paper) !== undefined);
  const tagged = tagPapers(tagger, chosen, { evidence: false, precision });
  const tags = tagged.flatMap(({ tags: given }, i) => {
    return given.map(({ themeId, score }) => ({ score, right: gold?.(chosen[i]!)?.includes(themeId) ?? false }));
  });
  const without = tagged.filter(({ tags: given }) => given.length === 0).length / tagged.length;
  const right = tags.filter((tag) => tag.right).length;
  const sure = tags.filter(({ score }) => score >= 0.9);
  console.log(
    `${name.padEnd(40)} untagged ${without.toFixed(2)}  right ${right} of ${tags.length} (${share(right, tags.length)})` +
      `  of .9 and more ${share(sure.filter((tag) => tag.right).length, sure.length)} of ${sure.length}`,
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? "none" : (part / whole).toFixed(2);
}

function namesOf(papers: readonly LabelledPaper[]): ThemeDefinition[] {
  return [...new Set(papers.map(({ label }) => label!))].sort().map((label) => ({ id: label, name: label }));
}

function half<T>(list: readonly T[]): T[] {
  return list.filter((_, i) => i % 2 === 0);
}

function bare({ id, name }: ThemeDefinition): ThemeDefinition {
  return { id, name };
}

function defined({ id, name, description }: Field): ThemeDefinition {
  return { id, name, description };
}

function codebook(): ThemeDefinition[] {
  const text = readFileSync(new URL("../../../shared/corpora/seed/codebook.md", import.meta.url), "utf8");
  return text.split("\n").flatMap((line) => {
    const row = /^\| (\w[\w-]*) \| (.*?) \| (.*?) \|$/.exec(line);
    return row === null || row[1] === "id" ? [] : [{ id: row[1]!, name: row[2]!, description: row[3]! }];
  });
}
