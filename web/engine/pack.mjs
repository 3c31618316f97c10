/* The build's end of packed.mjs. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync }
  from "node:fs";
import { fileURLToPath } from "node:url";

/** Zopfli packs a tenth tighter than zlib, and takes seconds for it: what was
    packed before is kept here, by its hash. */
const KEPT = fileURLToPath(new URL("../../build/squeezed/", import.meta.url));

/** @param {string} file for gzip @param {string | Uint8Array} what */
function zopfli(file, what) {
  mkdirSync(KEPT, { recursive: true });
  const own = `${file}-${process.pid}`;
  writeFileSync(own, what);
  execFileSync("zopfli", ["--gzip", own]);
  rmSync(own);
  renameSync(`${own}.gz`, file);
}

/** @param {string | Uint8Array} what @returns {string} base64 of gzip; nothing
    of the time or the machine goes in */
export function squeeze(what) {
  const file = KEPT + createHash("sha256").update(what).digest("hex");
  if (!existsSync(file)) zopfli(file, what);
  const zip = readFileSync(file);
  zip[9] = 255; // The system it was made on: unknown (RFC 1952).
  return zip.toString("base64");
}

/** A pack as the build puts it into scripts: tables packed, words as they are.
    Tests prove those that come with the program.
    @param {{files: {name: string, text: string}[]}} pack */
export const squeezed = ({ files }) => ({
  files: files.map(({ name, text }) =>
    name.endsWith(".weights") ? { name, packed: squeeze(text) } : { name, text }),
  proved: true,
});
