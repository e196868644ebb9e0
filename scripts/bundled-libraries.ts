/** How third-party code is bundled, for the build and for the list of notices. */

import { readFile } from "node:fs/promises";
import type { BuildOptions, Plugin } from "esbuild";

/**
 * ml-kmeans brings a matrix library and a signal library for starts and reports that nobody calls: its starts are ours
 * (see src/clusters/euclidean-starts.ts), and so are the checks. Left out, the package is 3 KB in place of 85.
 */
const kmeansAlone: Plugin = {
  name: "kmeans-alone",
  setup(build) {
    build.onLoad({ filter: /ml-kmeans[\\/]lib[\\/](?:initialization|assert)\.js$/ }, () => ({
      contents: `const none = () => [];
        export { none as random, none as mostDistant, none as kmeanspp, none as assertUnreachable, none as validateKmeansInput };`,
    }));
    build.onLoad({ filter: /ml-kmeans[\\/]lib[\\/]kmeans\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const given = "const initializeCenters = (data, K, { initialization }) => initialization;\n";
      return { contents: source.replace(/^function initializeCenters[\s\S]*?^}\n/m, given) };
    });
    build.onLoad({ filter: /ml-kmeans[\\/]lib[\\/]KMeansResult\.js$/ }, () => ({
      contents: `export function KMeansResult(clusters, centroids, converged, iterations) {
        return { clusters, centroids, converged, iterations };
      }`,
    }));
  },
};

/**
 * natural's stemmer inherits stop words and a tokenizer that nobody calls, as CommonJS, which bundlers keep whole. The
 * steps of its algorithm alone are 2 KB in place of 6.
 */
const stemmerAlone: Plugin = {
  name: "stemmer-alone",
  setup(build) {
    build.onLoad({ filter: /natural[\\/]stemmers[\\/]porter_stemmer\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const steps = source.slice(source.indexOf("// denote groups"), source.indexOf("const PorterStemmer ="));
      return { contents: `${steps}export default { ${steps.match(/\bstep\d\w?(?= \()/g)!.join(", ")} };` };
    });
  },
};

/** Options that every bundling of `src/` needs. */
export const bundling: BuildOptions & { readonly plugins: Plugin[] } = {
  platform: "neutral",
  target: "es2022",
  // bibtex-parse is CommonJS.
  mainFields: ["module", "main"],
  plugins: [kmeansAlone, stemmerAlone],
  external: ["node:*", "wink-nlp", "wink-eng-lite-web-model"],
};
