/** Compiles AssemblyScript into the `generated` folder beside it: `npm run build:kernels`. */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";
import { signs } from "../src/matrix/kernels/compile-module.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A folder of AssemblyScript (`assembly/index.ts`) and the file and name that its bytes get. */
export interface KernelModule {
  readonly folder: string;
  readonly file: string;
  readonly name: string;
}

/** All modules of the library. */
export const kernelModules: readonly KernelModule[] = [
  { folder: "src/matrix/kernels", file: "generated/kernel-bytes.ts", name: "kernelBytes" },
  { folder: "src/text/plain-words", file: "generated/word-reader-bytes.ts", name: "wordReaderBytes" },
];

/** The generated TypeScript file of a module, from today's sources. */
export async function generatedModule({ folder, name }: KernelModule): Promise<string> {
  let binary: Uint8Array | undefined;
  const options = [
    "--optimizeLevel",
    "3",
    "--enable",
    "simd",
    "--runtime",
    "stub",
    "--noAssert",
    "--importMemory",
    "--outFile",
    "kernels.wasm",
  ];
  const { error, stderr } = await main([`${folder}/assembly/index.ts`, "--baseDir", root, ...options], {
    writeFile: (_, contents) => {
      binary = contents as Uint8Array;
    },
  });
  if (error !== null || binary === undefined) throw new Error(`The kernels were not compiled: ${stderr.toString()}`);
  const text = Array.from(binary, signsOf).join("");
  return `/** Made by \`npm run build:kernels\` from ../assembly: ${binary.length} bytes of WebAssembly, in the signs of compile-module.ts. */
export const ${name}: string =
${text
  .match(/.{1,112}/g)!
  .map((line) => `  "${line}"`)
  .join(" +\n")};
`;
}

/** The one or two signs of a byte. */
function signsOf(byte: number): string {
  const n = (byte + 16) & 255;
  return (n < 89 ? "" : signs[88 + Math.floor(n / 89)]!) + signs[n % 89]!;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const module of kernelModules) {
    writeFileSync(`${root}${module.folder}/${module.file}`, await generatedModule(module));
  }
}
