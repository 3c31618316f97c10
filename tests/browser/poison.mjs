/* A build in which every name that could send tells that it was touched, and
   throws, in all scripts that are ours: content, background, engine's page,
   worker, pages. The names are those of web/ways-out.config.mjs. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SENDERS } from "../../web/ways-out.config.mjs";

/** What takes the names away would hide that they are touched. */
export const WITHOUT_GUARDS = {
  name: "without guards",
  setup(build) {
    build.onLoad({ filter: /(engine\/closed|pages\/guard)\.mjs$/ },
      () => ({ contents: "", loader: "js" }));
  },
};

/** Runs first in each script. A content script leaves a trace on the page, pages
    and background in what the extension keeps; the engine's page, which keeps
    nothing, asks the background to, and the worker asks whoever holds it. */
function spread(names) {
  const api = globalThis.browser ?? globalThis.chrome;
  const isWorker = typeof DedicatedWorkerGlobalScope === "function";
  const isOurs = isWorker || location.href.startsWith(api.runtime.getURL(""));
  const tell = (name) => {
    if (isWorker) return globalThis.postMessage({ poisoned: name });
    if (isOurs) {
      return api.storage ? api.storage.local.set({ [`poisoned ${name}`]: true })
        : api.runtime.sendMessage({ poisoned: name });
    }
    const { dataset } = document.documentElement;
    dataset.poisoned = `${dataset.poisoned ?? ""} ${name}`;
  };
  const touched = (name) => {
    tell(name);
    throw new Error(`${name} is poisoned`);
  };
  const spoil = (owner, name) => {
    if (!owner || !(name in owner)) return;
    Object.defineProperty(owner, name, { configurable: true,
      get() { return touched(name); }, set() { touched(name); } });
  };
  /** Reading is harmless, setting is not. */
  const spoilSetter = (owner, name) => {
    const { get } = Object.getOwnPropertyDescriptor(owner?.prototype ?? {}, name) ?? {};
    if (!get) return;
    Object.defineProperty(owner.prototype, name, { configurable: true,
      get() { return get.call(this); }, set() { touched(name); } });
  };

  if (isOurs && !isWorker) {
    api.runtime.onMessage.addListener((message) => {
      if (message?.poisoned && api.storage) tell(message.poisoned);
    });
    if (globalThis.Worker) {
      globalThis.Worker = class extends Worker {
        constructor(...given) {
          super(...given);
          this.addEventListener("message",
            ({ data }) => data?.poisoned && tell(data.poisoned));
        }
      };
    }
  }
  for (const name of [...names, "open", "caches", "indexedDB"]) {
    // The service worker's own file has just used it to get here.
    if (name !== "importScripts" || isWorker) spoil(globalThis, name);
    for (const owner of ["Navigator", "WorkerNavigator", "HTMLFormElement"]) {
      spoil(globalThis[owner]?.prototype, name);
    }
  }
  for (const [owner, ...setters] of [
    ["HTMLImageElement", "src", "srcset"], ["HTMLScriptElement", "src", "text"],
    ["HTMLIFrameElement", "src", "srcdoc"], ["HTMLLinkElement", "href"],
    ["HTMLMediaElement", "src"], ["HTMLSourceElement", "src", "srcset"],
    ["HTMLObjectElement", "data"], ["HTMLEmbedElement", "src"],
    ["HTMLFormElement", "action"], ["HTMLAnchorElement", "ping"],
    ["HTMLBaseElement", "href"], ["HTMLInputElement", "src", "formAction"],
    ["Document", "cookie"], ["Element", "innerHTML", "outerHTML"],
  ]) for (const name of setters) spoilSetter(globalThis[owner], name);
}

/** @param {string} folder of the build
    @param {Record<string, string>} [seeds] code that touches what it must not,
      by file, so that the trap itself is tried */
export function poison(folder, seeds = {}) {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(".js") || /^(ways|service-worker)/.test(name)) continue;
    const path = join(folder, name);
    writeFileSync(path, `(${spread})(${JSON.stringify(SENDERS)});\n${
      seeds[name] ?? ""}\n${readFileSync(path, "utf8")}`);
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
