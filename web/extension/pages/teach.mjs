/* The teaching pages, as the offline page has them, in a tab of our own. The
   engine is one of this tab's: what is tried here disturbs nobody who writes
   elsewhere, and packs opened here are not those of the options. */
import "./guard.mjs";
import scenarios from "earshot:scenarios";
import { Client } from "../../engine/client.mjs";
import { messageOf } from "../../engine/protocol.mjs";
import { copyText, saveText } from "../../pages/deeds.mjs";
import { Library } from "../../pages/library.mjs";
import { material } from "../../pages/material.mjs";
import { anchorOf } from "../../pages/reader.mjs";
import { teaching } from "../../pages/teach/teach.mjs";
import { api } from "../browser.mjs";
import { byId, openPage, ready } from "./page.mjs";

const client = new Client(
  () => new Worker(api.runtime.getURL("engine.js")), new Uint8Array(0));
const library = new Library(client, /** @type {any[]} */ (["basic", scenarios]));

/** "teach/…" and "own": where one is, by the address's hash. */
function follow() {
  const [view, ...rest] = decodeURIComponent(window.location.hash.slice(1)).split("/");
  const own = view === "own";
  byId("own-view").hidden = !own;
  byId("teach-view").hidden = own;
  if (!own) teach.show(rest.join("/"));
  (own ? byId("pack-title") : document.getElementById("teach-title"))
    ?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
window.addEventListener("hashchange", follow);

const teach = teaching({
  place: byId("teach-view"), library, path: "teach", own: "own",
  copy: copyText, save: saveText,
  read: (principle) => openPage(`principles.html#${anchorOf(principle)}`),
  goTo: (path) => { window.location.hash = path; },
});

library.start().then(() => {
  material(byId("own-view"), { library, save: saveText, teach: "teach", back: "teach", advice: "It speaks in this tab." });
  follow();
  ready();
}, (fault) => { byId("fault").textContent = messageOf(fault); });
