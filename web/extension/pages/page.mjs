/* What every page of the extension needs. */
import { api } from "../browser.mjs";
import { Store } from "../store.mjs";

/** An element that the page is known to have. @param {string} id
    @returns {any} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** Asks the background. @param {string} question one of ASK
    @param {object} [rest] @returns {Promise<any>} */
export async function ask(question, rest = {}) {
  const { answer, fault } = await api.runtime.sendMessage(
    { ...rest, ask: question });
  if (fault) throw new Error(fault);
  return answer;
}

/** What is kept, for this page: one that is open in a private window writes to
    memory, as everything there does. @returns {Promise<Store>} */
export async function storeHere() {
  const tab = await api.tabs.getCurrent();
  return new Store({ private: tab?.incognito ?? false });
}

/** Pages of ours only: `file` is looked up within the extension.
    @param {string} file */
export const openPage = (file) =>
  api.tabs.create({ url: api.runtime.getURL(file) });

/** Buttons that open another page of ours say which: data-opens="…". */
export function wireLinks() {
  for (const button of document.querySelectorAll("button[data-opens]")) {
    if (!(button instanceof HTMLElement)) continue;
    button.addEventListener("click", () => openPage(button.dataset.opens));
  }
}

/** Tests wait for it; people never see it. */
export const ready = () => { document.documentElement.dataset.ready = "yes"; };
