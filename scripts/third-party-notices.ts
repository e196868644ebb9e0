/** The licences of the code that the build bundles, read from the build itself. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundling } from "./bundled-libraries.js";

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

const entryPoints = ["index", "formats/index", "wink/index", "node/index", "cli/index"]
  .map((name) => `src/${name}.ts`)
  .filter((path) => existsSync(path));

/** The text of THIRD_PARTY_NOTICES.md. */
export async function thirdPartyNotices(): Promise<string> {
  const packages = await bundledPackages();
  const table = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const texts = packages.map(({ name, text }) => `## ${name}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`);
  return `# Third-party notices

The files of \`dist/\` hold code of these packages, bundled at build time. Written by \`npm run notices\`.

| package | version | licence |
|---|---|---|
${table.join("\n")}

${texts.join("\n")}`;
}

async function bundledPackages(): Promise<BundledPackage[]> {
  const { metafile } = await build({
    ...bundling,
    entryPoints,
    bundle: true,
    format: "esm",
    outdir: "dist",
    splitting: true,
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const names = new Set(inputs.flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  return [...names].sort().map(readPackage);
}

function readPackage(name: string): BundledPackage {
  const folder = join("node_modules", name);
  const { version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined && license !== "MIT") throw new Error(`${name}: no licence text found for ${license}`);
  const text = file === undefined ? mit(author?.name ?? author) : readFileSync(join(folder, file), "utf8");
  return { name, version, license, text: text.replace(/\r\n/g, "\n") };
}

/** For packages that name the licence without its text. */
function mit(author: string): string {
  const own = readFileSync("LICENSE", "utf8");
  return own.replace(/^Copyright.*$/m, `Copyright (c) ${author}`);
}
