/* Begins in every frame of a site. Until a field has the focus this is all
   there is: two listeners. */
import { deepest, fieldOf } from "../../field/find.mjs";
import { sweep } from "../../field/layer.mjs";
import { wipe } from "../../field/mark.mjs";
import { alive, api } from "../browser.mjs";
import { TELL } from "../messages.mjs";
import { Desk } from "./desk.mjs";

/** @type {Desk | null} */
let desk = null;
const roots = new WeakSet();

function focused(event) {
  // Our own card and light.
  if (desk?.panel.holds(event)) return;
  look(event.composedPath()[0]);
}

/** Chromium's way into closed trees. @param {Element} element */
const shadowOf = (element) => api.dom?.openOrClosedShadowRoot?.(element);

/** @param {any} target that has the focus */
function look(target) {
  const found = fieldOf(deepest(target, shadowOf, enter));
  if (!found) return;
  desk ??= newDesk();
  if (found === "cannot") desk.cannot(target);
  else desk.open(found);
}

/** Focus that moves within a shadow tree is not told outside.
    @param {ShadowRoot} root */
function enter(root) {
  if (roots.has(root)) return;
  roots.add(root);
  root.addEventListener("focusin", focused, true);
}

function newDesk() {
  const made = new Desk();
  // An update has cut us off: the page is left alone from here on.
  made.orphaned = () => removeEventListener("focusin", focused, true);
  made.wrote = now;
  return made;
}

function told({ tell, by }, _, reply) {
  if (tell === TELL.changed) changed();
  else if (tell === TELL.elsewhere) desk?.elsewhere(by);
  else if (tell === TELL.openCard) {
    // The popup has the focus until it closes.
    if (desk?.field) desk.panel.enter();
  } else if (tell === TELL.status) {
    const status = desk?.status();
    if (status) reply(status);
  }
  return false;
}

function changed() {
  desk?.words.forget();
  desk?.changed();
}

/** A page that comes back as it was left has missed what was said meanwhile. */
function shown({ persisted }) {
  if (persisted) changed();
}

function listen() {
  if (!alive()) return;
  addEventListener("focusin", focused, true);
  addEventListener("pageshow", shown);
}

const now = () => look(document.activeElement);

function begin() {
  // What a version before an update has left.
  sweep();
  wipe();
  listen();
  // A page that writes itself anew by document.open() takes all listeners of
  // the window away (TinyMCE's frame does, in Firefox after we have begun).
  new MutationObserver(() => {
    if (desk?.gone) desk.close();
    listen();
    if (alive()) now();
  }).observe(document, { childList: true });
  api.runtime.onMessage.addListener(told);
  now();
  // A field that had the focus before we were there.
  addEventListener("DOMContentLoaded", now, { once: true });
}

// "Use here" may find us here already, or one whom an update has cut off.
if (alive() && !globalThis.earshotIsHere?.alive()) {
  globalThis.earshotIsHere?.leave();
  globalThis.earshotIsHere = { alive, leave: () => desk?.close() };
  begin();
}
