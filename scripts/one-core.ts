/** The core of the build in one chunk: every file more costs Node about a millisecond to import. */

/** Entries of the build, and what is imported when it is needed: readers, and the verbs of the command. */
const subpath = /[\\/]src[\\/](?:(?:formats|wink|node)[\\/]index|formats[\\/]read-papers|node[\\/]theme-worker)\.ts$/;
const verb = /[\\/]src[\\/]cli[\\/]/;

/**
 * A source file of src/ that reaches all of the core where it is an entry. A bundler that splits makes a chunk for every
 * set of entries that share code, which were twenty for our core; so each is given a function that holds the core, that
 * nobody calls and that is left out again.
 */
export function reachingCore(path: string, source: string): string {
  const isEntry = subpath.test(path) || (verb.test(path) && source.includes("export async function work("));
  return isEntry ? `${source}\nimport * as core from "../index.js";\nconst reach = () => core;\n` : source;
}
