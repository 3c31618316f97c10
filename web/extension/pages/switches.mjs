/* A tick for each site that Earshot reads along on. */
import { make } from "../../pages/make.mjs";
import { SITES, hostOf, patternsOf } from "../sites.mjs";

/** The hosts that a site's tick stands for, as settings name them. */
const hostsOf = ({ hosts }) =>
  patternsOf(hosts).map((pattern) => hostOf(pattern.replace("*.", "")));

/** @param {import("../store.mjs").State} state
    @param {import("../store.mjs").Store} store @returns {HTMLElement[]} */
export function siteSwitches({ sites }, store) {
  return SITES.map((site) => {
    const hosts = hostsOf(site);
    const box = make("input", {
      type: "checkbox",
      change: async ({ currentTarget: { checked } }) => {
        for (const host of hosts) await store.setSite(host, { off: !checked });
      },
    });
    box.checked = !hosts.every((host) => sites[host]?.off);
    return make("label", {}, box, site.name);
  });
}
