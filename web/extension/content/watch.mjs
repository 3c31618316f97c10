/* Begins in every frame of a site. Until a field has the focus this is all
   there is: two listeners. */
import { deepest, fieldOf } from "../../field/find.mjs";
import { alive, api } from "../browser.mjs";
import { TELL } from "../messages.mjs";
import { Desk } from "./desk.mjs";

/** @type {Desk | null} */
let desk = null;
const roots = new WeakSet();

function focused(event) {
  // Our own card and light.
  if (desk?.panel.layer?.holds(event)) return;
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
  return made;
}

function told({ tell }, _, reply) {
  if (tell === TELL.changed) {
    desk?.words.forget();
    desk?.changed();
  } else if (tell === TELL.openCard) {
    if (desk?.field && document.hasFocus()) desk.panel.enter();
  } else if (tell === TELL.status) {
    const status = desk?.status();
    if (status) reply(status);
  }
  return false;
}

function listen() {
  if (alive()) addEventListener("focusin", focused, true);
}

function begin() {
  listen();
  // An editor that fills its frame by document.open() takes all listeners of
  // the window away (TinyMCE does, in Firefox after we have begun).
  new MutationObserver(listen).observe(document, { childList: true });
  api.runtime.onMessage.addListener(told);
  const now = () => look(document.activeElement);
  now();
  // A field that had the focus before we were there.
  addEventListener("DOMContentLoaded", now, { once: true });
}

// "Use here" may find us here already.
if (!globalThis.earshotIsHere && alive()) {
  globalThis.earshotIsHere = true;
  begin();
}
