/** Bundles the program and the style sheet of the map's page into src/report/generated/: `npm run build:page`. */

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}src/report`;

/** The generated TypeScript file, from today's sources. */
export async function generatedPage(): Promise<string> {
  const script = await bundled("page/main.ts");
  const style = await bundled("page/style/page.css");
  return `/** Made by \`npm run build:page\` from ../page. The hashes are those that a Content-Security-Policy names. */

export const pageScript: string =
${literal(script)};
export const pageScriptHash: string = "${hash(script)}";
export const pageStyle: string =
${literal(style)};
export const pageStyleHash: string = "${hash(style)}";
`;
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${folder}/${entry}`],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    write: false,
  });
  return outputFiles[0]!.text.trim();
}

/** A string literal in lines of bearable length. */
function literal(text: string): string {
  const pieces = text.match(/[\s\S]{1,1000}/g) ?? [""];
  return pieces.map((piece) => `  ${JSON.stringify(piece)}`).join(" +\n");
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${folder}/generated/page-assets.ts`, await generatedPage());
}
