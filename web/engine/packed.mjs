/* What the build made smaller: the module and the table of learned weights
   travel as base64 of gzip. What people read, the principles, is never packed. */

/** @typedef {{name: string, packed: string}} PackedFile */

/** @param {string} text base64 */
function bytesOf(text) {
  // Firefox 133, Safari 18.2, Chromium 140; others take the longer way.
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  if (quick) return quick.call(Uint8Array, text);
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}

/** @param {string} text base64 of gzip @returns {Promise<Uint8Array>}
    @throws when it is something else */
export async function unpack(text) {
  const parts = new Blob([bytesOf(text)]).stream()
    .pipeThrough(new DecompressionStream("gzip")).getReader();
  const got = [];
  for (let next = await parts.read(); !next.done; next = await parts.read()) {
    got.push(next.value);
  }
  const whole = new Uint8Array(got.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of got) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Packs with all their files as text.
    @param {{files: (import("./engine.mjs").PackFile | PackedFile)[],
      proved?: boolean}[]} packs
    @returns {Promise<import("./engine.mjs").Pack[]>} */
export async function unpackPacks(packs) {
  const decoder = new TextDecoder();
  const whole = async (file) => "packed" in file
    ? { name: file.name, text: decoder.decode(await unpack(file.packed)) } : file;
  return Promise.all(packs.map(async ({ files, ...rest }) =>
    ({ ...rest, files: await Promise.all(files.map(whole)) })));
}
