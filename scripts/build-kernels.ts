/** Compiles the AssemblyScript kernels into src/matrix/kernels/generated/: `npm run build:kernels`. */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = "src/matrix/kernels";

/** The generated TypeScript file, from today's sources. */
export async function generatedKernels(): Promise<string> {
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
  const text = Buffer.from(binary).toString("hex");
  return `/** Made by \`npm run build:kernels\` from ../assembly: ${binary.length} bytes of WebAssembly, two digits each: bytes in base64 do not compress. */
export const kernelBytes: string =
${text
  .match(/.{1,112}/g)!
  .map((line) => `  "${line}"`)
  .join(" +\n")};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}${folder}/generated/kernel-bytes.ts`, await generatedKernels());
}
