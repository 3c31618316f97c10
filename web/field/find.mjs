/* Which fields are for us. Asked once when something gets the focus, never by
   looking a page over. */

import { groupOf } from "./group.mjs";

/** `at`: the part of it that has the focus, where it has parts
    @typedef {{kind: "plain" | "rich", element: any, at: any}} Found */

/** What browsers and sites use to say "not prose", among them everything that
    must never be read: passwords, codes, cards. */
const PRIVATE = new RegExp("(^|\\s)(one-time-code|cc-|(current|new)-password|" +
  "username|email|tel|bday|postal-code|street-address|address-line|" +
  "(given-|family-|additional-)?name$|nickname|honorific|organization|url)");
/** How sites name such fields when they do not say so. A "Pin" may also be what
    one writes about on Pinterest. */
const SECRET = new RegExp("passw|passphrase|\\bpwd\\b|^pin([ -]?(code|number))?$|" +
  "cvv|cvc|card.?(num|no\\b)|\\biban\\b|sort.?code|account.?(num|no\\b)|" +
  "security.?code|\\botp\\b", "i");
/** Fields that were for a password once: "show" makes it text. */
const secrets = new WeakSet();
const SEARCH = /^(searchbox|combobox|spinbutton)$/;

/** A field this small only catches keys for a drawing (some code and document
    editors): there is no text in it to read. In CSS pixels. */
const LEAST_SIZE = 12;

/** @param {any} target the element that has the focus
    @returns {Found | "cannot" | null} null: not for us */
export function fieldOf(target) {
  if (!target || target.nodeType !== 1) return null;
  const name = target.localName;
  if (name === "textarea" || name === "input") return plain(target, name);
  // Who draws the text and is handed the keys (Monaco, in Chromium).
  if (target.editContext) return "cannot";
  const host = editingHost(target);
  if (!host || host.getAttribute("aria-readonly") === "true") return null;
  if (SEARCH.test(host.getAttribute("role") ?? "")) return null;
  return { kind: "rich", element: groupOf(host) ?? host, at: host };
}

function plain(field, name) {
  if (field.readOnly || field.disabled) return null;
  // The attribute: browsers hide values that they do not know.
  if (PRIVATE.test(field.getAttribute("autocomplete") ?? "")) return null;
  if (isSecret(field)) return null;
  if (name === "input") {
    if (field.type !== "text") return null;
    if (SEARCH.test(field.getAttribute("role") ?? "")) return null;
    if (field.enterKeyHint === "search") return null;
    if (/^(q|s|query|search|user(name)?|e-?mail|tel|url|code|otp)$/i.test(
      field.name)) return null;
    if (/^(numeric|decimal|tel|email|url|search)$/.test(field.inputMode)) {
      return null;
    }
  }
  const { width, height } = field.getBoundingClientRect();
  if (width < LEAST_SIZE || height < LEAST_SIZE || slit(field)) return "cannot";
  return { kind: "plain", element: field, at: field };
}

/** What of a drawing can be seen, for a field that only catches its keys.
    @param {any} field @returns {Element} */
export function drawingOf(field) {
  let at = field;
  for (let up = at; up; up = up.parentElement) {
    const { width, height } = up.getBoundingClientRect();
    at = up;
    if (width >= LEAST_SIZE && height >= LEAST_SIZE && !slit(up)) break;
  }
  return at;
}

/** Whether it is large, but seen through a slit (CodeMirror 5). What only folds
    out yet is as wide as it will be. */
function slit(field) {
  let at = field.parentElement;
  for (let n = 0; at && n < 3; n += 1, at = at.parentElement) {
    if (at.clientWidth < LEAST_SIZE && at.clientWidth > 0 &&
      getComputedStyle(at).overflowX !== "visible") return true;
  }
  return false;
}

function isSecret(field) {
  if (field.type === "password") secrets.add(field);
  const names = [field.name, field.id, field.ariaLabel, field.placeholder];
  return secrets.has(field) || names.some((name) => SECRET.test(name ?? ""));
}

/** The outermost element that is edited as one. */
function editingHost(target) {
  const { body, designMode } = target.ownerDocument;
  if (designMode === "on") return body;
  if (!target.isContentEditable) return null;
  let host = target;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/** The root of an element's shadow tree, closed ones too: Firefox has it at the
    element. */
const rootOf = (element, shadowOf) => element.openOrClosedShadowRoot ??
  shadowOf(element) ?? element.shadowRoot;

/** What really has the focus, through all shadow trees, each of which is
    handed to `enter` on the way.
    @param {any} element
    @param {(element: Element) => ShadowRoot | null | undefined} shadowOf
    @param {(root: ShadowRoot) => void} enter */
export function deepest(element, shadowOf, enter) {
  let at = element;
  while (at && at.nodeType === 1) {
    const isHost = at.localName.includes("-") || at.shadowRoot ||
      /^(div|span|section|article|main|body|p|header|footer|aside|nav)$/.test(
        at.localName);
    const root = isHost ? rootOf(at, shadowOf) : null;
    if (!root) break;
    enter(root);
    if (!root.activeElement) break;
    at = root.activeElement;
  }
  return at;
}
