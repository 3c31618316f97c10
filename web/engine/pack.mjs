/* The build's end of packed.mjs. */
import { gzipSync } from "node:zlib";

/** @param {string | Uint8Array} what @returns {string} base64 of gzip; nothing
    of the time or the machine goes in */
export function squeeze(what) {
  const zip = gzipSync(what, { level: 9 });
  zip[9] = 255; // The system it was made on: unknown (RFC 1952).
  return zip.toString("base64");
}

/** A pack as the build puts it into scripts: tables packed, words as they are.
    @param {{files: {name: string, text: string}[]}} pack */
export const squeezed = ({ files }) => ({
  files: files.map(({ name, text }) =>
    name.endsWith(".weights") ? { name, packed: squeeze(text) } : { name, text }),
});
