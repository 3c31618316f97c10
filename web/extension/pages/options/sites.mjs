/* Where Earshot is on, and where a site differs from what holds elsewhere. */
import { make } from "../../../pages/make.mjs";
import { api } from "../../browser.mjs";
import { grantedSites } from "../../granted.mjs";
import { hostOf, siteOf } from "../../sites.mjs";
import { facetsOf, wordsOf } from "../choices.mjs";
import { siteSwitches } from "../switches.mjs";
import { byId } from "../page.mjs";
import { keepFocus } from "./focus.mjs";

/** @param {HTMLElement} place @param {{store: any, state: any,
      say: (words: string) => void, again: () => void}} with_ */
export async function drawSites(place, { store, state, say, again }) {
  const granted = (await grantedSites()).map((pattern) =>
    ({ pattern, host: hostOf(pattern) }));
  const special = Object.keys(state.sites).filter((host) =>
    facetsOf(state.sites[host]).length > 0 || !siteOf(host));
  const rows = [...granted, ...special
    .filter((host) => !granted.some((one) => one.host === host))
    .map((host) => ({ host, pattern: null }))];
  const ticks = byId("switches");
  keepFocus(ticks, () => ticks.replaceChildren(ticks.children[0],
    ...siteSwitches(state, store)));
  keepFocus(place, () => place.replaceChildren(...rows.map((row) =>
    drawSite(row, { store, state, say, again }))));
}

const USUAL = { off: null, medium: null, role: null, identity: null,
  audience: null };

function drawSite({ host, pattern }, { store, state, say, again }) {
  const choice = state.sites[host];
  return make("li", {},
    make("span.row-title", {}, host),
    choice && make("span", {}, differs(choice)),
    choice && make("button.small", {
      type: "button", "aria-label": `${host}: as everywhere else`,
      click: async () => {
        await store.setSite(host, USUAL);
        say(`${host} is as everywhere else again.`);
      },
    }, "As everywhere else"),
    pattern && make("button.small", {
      type: "button", "aria-label": `Stop using Earshot on ${host}`,
      click: async () => {
        await api.permissions.remove({ origins: [pattern] });
        say(`Earshot is no longer on ${host}.`);
        again();
      },
    }, "Stop using it here"));
}

/** @param {any} choice */
function differs(choice) {
  const words = facetsOf(choice).map(([facet, value]) => wordsOf(facet, value));
  return [choice.off && "off", ...words].filter(Boolean).join("; ");
}
