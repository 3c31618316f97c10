/* What the build made smaller: the module and the table of learned weights
   travel as gzip, five letters for four bytes. What people read, the
   principles, is never packed. */

/** @typedef {{name: string, packed: string[]}} PackedFile in pieces */

/** The 85 letters: those from "(" to "~" but "<" and "\\", which strings and
    pages would have to escape. In a terminal they are undone by
    `tr '(-;=-[]-~' '!-u'` and any program that reads Ascii85. */
export const LETTERS = Array.from({ length: 87 }, (_, n) =>
  String.fromCharCode(40 + n)).join("").replace(/[<\\]/g, "");
const VALUES = new Uint8Array(128).fill(85);
[...LETTERS].forEach((letter, n) => { VALUES[letter.charCodeAt(0)] = n; });

/** @param {string} text of LETTERS @returns {Uint8Array} four bytes for five; of the last four bytes as many are there as
    there are letters behind the first */
export function bytesOf(text) {
  const letters = new TextEncoder().encode(text);
  const fives = Math.ceil(letters.length / 5);
  const four = new DataView(new ArrayBuffer(fives * 4));
  for (let five = 0, at = 0; five < fives; five++) {
    let value = 0;
    for (let n = 0; n < 5; n++, at++) {
      value = value * 85 + (at < letters.length ? VALUES[letters[at]] : 84);
    }
    four.setUint32(five * 4, value);
  }
  return new Uint8Array(four.buffer, 0, letters.length - fives);
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {string} text of LETTERS: gzip @returns {Promise<Uint8Array>}
    @throws when it is something else */
export async function unpack(text) {
  const parts = new Blob([bytesOf(text)]).stream()
    .pipeThrough(new DecompressionStream("gzip")).getReader();
  const got = [];
  for (let next = await parts.read(); !next.done; next = await parts.read()) {
    got.push(next.value);
  }
  return joined(got);
}

/** Packs with all their files as text.
    @param {{files: (import("./engine.mjs").PackFile | PackedFile)[],
      proved?: boolean}[]} packs
    @returns {Promise<import("./engine.mjs").Pack[]>} */
export async function unpackPacks(packs) {
  const decoder = new TextDecoder();
  const whole = async (file) => "packed" in file ? {
    name: file.name,
    text: decoder.decode(joined(await Promise.all(file.packed.map(unpack)))),
  } : file;
  return Promise.all(packs.map(async ({ files, ...rest }) =>
    ({ ...rest, files: await Promise.all(files.map(whole)) })));
}
