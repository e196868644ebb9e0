/** Lets a bundler leave out what nobody uses of a chunk that holds many files. */

import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import ts from "typescript";
import { reachingCore } from "./one-core.js";
import { withPackedWords } from "./packed-words.js";

/**
 * `sideEffects: false` in package.json speaks of files; the build joins files into chunks, in which a bundler keeps every
 * top-level constant whose making calls a function, spreads a list or computes. This plugin wraps each such initialiser
 * into a call marked as pure.
 */
export const pureInitialisers: Plugin = {
  name: "pure-initialisers",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: wrapInitialisers(reachingCore(path, withPackedWords(path, await readFile(path, "utf8")))),
      loader: "ts",
    }));
  },
};

function wrapInitialisers(source: string): string {
  const file = ts.createSourceFile("file.ts", source, ts.ScriptTarget.ES2022);
  let wrapped = source;
  for (const statement of [...file.statements].reverse()) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of [...statement.declarationList.declarations].reverse()) {
      if (initializer === undefined || !mayHaveEffects(initializer)) continue;
      const [from, to] = [initializer.getStart(file), initializer.getEnd()];
      wrapped = `${wrapped.slice(0, from)}/* @__PURE__ */ (() => (${wrapped.slice(from, to)}))()${wrapped.slice(to)}`;
    }
  }
  return wrapped;
}

/** Whether a bundler takes it for possible that evaluating the expression does something; functions are not evaluated. */
function mayHaveEffects(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return false;
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isSpreadElement(node) || ts.isBinaryExpression(node)) return true;
  return ts.forEachChild(node, (child) => mayHaveEffects(child) || undefined) ?? false;
}

/** The same for the packages in CommonJS, which esbuild wraps into a function each. */
export function markRequiresPure(code: string): string {
  return code
    .replace(/= __toESM\((require_\w+\(\))/g, "= /* @__PURE__ */ __toESM(/* @__PURE__ */ $1")
    .replaceAll(" = __commonJS(", " = /* @__PURE__ */ __commonJS(");
}
