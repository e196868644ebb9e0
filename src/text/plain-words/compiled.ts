/** Plain words read by WebAssembly, in one memory for good: 17 MB set apart, of which a system gives what is used. */

import { compileModule } from "../../matrix/kernels/compile-module.js";
import { byteRoles } from "./byte-roles.js";
import { codeUnits, utf8Length } from "./code-units.js";
import { wordReaderBytes } from "./generated/word-reader-bytes.js";
import type { PlainWords } from "./reader.js";

/** The functions of `assembly/index.ts`. */
type Loops = Record<"read" | "spread", (...numbers: number[]) => number>;
/** Places in its memory, in bytes. */
type Places = Record<"ones" | "counts" | "text" | "found" | "words" | "size", WebAssembly.Global>;

const pageBytes = 65_536;
const wordBytes = 16;
/** Bytes behind a text that are read with it. */
const margin = 32;
const fewestSlots = 0x1000;
const mostSlots = 0x10_0000;
/** Words are forgotten before they fill half of the most slots, which leaves room for the words of one text. */
const mostWords = 0x7_0000;

/** Undefined where the platform has no WebAssembly SIMD, or not so much memory. */
export function compiledWords(): PlainWords | undefined {
  const module = compileModule(wordReaderBytes);
  if (module === null) return undefined;
  try {
    const { size } = instanceOf(module, new WebAssembly.Memory({ initial: 1 }));
    // A memory that grows leaves a detached buffer, and then V8 looks whether a buffer is detached in every loop over numbers.
    const memory = new WebAssembly.Memory({ initial: Math.ceil(size.value / pageBytes) });
    return wordsIn(memory.buffer, instanceOf(module, memory));
  } catch {
    return undefined;
  }
}

function instanceOf(module: WebAssembly.Module, memory: WebAssembly.Memory): Loops & Places {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Loops & Places;
}

function wordsIn(buffer: ArrayBuffer, { read, spread, ...places }: Loops & Places): PlainWords {
  const [ones, counts, text, found, words] = [
    places.ones.value,
    places.counts.value,
    places.text.value,
    places.found.value,
    places.words.value,
  ];
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(buffer);
  const textBytes = bytes.subarray(text, found);
  const counted = new Uint32Array(buffer, counts, 2);
  bytes.set(byteRoles);
  bytes.fill(255, ones, ones + wordBytes);
  let mask = fewestSlots - 1;
  let taken = "";
  let length = 0;
  /** Where the last reading stopped, in code units and in bytes. */
  let unit = 0;
  let byte = 0;
  let times = 0;

  return {
    take(given) {
      if (counted[1]! > mostWords) {
        counted[1] = 0;
        mask = fewestSlots - 1;
        spread(mask);
        times += 1;
      }
      taken = given;
      length = encoder.encodeInto(given, textBytes).written;
      textBytes.fill(0, length, length + margin);
      unit = 0;
      byte = 0;
    },
    read(at) {
      if (2 * counted[1]! > mask && mask + 1 < mostSlots) {
        mask = 2 * mask + 1;
        spread(mask);
      }
      const isAscii = length === taken.length;
      byte += isAscii ? at - unit : utf8Length(taken, unit, at);
      const stop = read(text + byte, text + length, mask) - text;
      unit = isAscii ? stop : at + codeUnits(textBytes, byte, stop);
      byte = stop;
      return unit;
    },
    found: new Uint32Array(buffer, found, (words - found) >> 2),
    count: () => counted[0]!,
    size: () => counted[1]!,
    word(number) {
      let letters = "";
      const start = words + wordBytes * number;
      for (let at = start; at < start + wordBytes && bytes[at] !== 0; at += 1)
        letters += String.fromCharCode(bytes[at]!);
      return letters;
    },
    times: () => times,
  };
}
