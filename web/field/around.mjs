/* What stands around a field that must stay within reach: the buttons that
   send what is written. Looked for once when a card opens, and only close by. */

const BUTTONS = "button, [role='button'], [type='submit']";
const WHOLE = "form, dialog, [role='dialog'], [aria-modal='true']";

/** How much taller than the field what belongs to it may be; in CSS pixels. */
const AROUND = 240;
/** Ancestors and buttons looked at, at most. */
const MOST = 40;

/** The form or dialog that the field is in; else the largest thing around it
    that is not much taller than itself. @param {Element} field */
function composerOf(field) {
  const whole = field.closest(WHOLE);
  if (whole) return whole;
  const limit = field.getBoundingClientRect().height + AROUND;
  let at = field;
  for (let n = 0; n < MOST; n += 1) {
    const up = at.parentElement ?? /** @type {any} */ (at.getRootNode()).host;
    if (!up || up === field.ownerDocument.body) break;
    if (up.getBoundingClientRect().height > limit) break;
    at = up;
  }
  return at === field ? at.parentElement ?? at : at;
}

/** @param {Element} field @returns {Element[]} */
export function buttonsAround(field) {
  return [...composerOf(field).querySelectorAll(BUTTONS)]
    .filter((button) => !field.contains(button)).slice(0, MOST);
}

/** Where those are that can be seen close to the field, now.
    @param {Element[]} buttons @param {DOMRect} field @returns {DOMRect[]} */
export function boxesOf(buttons, field) {
  return buttons.map((button) => button.getBoundingClientRect())
    .filter(({ width, height, left, right, top, bottom }) =>
      width > 0 && height > 0 && top < field.bottom + AROUND &&
      bottom > field.top - AROUND && left < field.right + AROUND &&
      right > field.left - AROUND);
}
