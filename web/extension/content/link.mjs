/* The content script's line to the background. When the extension has been
   updated or taken away, this script is an orphan: it says so once, and the
   page is left alone. */
import { alive, api } from "../browser.mjs";

export class Orphaned extends Error {}

/** @param {string} what one of ASK @param {object} [rest] @returns {Promise<any>} */
export async function ask(what, rest = {}) {
  for (let tries = 0; ; tries += 1) {
    if (!alive()) throw new Orphaned("the extension was updated");
    try {
      const reply = await api.runtime.sendMessage({ ask: what, ...rest });
      if (!reply) throw new Error("nobody answered");
      if (reply.fault) throw new Error(reply.fault);
      return reply.answer;
    } catch (fault) {
      if (!alive()) throw new Orphaned("the extension was updated");
      // The background may have been stopped while it answered.
      if (tries > 0) throw fault;
    }
  }
}
