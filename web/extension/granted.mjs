/* "Use here": sites that the person has allowed one by one. The browser keeps
   the list; we start on what is on it, now and whenever a page is opened. */
import { api } from "./browser.mjs";
import { covers } from "./sites.mjs";

const SCRIPT = "granted-sites";
const FILES = { js: ["content.js"], css: ["marks.css"] };

/** Match patterns allowed beyond the manifest's. @returns {Promise<string[]>} */
export async function grantedSites() {
  const { origins = [] } = await api.permissions.getAll();
  const { content_scripts: [{ matches }] } = api.runtime.getManifest();
  return origins.filter((one) => !matches.includes(one));
}

/** Whether a page may be read along on now: a script that was started there
    outlives the leave that was given for it.
    @param {string} host @returns {Promise<boolean>} */
export async function mayBeOn(host) {
  const { content_scripts: [{ matches }] } = api.runtime.getManifest();
  return [...matches, ...await grantedSites()].some((pattern) => {
    const [, wanted] = /^[^:]+:\/\/([^/]+)\//.exec(pattern) ?? [];
    return wanted && (wanted === "*" || covers(wanted.replace(/^www\./, ""), host));
  });
}

export async function syncSites() {
  const matches = await grantedSites();
  const [before] = await api.scripting.getRegisteredContentScripts(
    { ids: [SCRIPT] });
  if (matches.length === 0) {
    if (before) await api.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const script = {
    id: SCRIPT, matches, ...FILES, runAt: "document_start", allFrames: true,
    matchOriginAsFallback: true, persistAcrossSessions: true,
  };
  if (before) await api.scripting.updateContentScripts([script]);
  else await api.scripting.registerContentScripts([script]);
  await startIn(matches);
}

/** Pages that are open already. The script notices when it is there twice. */
async function startIn(matches) {
  for (const { id } of await api.tabs.query({ url: matches })) {
    await startOnce(id).catch(() => {});
  }
}

/** Starts on the page that a tab shows now, and leaves no trace in the browser's
    list: for private windows. The press of the toolbar button allows it.
    @param {number} tabId */
export async function startOnce(tabId) {
  const target = { tabId, allFrames: true };
  await Promise.all([
    api.scripting.insertCSS({ target, files: FILES.css }),
    api.scripting.executeScript({ target, files: FILES.js }),
  ]);
}
