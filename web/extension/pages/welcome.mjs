/* First run: four questions, each kept as it is answered. */
import "./guard.mjs";
import { choice } from "./choices.mjs";
import { shortcut } from "./keys.mjs";
import { siteSwitches } from "./switches.mjs";
import { byId, ready, storeHere, wireLinks } from "./page.mjs";

/** @type {import("../store.mjs").Store} */
let store;

/** @param {import("../store.mjs").State["profile"]} profile */
function drawQuestions(profile) {
  for (const facet of ["role", "identity", "audience"]) {
    byId(`${facet}-place`).replaceChildren(choice(facet, profile[facet],
      (value) => store.setProfile({ [facet]: value })));
  }
}

async function finish() {
  await store.setProfile({ asked: true });
  byId("next").hidden = false;
  byId("next").focus();
}

async function start() {
  store = await storeHere();
  const state = await store.read();
  drawQuestions(state.profile);
  byId("sites").append(...siteSwitches(state, store));
  byId("done").addEventListener("click", finish);
  byId("skip").addEventListener("click", finish);
  wireLinks();
  byId("key").textContent = await shortcut();
  ready();
}

start();
