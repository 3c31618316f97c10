/* A folder as a zip that is the same wherever and whenever it is made: names in
   order, one time, one mode, no compressor but our own copy of it.

     node web/extension/zip.mjs FOLDER FILE.zip */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";

/** The earliest that a zip can say; local, because zips know no time zones. */
const MTIME = new Date(1980, 0, 1);
/** A plain file that everybody may read, as Unix says it. */
const MODE = 0o100644 << 16;
const UNIX = 3;

/** @param {string} folder @returns {string[]} its files, by the code units of
      their names, which no machine's language changes */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath ?? one.path, one.name))
      .split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));

/** @param {string} folder @returns {Uint8Array} */
export const zipped = (folder) => zipSync(
  Object.fromEntries(filesIn(folder).map((name) =>
    [name, new Uint8Array(readFileSync(join(folder, name)))])),
  { level: 9, mtime: MTIME, os: UNIX, attrs: MODE });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, out] = process.argv.slice(2);
  writeFileSync(out, zipped(folder));
}
