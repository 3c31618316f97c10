/* The small steady light beside a field. It says that Earshot reads along, that
   it cannot, or that it is off; never that a draft is fine. */
import { make } from "../pages/make.mjs";

/** @typedef {"empty" | "checking" | "some" | "none" | "part" | "restarted" |
      "cannot" | "off" | "stale"} Shown */

const SIZE = 22;
const GAP = 5;

export class Light {
  /** @param {HTMLElement} skin @param {() => void} pressed */
  constructor(skin, pressed) {
    this.count = make("span.count", { "aria-hidden": "true" });
    this.button = make("button.light", { type: "button", click: pressed },
      this.count);
    skin.append(this.button);
  }

  /** @param {Shown} shown @param {string} line what it says, in words
      @param {number} [count] of reminders */
  say(shown, line, count = 0) {
    const { button } = this;
    if (button.dataset.light !== shown) button.dataset.light = shown;
    if (button.title !== line) {
      button.title = line;
      button.ariaLabel = `Earshot: ${line}`;
    }
    const told = count > 0 ? String(Math.min(count, 9)) : "";
    if (this.count.textContent !== told) this.count.textContent = told;
  }

  /** In the field's lower corner, where lines end late if at all, beside what
      the page has put there.
      @param {DOMRect} box of the field, in the window
      @param {boolean} rtl @param {boolean} grip whether a corner to drag is
        there @param {DOMRect[]} buttons of the page */
  move(box, rtl, grip, buttons) {
    const width = window.innerWidth;
    const height = window.innerHeight;
    const seen = box.width > 0 && box.height > 0 && box.bottom > 0 &&
      box.top < height && box.right > 0 && box.left < width;
    this.button.hidden = !seen;
    if (!seen) return;
    const low = box.height < SIZE + 2 * GAP
      ? box.top + (box.height - SIZE) / 2
      : Math.min(box.bottom, height) - SIZE - GAP;
    const inset = GAP + (grip ? 12 : 0);
    const corner = rtl ? Math.max(box.left, 0) + inset
      : Math.min(box.right, width) - SIZE - inset;
    const left = beside(corner, low, rtl ? 1 : -1, buttons, box);
    this.button.style.translate = `${Math.round(left)}px ${Math.round(low)}px`;
  }
}

/** The place next to the corner where no button lies; the corner, when there are
    buttons all along. */
function beside(corner, top, step, buttons, { left, right }) {
  for (let at = corner; at > left && at + SIZE < right; at += step * (SIZE + GAP)) {
    if (!buttons.some((one) => one.left < at + SIZE && one.right > at &&
      one.top < top + SIZE && one.bottom > top)) return at;
  }
  return corner;
}
