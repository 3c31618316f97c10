/* Marks in a textarea of our own. A mirror lies under the field in the same
   box: the same text, transparent, in the same type, so that every line breaks
   where the field's does. Both stand in one scrolling frame, and the mirror's
   height is the frame's content: there is no scroll to follow, and nothing to
   measure. The field itself holds nothing but the person's text. */
import { segments } from "../core/segments.mjs";

export class Mirror {
  /** @param {HTMLTextAreaElement} field @param {HTMLElement} mirror */
  constructor(field, mirror) {
    this.field = field;
    this.mirror = mirror;
  }

  /** Draws the field's text with its marks.
      @param {{start: number, end: number, level: string | null,
        evidence?: boolean, open?: boolean}[]} marks */
  draw(marks) {
    const text = this.field.value;
    const parts = [];
    let at = 0;
    for (const piece of segments(marks, text.length)) {
      if (piece.start > at) parts.push(text.slice(at, piece.start));
      parts.push(this.#mark(text, piece));
      at = piece.end;
    }
    // A last line that is empty takes no room in a block, but does in a field.
    parts.push(`${text.slice(at)}\u200b`);
    this.mirror.replaceChildren(...parts);
  }

  /** @param {string} text
      @param {import("../core/segments.mjs").Segment} piece */
  #mark(text, { start, end, level, evidence, open }) {
    const mark = this.mirror.ownerDocument.createElement("mark");
    if (level) mark.dataset.level = level;
    mark.classList.toggle("evidence", evidence);
    mark.classList.toggle("open", open);
    mark.textContent = text.slice(start, end);
    return mark;
  }

  /** Selects words in the field and brings them into view.
      @param {number} start @param {number} end */
  reveal(start, end) {
    const { field } = this;
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
    const mark = [...this.mirror.querySelectorAll("mark")].find((one) =>
      offsetOf(this.mirror, one) >= start) ?? this.mirror;
    mark.scrollIntoView({ block: "nearest" });
  }

  /** Puts words in place of others, so that the person can undo it.
      @param {number} start @param {number} end @param {string} words */
  replace(start, end, words) {
    const { field } = this;
    field.focus();
    field.setSelectionRange(start, end);
    // Out of fashion, and still the only way that keeps the undo history.
    const done = field.ownerDocument.execCommand("insertText", false, words);
    if (done) return;
    field.setRangeText(words, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** UTF-16 units before a child of the mirror. */
function offsetOf(mirror, child) {
  let units = 0;
  for (const node of mirror.childNodes) {
    if (node === child) return units;
    units += node.textContent.length;
  }
  return units;
}
