/* Options: each section draws itself anew whenever anything kept has changed,
   here or elsewhere. */
import "./guard.mjs";
import { ASK } from "../messages.mjs";
import { watchStore } from "../store.mjs";
import { drawAnswers } from "./options/answers.mjs";
import { drawPacks, wirePacks } from "./options/packs.mjs";
import { drawPrinciples } from "./options/principles.mjs";
import { drawSites } from "./options/sites.mjs";
import { drawStored, wireForget } from "./options/stored.mjs";
import { choice } from "./choices.mjs";
import { drawKeyChange, shortcut } from "./keys.mjs";
import { ask, byId, ready, storeHere, wireLinks } from "./page.mjs";

/** @type {import("../store.mjs").Store} */
let store;

/** Says what has happened, where a screen reader hears it. */
const say = (words) => { byId("said").textContent = words; };

function drawProfile(profile) {
  const place = byId("profile");
  // A list that is being chosen from stays.
  if (place.contains(document.activeElement)) return;
  place.replaceChildren(...["role", "identity", "audience"].map((facet) =>
    choice(facet, profile[facet],
      (value) => store.setProfile({ [facet]: value }), "you-")));
}

let turn = 0;

async function draw() {
  const mine = (turn += 1);
  const state = await store.read();
  const { packs } = await ask(ASK.loaded);
  const stored = await store.stored();
  if (mine !== turn) return;
  drawProfile(state.profile);
  await drawSites(byId("site-list"), { store, state, say, again: draw });
  drawPrinciples(byId("principle-list"), { store, state, packs, say });
  drawPacks(byId("pack-list"), { store, state, packs, say });
  drawAnswers(byId("answer-list"), { store, state, packs, say });
  drawStored(byId("stored"), stored);
}

async function start() {
  store = await storeHere();
  byId("in-private").hidden = !store.private;
  wireLinks();
  wirePacks({ store, say });
  wireForget({ store, say });
  byId("key").textContent = await shortcut();
  drawKeyChange(byId("key-change"), byId("key-hint"));
  await draw();
  watchStore(draw);
  ready();
}

start();
