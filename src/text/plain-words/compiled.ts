/** Plain words read by WebAssembly, in one memory for good: 17 MB set apart, of which a system gives what is used. */

import { compileModule } from "../../matrix/kernels/compile-module.js";
import { byteRoles } from "./byte-roles.js";
import { wordReaderBytes } from "./generated/word-reader-bytes.js";
import type { PlainWords } from "./plain-words.js";

/** What `assembly/index.ts` exports; places are bytes of its memory. */
interface Exports {
  readonly read: (at: number, end: number, mask: number) => number;
  readonly spread: (mask: number) => void;
}

type Place = "ones" | "counts" | "text" | "found" | "words" | "size";

const pageBytes = 65_536;
const wordBytes = 16;
/** Bytes behind a text that are read with it. */
const margin = 32;
const fewestSlots = 1 << 12;
const mostSlots = 1 << 20;
/** Words are forgotten before they fill half of the most slots, which leaves room for the words of one text. */
const mostWords = mostSlots / 2 - (1 << 16);

/** Undefined where the platform has no WebAssembly SIMD, or not so much memory. */
export function compiledWords(): PlainWords | undefined {
  const module = compileModule(wordReaderBytes);
  if (module === null) return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    const places = exports as Record<Place, WebAssembly.Global>;
    memory.grow(Math.ceil(places.size.value / pageBytes));
    return wordsIn(memory.buffer, exports as unknown as Exports, (name) => places[name].value);
  } catch {
    return undefined;
  }
}

function wordsIn(buffer: ArrayBuffer, { read, spread }: Exports, place: (name: Place) => number): PlainWords {
  const [text, found, words] = [place("text"), place("found"), place("words")];
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(buffer);
  const textBytes = bytes.subarray(text, found);
  const counted = new Uint32Array(buffer, place("counts"), 2);
  bytes.set(byteRoles);
  bytes.fill(255, place("ones"), place("ones") + wordBytes);
  let mask = fewestSlots - 1;
  let length = 0;
  let times = 0;
  const isFull = (): boolean => 2 * counted[1]! > mask;

  return {
    take(given) {
      if (counted[1]! > mostWords) {
        counted[1] = 0;
        mask = fewestSlots - 1;
        spread(mask);
        times += 1;
      }
      length = encoder.encodeInto(given, textBytes).written;
      textBytes.fill(0, length, length + margin);
      return length;
    },
    read(at) {
      if (isFull() && mask + 1 < mostSlots) {
        mask = 2 * mask + 1;
        spread(mask);
      }
      return read(text + at, text + length, mask) - text;
    },
    found: new Uint32Array(buffer, found, (words - found) >> 2),
    count: () => counted[0]!,
    size: () => counted[1]!,
    word(number) {
      const start = words + wordBytes * number;
      const end = bytes.indexOf(0, start);
      return String.fromCharCode(...bytes.subarray(start, end));
    },
    times: () => times,
  };
}
