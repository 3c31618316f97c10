/* A build in which every name that could send tells that it was touched, in
   all scripts that are ours: content, background, engine's page, pages. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs first in each script. A content script leaves a trace on the page, the
    others in what the extension keeps; the engine's page, which keeps nothing,
    would fail, and the visit with it. */
function spread() {
  const api = globalThis.browser ?? globalThis.chrome;
  const tell = (name) => {
    const elsewhere = typeof document === "object" &&
      !location.href.startsWith(api.runtime.getURL(""));
    if (elsewhere) {
      const { dataset } = document.documentElement;
      dataset.poisoned = `${dataset.poisoned ?? ""} ${name}`;
    } else api.storage?.local.set({ [`poisoned ${name}`]: true });
  };
  const spoil = (owner, name) => {
    if (!owner || !(name in owner)) return;
    Object.defineProperty(owner, name, { configurable: true, get() {
      tell(name);
      throw new Error(`${name} is poisoned`);
    } });
  };
  for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource",
    "WebTransport", "RTCPeerConnection", "webkitRTCPeerConnection", "open",
    "Image", "Audio", "SharedWorker", "BroadcastChannel"]) spoil(globalThis, name);
  spoil(globalThis.Navigator?.prototype ?? globalThis.WorkerNavigator?.prototype,
    "sendBeacon");
  for (const name of ["submit", "requestSubmit"]) {
    spoil(globalThis.HTMLFormElement?.prototype, name);
  }
}

/** @param {string} folder of the build
    @param {Record<string, string>} [seeds] code that touches what it must not,
      by file, so that the trap itself is tried */
export function poison(folder, seeds = {}) {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".js") || /^(ways|engine|service-worker)/.test(name)) continue;
    const path = join(folder, name);
    writeFileSync(path, `(${spread})();\n${seeds[name] ?? ""}\n${readFileSync(path, "utf8")}`);
  }
}

/** Names that were touched: on this page, or as the extension keeps them. */
export const poisoned = (page) => page.evaluate(async () => {
  const here = (document.documentElement.dataset.poisoned ?? "").split(" ").filter(Boolean);
  const api = globalThis.browser ?? globalThis.chrome;
  const kept = api?.storage ? Object.keys(await api.storage.local.get(null)) : [];
  return [...here, ...kept.filter((key) => key.startsWith("poisoned "))
    .map((key) => key.slice("poisoned ".length))];
});
