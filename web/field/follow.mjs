/* Tells when a field has come to stand elsewhere in the window, whatever moved
   it: scrolling, resizing, or the page around it. At rest nothing runs. */

/** Parts of the field that must stay in sight, so that it goes on being told. */
const STEPS = [0, 0.25, 0.5, 0.75, 1];

export class Follow {
  #frame = 0;
  #undo = [];
  /** @type {IntersectionObserver | null} */
  #place = null;

  /** @param {Element} element @param {() => void} moved at most once a frame */
  constructor(element, moved) {
    this.element = element;
    this.moved = moved;
    const stir = () => this.stir();
    this.#on(element.ownerDocument, "scroll", stir, true);
    this.#on(element.ownerDocument, "fullscreenchange", stir);
    this.#on(window, "resize", stir);
    // A telephone's keyboard leaves the window as it is.
    this.#on(window.visualViewport, "resize", stir);
    const sized = new ResizeObserver(stir);
    sized.observe(element);
    this.#undo.push(() => sized.disconnect());
    this.#frameIn();
  }

  #on(target, kind, does, capture = false) {
    const how = { capture, passive: true };
    target?.addEventListener(kind, does, how);
    this.#undo.push(() => target?.removeEventListener(kind, does, how));
  }

  /** Something may have moved: looked at once, before the next frame. */
  stir() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#frameIn();
      this.moved();
    });
  }

  /** Watches the window through a frame just around the field: once it leaves
      that, the observer speaks, and the frame is laid anew. */
  #frameIn() {
    this.#place?.disconnect();
    const { left, top, right, bottom } = this.element.getBoundingClientRect();
    const { clientWidth, clientHeight } = this.element.ownerDocument.documentElement;
    const rootMargin = [top, clientWidth - right, clientHeight - bottom, left]
      .map((space) => `${-Math.floor(space)}px`).join(" ");
    let first = true;
    this.#place = new IntersectionObserver(() => {
      if (!first) this.stir();
      first = false;
    }, { root: this.element.ownerDocument, rootMargin, threshold: STEPS });
    this.#place.observe(this.element);
  }

  stop() {
    cancelAnimationFrame(this.#frame);
    this.#place?.disconnect();
    for (const undo of this.#undo) undo();
  }
}

/** Where one writes. A frame's body is as high as its text, and a click below
    that goes into it as well. @param {Element} element
    @returns {Pick<DOMRect, "left" | "top" | "right" | "bottom" | "width" | "height">} */
export function boxOf(element) {
  const box = element.getBoundingClientRect();
  const { body, documentElement } = element.ownerDocument;
  if (element !== body) return box;
  const { left, top, width, height } = box;
  const high = Math.max(height, documentElement.clientHeight - top);
  return { left, top, right: left + width, bottom: top + high, width, height: high };
}
