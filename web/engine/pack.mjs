/* The build's end of packed.mjs. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync }
  from "node:fs";
import { fileURLToPath } from "node:url";
import { LETTERS } from "./packed.mjs";

/** Zopfli packs an eighth tighter than zlib, and takes ten seconds for it: what
    was packed before is kept here, by its hash. */
const KEPT = fileURLToPath(new URL("../../build/squeezed/", import.meta.url));

/** @param {string} file for gzip @param {string | Uint8Array} what */
function zopfli(file, what) {
  mkdirSync(KEPT, { recursive: true });
  const own = `${file}-${process.pid}`;
  writeFileSync(own, what);
  execFileSync("zopfli", ["--gzip", "--i60", own]);
  rmSync(own);
  renameSync(`${own}.gz`, file);
}

/** @param {Uint8Array} bytes @returns {string} five letters for four of them, and
    one more than there are bytes for the last few */
function inLetters(bytes) {
  const four = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 4) * 4));
  new Uint8Array(four.buffer).set(bytes);
  let text = "";
  for (let at = 0; at < four.byteLength; at += 4) {
    let value = four.getUint32(at), five = "";
    for (let n = 0; n < 5; n++, value = Math.floor(value / 85)) {
      five = LETTERS[value % 85] + five;
    }
    text += five;
  }
  return text.slice(0, text.length - (four.byteLength - bytes.length));
}

/** @param {string | Uint8Array} what @returns {string} letters of gzip; nothing
    of the time or the machine goes in */
export function squeeze(what) {
  const file = KEPT + createHash("sha256").update(what).digest("hex");
  if (!existsSync(file)) zopfli(file, what);
  const zip = readFileSync(file);
  zip[9] = 255; // The system it was made on: unknown (RFC 1952).
  return inLetters(zip);
}

/** Zopfli fits its codes to at most 15 stretches of what it is given. A table's
    rows differ more than that: in pieces of this many bytes it is a twentieth
    smaller. */
const PIECE = 176000;

/** @param {string} text @returns {string[]} */
function inPieces(text) {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / PIECE);
  const from = (n) => Math.floor((bytes.length * n) / count);
  return Array.from({ length: count }, (_, n) =>
    squeeze(bytes.subarray(from(n), from(n + 1))));
}

/** A pack as the build puts it into scripts: tables packed, words as they are.
    Tests prove those that come with the program.
    @param {{files: {name: string, text: string}[]}} pack */
export const squeezed = ({ files }) => ({
  files: files.map(({ name, text }) =>
    name.endsWith(".weights") ? { name, packed: inPieces(text) } : { name, text }),
  proved: true,
});
