/* What build.mjs put into the page. */

/** An element that the template is known to have. @param {string} id
    @returns {any} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** @param {string} name */
export const data = (name) => JSON.parse(byId(`data-${name}`).textContent);

/** @param {string} name @returns {Uint8Array} */
export function dataBytes(name) {
  const text = byId(`data-${name}`).textContent.trim();
  // Firefox 133, Safari 18.2, Chromium 140; others take the longer way.
  const quick = /** @type {any} */ (Uint8Array).fromBase64;
  if (quick) return quick.call(Uint8Array, text);
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
