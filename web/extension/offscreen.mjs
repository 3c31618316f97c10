/* Chromium's page for the engine's worker. It listens to the background alone:
   what comes from a tab is not for it. */
import "./pages/guard.mjs";
import { api } from "./browser.mjs";
import { Host } from "./host.mjs";

const host = new Host(() => {
  api.runtime.sendMessage({ to: "background", ask: "close" }).catch(() => {});
});

api.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.to !== "engine" || sender.tab) return false;
  host.ask(message).then(
    (answer) => reply({ answer }),
    (fault) => reply({ fault: String(fault?.message ?? fault) }));
  return true;
});
