import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files of ten seconds or more, the longest first. */
const longest = [
  "report/browser/map-page",
  "examples/examples",
  "docs/docs",
  "node/discover-stream",
  "node/discover-in-worker",
  "store/spoilt-fields",
  "themes/discover-themes",
  "related/exactness",
  "cli/run",
  "robustness/hostile",
  "cli/tag-pipeline",
  "package/installed",
  "robustness/determinism",
  "package/browser",
  "node/save-file",
];

/** Begins with the files that take longest, so that no worker is left alone with one at the end. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
