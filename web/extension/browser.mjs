/* The one seam to the browser's extension API: everything else imports `api`.
   Chromium calls it `chrome`, Firefox `browser`; both answer with promises. */

/** @type {any} */
export const api = globalThis.browser ?? globalThis.chrome;

/** Whether this code still belongs to a living extension. After an update the
    old content scripts stay in their pages, cut off. */
export function alive() {
  try {
    return Boolean(api?.runtime?.id);
  } catch {
    return false;
  }
}
