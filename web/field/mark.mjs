/* Marks under words of a field, without touching the page: the browser paints
   them over ranges (CSS Custom Highlight API). Where a field has no ranges
   (Firefox's textareas) an overlay of our own carries the marks. */
import { segments } from "../core/segments.mjs";
import css from "./marks.css";
import { Overlay } from "./overlay.mjs";

/** @typedef {{start: number, end: number, level: string | null,
      evidence?: boolean, open?: boolean}} Mark */

/** Painted at most; more than anybody reads. */
const MOST = 400;

const NAMES = ["ask", "note", "pause", "hold", "open", "evidence"];
const nameOf = (name) => `earshot-${name}`;

/** Highlights of a piece, by name. @returns {string[]} */
const namesOf = ({ level, evidence, open }) =>
  [level, open && "open", evidence && "evidence"].filter(Boolean);

export class Marks {
  #overlay = null;
  #ranges = [];
  #drawn = "";

  /** @param {any} field @param {import("./layer.mjs").Layer} layer where an
      overlay would stand */
  constructor(field, layer) {
    this.field = field;
    this.layer = layer;
    adopt(field.element.getRootNode());
  }

  /** @param {Mark[]} marks in the text that the field last read */
  draw(marks) {
    const pieces = segments(marks, this.field.text.length).slice(0, MOST);
    const drawn = JSON.stringify(pieces);
    // Ranges follow what is typed around them; they need a new start only when
    // the page has replaced its nodes.
    if (drawn === this.#drawn && this.#holds()) return;
    this.#drawn = drawn;
    this.#release();
    if (pieces.length === 0) return;
    if (this.field.kind === "plain" && !this.field.element.createValueRange) {
      this.#overlay ??= new Overlay(this.field.element, this.layer);
      this.#overlay.draw(pieces, this.field.text);
      return;
    }
    const sets = new Map(NAMES.map((name) => [name, new Highlight()]));
    for (const piece of pieces) {
      for (const name of namesOf(piece)) {
        const range = this.field.range(piece.start, piece.end);
        if (!range) continue;
        this.#ranges.push({ range, length: piece.end - piece.start });
        sets.get(name).add(range);
      }
    }
    for (const [name, set] of sets) {
      if (set.size > 0) CSS.highlights.set(nameOf(name), set);
    }
  }

  /** Whether what was painted still stands: editors replace their nodes, and a
      page could empty the registry, which is shared. */
  #holds() {
    if (this.#overlay) return true;
    if (this.#ranges.length > 0 &&
      !NAMES.some((name) => CSS.highlights.has(nameOf(name)))) return false;
    return this.#ranges.every(({ range, length }) =>
      range.collapsed !== true &&
      (range.startOffset === undefined || this.field.kind === "rich" ||
        range.endOffset - range.startOffset === length));
  }

  /** Where words are in the window now. @param {number} start
      @param {number} end @returns {DOMRect[]} */
  rects(start, end) {
    if (this.#overlay) return this.#overlay.rects(start, end);
    const range = this.field.range(start, end);
    const rects = range ? [...range.getClientRects()] : [];
    range?.disconnect?.();
    return rects;
  }

  /** The field or the page has moved. */
  moved() {
    this.#overlay?.moved();
  }

  #release() {
    wipe();
    for (const { range } of this.#ranges) range.disconnect?.();
    this.#ranges = [];
    this.#overlay?.draw([], "");
  }

  clear() {
    this.#drawn = "";
    this.#release();
    this.#overlay?.remove();
    this.#overlay = null;
  }
}

/** No highlight of ours is left, whoever painted it. */
export function wipe() {
  for (const name of NAMES) CSS.highlights.delete(nameOf(name));
}

let sheet = null;

/** Firefox's document rules do not reach into shadow trees.
    @param {any} root of the field's tree */
function adopt(root) {
  if (root.nodeType !== 11 || !root.host) return;
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
