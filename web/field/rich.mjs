/* An editing host, as the rest of us sees a field. */
import { Reading } from "./read.mjs";

export class RichField {
  kind = "rich";

  /** @param {any} element the editing host */
  constructor(element) {
    this.element = element;
    this.reading = null;
    this.text = "";
  }

  /** @returns {string} the text as it is now */
  read() {
    this.reading = new Reading(this.element);
    this.text = this.reading.text;
    return this.text;
  }

  /** Within shadow trees the document's selection says nothing; the tree's own
      does in Chromium, and Firefox lets one ask by name of the tree. */
  #selection() {
    const root = this.element.getRootNode();
    return root.getSelection?.() ?? this.document.getSelection();
  }

  /** @returns {number | null} */
  caret() {
    const selection = this.#selection();
    if (!selection?.isCollapsed || !this.reading) return null;
    const { anchorNode, anchorOffset } = selection;
    if (!anchorNode || !this.element.contains(anchorNode)) return null;
    return this.reading.offset(anchorNode, anchorOffset);
  }

  /** Puts the caret's own place back. @returns {() => void} */
  remember() {
    const selection = this.#selection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
    return () => {
      this.#focus();
      if (!anchorNode?.isConnected || !focusNode?.isConnected) return;
      if (anchorOffset > lengthOf(anchorNode)) return;
      if (focusOffset > lengthOf(focusNode)) return;
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    };
  }

  /** The focus may stand deeper within; to call it away would move the caret. */
  #focus() {
    const root = this.element.getRootNode();
    if (this.element.contains(root.activeElement)) return;
    this.element.focus({ preventScroll: true });
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    const from = this.reading?.place(start);
    const to = this.reading?.place(end, true);
    this.#focus();
    if (!from || !to) return;
    this.#selection().setBaseAndExtent(
      from.node, from.offset, to.node, to.offset);
  }

  /** @param {number} start @param {number} end */
  range(start, end) {
    return this.reading?.range(start, end) ?? null;
  }

  get document() {
    return this.element.ownerDocument;
  }
}

const lengthOf = (node) => node.nodeType === 3 ? node.length
  : node.childNodes.length;
