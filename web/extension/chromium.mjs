/* Chromium's background: a service worker, which can hold no worker itself. */
import { api } from "./browser.mjs";
import { serve } from "./background.mjs";

/** Before each further try, in ms. */
const PATIENCE = [20, 100, 300];

let opening = null;

/** A page that is still opening is there already, and does not listen yet. */
async function openOffscreen() {
  if (!opening && await api.offscreen.hasDocument()) return;
  opening ??= api.offscreen.createDocument({
    url: "offscreen.html", reasons: ["WORKERS"],
    justification: "Reads drafts in a worker that cannot reach the network.",
  }).finally(() => { opening = null; });
  await opening;
}

async function engine(question) {
  for (let tries = 0; ; tries += 1) {
    await openOffscreen();
    try {
      const reply = await api.runtime.sendMessage({ to: "engine", ...question });
      if (!reply) throw new Error("the engine's page did not answer");
      if (reply.fault) return Promise.reject(new Error(reply.fault));
      return reply.answer;
    } catch (fault) {
      // The page may have been closing just then, or opened by a service
      // worker before this one.
      if (tries >= PATIENCE.length) throw fault;
      await new Promise((done) => setTimeout(done, PATIENCE[tries]));
    }
  }
}

serve(engine);

api.runtime.onMessage.addListener((message, sender) => {
  if (message?.to !== "background" || sender.tab) return false;
  if (message.ask === "close") api.offscreen.closeDocument().catch(() => {});
  return false;
});
