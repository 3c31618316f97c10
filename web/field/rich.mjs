/* An editing host, or several that belong together, as the rest of us sees a
   field. */
import { isHost } from "./group.mjs";
import { Reading } from "./read.mjs";
import { comeBack } from "./room.mjs";

export class RichField {
  kind = "rich";

  /** @param {any} element the editing host, or what several stand in
      @param {boolean} [several] */
  constructor(element, several = false) {
    this.element = element;
    this.several = several;
    this.reading = null;
    this.text = "";
  }

  /** @returns {string} the text as it is now */
  read() {
    this.reading = new Reading(this.element, this.several);
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
      this.#focus(focusNode);
      if (!anchorNode?.isConnected || !focusNode?.isConnected) return;
      if (anchorOffset > lengthOf(anchorNode)) return;
      if (focusOffset > lengthOf(focusNode)) return;
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    };
  }

  /** The focus may stand deeper within; to call it away would move the caret.
      @param {Node | null | undefined} node what is to be written at */
  #focus(node) {
    comeBack(this.element);
    const host = this.several && node ? hostOf(node) : this.element;
    const { activeElement } = this.element.getRootNode();
    if (host.contains(activeElement)) return;
    host.focus({ preventScroll: true });
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    const from = this.reading?.place(start);
    const to = this.reading?.place(end, true);
    this.#focus(from?.node);
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

/** The editing host that a node is in. @param {Node} node */
function hostOf(node) {
  let host = /** @type {any} */ (node.nodeType === 1 ? node : node.parentElement);
  for (let at = host; at; at = at.parentElement) if (isHost(at)) host = at;
  return host;
}

const lengthOf = (node) => node.nodeType === 3 ? node.length
  : node.childNodes.length;
