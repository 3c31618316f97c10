/* A textarea or an input, as the rest of us sees a field. */

export class PlainField {
  kind = "plain";

  /** @param {any} element */
  constructor(element) {
    this.element = element;
    this.text = "";
  }

  /** @returns {string} the text as it is now */
  read() {
    // A page may make it a password's while somebody writes.
    this.text = this.element.type === "password" ? "" : this.element.value;
    return this.text;
  }

  /** @returns {number | null} */
  caret() {
    const { selectionStart, selectionEnd } = this.element;
    return selectionStart === selectionEnd ? selectionStart : null;
  }

  /** Puts the caret's own place back. @returns {() => void} */
  remember() {
    const { element } = this;
    const { selectionStart, selectionEnd, selectionDirection } = element;
    return () => {
      element.focus({ preventScroll: true });
      element.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    };
  }

  /** @param {number} start @param {number} end */
  select(start, end) {
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(start, end);
  }

  /** A range that lives in the field, where the browser has such a thing
      (Chromium); null elsewhere. @param {number} start @param {number} end */
  range(start, end) {
    const { element } = this;
    // A page may have emptied it meanwhile.
    if (end > element.value.length) return null;
    return element.createValueRange?.(start, end) ?? null;
  }

  get document() {
    return this.element.ownerDocument;
  }
}
