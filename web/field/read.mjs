/* A rich field as text. One walk gives the text and, for each piece of it, the
   node it came from, so that offsets lead back to places on the page. */

import { isHost } from "./group.mjs";

const BLOCKS = new Set(`address article aside blockquote dd details div dl dt
  fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav
  ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/));

/** Not the person's words: what editors put in for themselves. */
const SKIPPED = new Set(["script", "style", "template", "textarea", "select",
  "svg", "button", "noscript"]);
/** Spell checkers and the like, that put elements of theirs into a field. */
const OTHERS = /^(grammarly|languagetool|lt|quillbot|ginger|prowritingaid|scribens|harper)-/;
const isFiller = (element) =>
  OTHERS.test(element.localName) ||
  element.hasAttribute("data-slate-placeholder") ||
  element.hasAttribute("data-placeholder-text") ||
  element.getAttribute("aria-hidden") === "true";

/** Characters that editors put where a caret could not stand otherwise. */
const INVISIBLE = /[\u200b\ufeff]/;

/** @typedef {{node: Text, start: number, end: number, map: number[] | null}}
      Piece `map`: offsets in the node when characters were left out */

export class Reading {
  /** @param {Element} host an editing host, or what several of them stand in
      @param {boolean} [several] */
  constructor(host, several = false) {
    this.host = host;
    /** whether what is walked is the person's to edit */
    this.edited = !several;
    /** @type {Piece[]} */
    this.pieces = [];
    this.text = "";
    this.#walk(host);
    this.text = this.text.replace(/\n+$/, "");
  }

  #line() {
    if (this.text !== "" && !this.text.endsWith("\n")) this.text += "\n";
  }

  #walk(parent) {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 1) this.#element(node);
      else if (node.nodeType === 3 && this.edited) this.#take(node);
    }
  }

  /** What is not to be edited is a way to what is. */
  #around(element) {
    this.edited = isHost(element);
    if (this.edited) this.#line();
    this.#walk(element);
    if (this.edited) this.#line();
    this.edited = false;
  }

  #element(element) {
    const name = element.localName;
    if (!this.edited) return this.#around(element);
    if (name === "br") {
      this.text += "\n";
      return;
    }
    if (name === "img") {
      // Emoji are pictures on some sites.
      this.text += element.alt?.length <= 8 ? element.alt : "";
      return;
    }
    if (SKIPPED.has(name) || isFiller(element)) return;
    const block = BLOCKS.has(name);
    if (block) this.#line();
    this.#walk(element);
    if (block) this.#line();
  }

  #take(node) {
    const { data } = node;
    const start = this.text.length;
    if (!INVISIBLE.test(data)) {
      this.text += data;
      this.#piece({ node, start, end: this.text.length, map: null });
      return;
    }
    const map = [];
    for (let i = 0; i < data.length; i += 1) {
      if (data[i] === "\u200b" || data[i] === "\ufeff") continue;
      map.push(i);
      this.text += data[i];
    }
    map.push(data.length);
    this.#piece({ node, start, end: this.text.length, map });
  }

  #piece(piece) {
    if (piece.end > piece.start) this.pieces.push(piece);
  }

  /** The piece that a character stands in. @param {number} offset */
  #at(offset) {
    const { pieces } = this;
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle].end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where an offset is on the page.
      @param {number} offset @param {boolean} [before] of two places that are
        one offset (the end of a node, the start of the next), the first
      @returns {{node: Text, offset: number} | null} */
  place(offset, before = false) {
    const index = this.#at(before ? Math.max(0, offset - 1) : offset);
    const piece = this.pieces[index] ?? (before ? null : this.pieces.at(-1));
    if (!piece) return null;
    const within = Math.min(Math.max(offset, piece.start), piece.end) -
      piece.start;
    return { node: piece.node, offset: piece.map ? piece.map[within] : within };
  }

  /** @param {number} start @param {number} end @returns {Range | null} null
      when the page has moved on */
  range(start, end) {
    const from = this.place(start);
    const to = this.place(end, true);
    if (!from || !to || !from.node.isConnected || !to.node.isConnected) {
      return null;
    }
    if (from.offset > from.node.length || to.offset > to.node.length) return null;
    const range = this.host.ownerDocument.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The way back: a place on the page as an offset; null when it is none of
      ours. @param {Node} node @param {number} offset */
  offset(node, offset) {
    if (node.nodeType === 3) {
      const piece = this.pieces.find((one) => one.node === node);
      if (!piece) return null;
      if (!piece.map) return piece.start + Math.min(offset, piece.end - piece.start);
      const within = piece.map.findIndex((at) => at >= offset);
      return piece.start + Math.max(0, within);
    }
    // Between children: the first piece at or behind that place.
    const child = node.childNodes[offset] ?? null;
    for (const piece of this.pieces) {
      if (child ? child === piece.node || child.contains(piece.node) ||
        Boolean(child.compareDocumentPosition(piece.node) & 4)
        : Boolean(node.compareDocumentPosition(piece.node) & 4) &&
          !node.contains(piece.node)) return piece.start;
    }
    return this.text.length;
  }
}
