/* The part of a card that offers gentler details: each one is seen, and can be
   left as it is, before anything is written. */
import { make } from "../../pages/make.mjs";

/** @typedef {import("../../field/soften.mjs").Change} Change */

/** @param {Change[]} changes @param {(chosen: Change[]) => void} write
    @returns {HTMLElement | null} */
export function softening(changes, write) {
  if (changes.length === 0) return null;
  const rows = changes.map((change) => ({ change, box: tick() }));
  return make("details.softening", {},
    make("summary", {}, changes.length === 1
      ? "Soften a detail" : `Soften ${changes.length} details`),
    make("ul", {}, rows.map(({ change: { was, words }, box }) =>
      make("li", {}, make("label", {}, box,
        make("q", {}, was), make("span.arrow", { "aria-hidden": "true" }, " → "),
        make("span.unseen", {}, " becomes "),
        words ? make("q", {}, words) : make("em", {}, "left out"))))),
    make("button.small", {
      type: "button",
      click: () => write(rows.filter(({ box }) => box.checked)
        .map(({ change }) => change)),
    }, changes.length === 1 ? "Soften it" : "Soften these"));
}

function tick() {
  const box = make("input", { type: "checkbox" });
  box.checked = true;
  return box;
}
