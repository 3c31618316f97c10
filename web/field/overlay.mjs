/* Marks over a field whose text the browser gives no ranges for. The same text,
   transparent, lies over the field in the same type and the same box, so that
   every line breaks where the field's does, and follows it when it scrolls,
   is resized, turned or enlarged. */
import { make } from "../pages/make.mjs";
import { poseOf } from "./pose.mjs";

/** All that decides where a letter goes. */
const COPIED = `direction font-family font-size font-style font-variant
  font-weight font-stretch font-size-adjust font-kerning font-feature-settings
  font-variation-settings font-optical-sizing line-height letter-spacing
  word-spacing text-align text-align-last text-indent text-transform
  text-rendering text-orientation tab-size word-break overflow-wrap line-break
  hyphens writing-mode unicode-bidi padding-top padding-right padding-bottom
  padding-left`.split(/\s+/);

export class Overlay {
  #watch;

  /** @param {any} field @param {import("./layer.mjs").Layer} layer */
  constructor(field, layer) {
    this.field = field;
    this.sheet = make("div.overlay-text", { "aria-hidden": "true" });
    this.box = make("div.overlay", { "aria-hidden": "true" }, this.sheet);
    this.frame = make("div.overlay-window", {}, this.box);
    layer.skin.prepend(this.frame);
    this.scrolled = () => this.#scroll();
    field.addEventListener("scroll", this.scrolled, { passive: true });
    this.#watch = new ResizeObserver(() => this.moved());
    this.#watch.observe(field);
  }

  /** @param {import("../core/segments.mjs").Segment[]} pieces
      @param {string} text */
  draw(pieces, text) {
    const parts = [];
    let at = 0;
    for (const { start, end, level, evidence, open } of pieces) {
      if (start > at) parts.push(text.slice(at, start));
      const mark = make("mark", { data: level ? { level } : {} },
        text.slice(start, end));
      mark.classList.toggle("evidence", Boolean(evidence));
      mark.classList.toggle("open", Boolean(open));
      parts.push(mark);
      at = end;
    }
    if (pieces.length > 0) parts.push(`${text.slice(at)}\u200b`);
    this.sheet.replaceChildren(...parts);
    if (pieces.length > 0) this.moved();
  }

  /** Lays the overlay over the field again. */
  moved() {
    const { field, box, sheet } = this;
    const style = getComputedStyle(field);
    for (const name of COPIED) {
      sheet.style.setProperty(name, style.getPropertyValue(name));
    }
    const single = field.localName === "input";
    sheet.style.whiteSpace = single ? "pre"
      : style.whiteSpace === "nowrap" || field.wrap === "off" ? "pre" : "pre-wrap";
    const { matrix, seen } = poseOf(field);
    const { left, top, width, height } = innerOf(field, style, single);
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    box.style.transform =
      String(matrix.translate(left, top));
    this.frame.style.clipPath = clipTo(seen);
    sheet.style.width = single ? "max-content" : `${width}px`;
    if (single) asLine(box, sheet, style, width, height);
    this.#scroll();
    this.#uncover();
  }

  /** Nothing is marked where the page shows something else over the field. */
  #uncover() {
    const root = this.field.getRootNode();
    const covers = (hit) => hit && hit !== this.field && !hit.contains(this.field) &&
      hit.dataset.earshot === undefined;
    const marks = [...this.sheet.querySelectorAll("mark")];
    const covered = marks.map((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      return covers(root.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    });
    marks.forEach((mark, n) => mark.classList.toggle("covered", covered[n]));
  }

  #scroll() {
    const { scrollLeft, scrollTop } = this.field;
    this.sheet.style.translate = `${-scrollLeft}px ${-scrollTop}px`;
  }

  /** @param {number} start @param {number} end */
  rects(start, end) {
    const from = this.#place(start);
    const to = this.#place(end, true);
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return [...range.getClientRects()];
  }

  /** Where an offset is in the sheet: its nodes hold the text in order.
      @param {number} offset @param {boolean} [before] of two places that are one
        offset, the first @returns {[Text, number] | null} */
  #place(offset, before = false) {
    let left = offset;
    for (const part of this.sheet.childNodes) {
      const node = part.firstChild ?? part;
      if (left < node.length || (before && left === node.length)) {
        return [node, left];
      }
      left -= node.length;
    }
    return null;
  }

  remove() {
    this.#watch.disconnect();
    this.field.removeEventListener("scroll", this.scrolled);
    this.frame.remove();
  }
}

/** The padding box, without what bars to scroll take. Firefox takes an input's
    padding for a part of its border. */
function innerOf(field, style, single) {
  if (!single) {
    return { left: field.clientLeft, top: field.clientTop,
      width: field.clientWidth, height: field.clientHeight };
  }
  const [top, right, bottom, left] = [style.borderTopWidth, style.borderRightWidth,
    style.borderBottomWidth, style.borderLeftWidth].map(parseFloat);
  return { left, top, width: field.offsetWidth - left - right,
    height: field.offsetHeight - top - bottom };
}

/** The text of an input is one line in the middle of its height, that begins
    where lines begin and is cut off at its padding. */
function asLine(box, sheet, style, width, height) {
  const { paddingTop, paddingRight, paddingBottom, paddingLeft, direction } = style;
  const inner = height - parseFloat(paddingTop) - parseFloat(paddingBottom);
  sheet.style.lineHeight = `${inner}px`;
  sheet.style.minWidth = `${width}px`;
  box.style.direction = direction;
  box.style.clipPath = `inset(0 ${paddingRight} 0 ${paddingLeft})`;
}

/** @param {import("./pose.mjs").Box} seen part of the window */
function clipTo({ left, top, right, bottom }) {
  const sides = [top, window.innerWidth - right, window.innerHeight - bottom, left];
  return sides.every((side) => side <= 0) ? "none"
    : `inset(${sides.map((side) => `${Math.max(0, side)}px`).join(" ")})`;
}
