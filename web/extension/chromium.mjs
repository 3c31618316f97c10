/* Chromium's background: a service worker, which can hold no worker itself. */
import { api } from "./browser.mjs";
import { serve } from "./background.mjs";

let opening = null;

async function openOffscreen() {
  if (await api.offscreen.hasDocument()) return;
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
      const { answer, fault } = await api.runtime.sendMessage(
        { to: "engine", ...question });
      if (fault) throw new Error(fault);
      return answer;
    } catch (fault) {
      // The page may have been closing just then.
      if (tries > 0) throw fault;
    }
  }
}

serve(engine);

api.runtime.onMessage.addListener((message, sender) => {
  if (message?.to !== "background" || sender.tab) return false;
  if (message.ask === "close") api.offscreen.closeDocument().catch(() => {});
  return false;
});
