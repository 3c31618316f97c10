/* Where a card finds room. An editor's own frame is of one origin with the page
   around it, and often small: the card then stands in that page's window. A
   frame of somebody else keeps it to itself. */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** @returns {any[]} the frames that we are in, the innermost first, as far as
    the page around each is of its origin and shows more than frames */
function framesAround() {
  const nest = [];
  try {
    for (let at = window.frameElement; at?.ownerDocument.body?.localName === "body";
      at = at.ownerDocument.defaultView.frameElement) nest.push(at);
  } catch {
    // Somebody else's from here on.
  }
  return nest;
}

/** Calls the keyboard back into our frame, when it is elsewhere on the page: to
    what had it, which is the field or stands in it, or is the whole document
    (`designMode`). @param {Element} field */
export function comeBack(field) {
  const { ownerDocument } = field;
  if (ownerDocument.hasFocus()) return;
  if (ownerDocument.designMode === "on") window.focus();
  const { activeElement } = /** @type {any} */ (field.getRootNode());
  if (field.contains(activeElement)) activeElement.focus({ preventScroll: true });
}

export class Room {
  nest = framesAround();

  /** What we are in, in the card's window. */
  get frame() {
    return this.nest.at(-1) ?? null;
  }

  /** Documents in which one may press beside the card. @returns {Document[]} */
  get documents() {
    return [document, ...this.nest.map(({ ownerDocument }) => ownerDocument)];
  }

  /** What of the field's is in the card's window. @param {Element} field
      @returns {Element} */
  holder(field) {
    return this.frame ?? field;
  }

  /** @param {Box} box in the window within the frames
      @param {any[]} [nest] frames still around it
      @returns {Box} where it is seen in the card's window */
  out(box, nest = this.nest) {
    return nest.reduce(through, box);
  }

  /** What can be seen of the card's window: without the keyboard of a telephone,
      or the part that is enlarged. @returns {Box} */
  get box() {
    if (this.frame) {
      const { clientWidth, clientHeight } = this.frame.ownerDocument.documentElement;
      return { left: 0, top: 0, right: clientWidth, bottom: clientHeight };
    }
    const { offsetLeft: left, offsetTop: top, width, height } = window.visualViewport ??
      { offsetLeft: 0, offsetTop: 0, width: window.innerWidth, height: window.innerHeight };
    return { left, top, right: left + width, bottom: top + height };
  }
}

/** @param {Box} box within @param {any} frame @returns {Box} around it, no
    further than the frame shows it */
function through(box, frame) {
  const edge = frame.getBoundingClientRect();
  const style = getComputedStyle(frame);
  const wide = edge.width / frame.offsetWidth || 1;
  const high = edge.height / frame.offsetHeight || 1;
  const left = edge.left + (frame.clientLeft + parseFloat(style.paddingLeft)) * wide;
  const top = edge.top + (frame.clientTop + parseFloat(style.paddingTop)) * high;
  const x = (at) => Math.max(edge.left, Math.min(left + at * wide, edge.right));
  const y = (at) => Math.max(edge.top, Math.min(top + at * high, edge.bottom));
  return { left: x(box.left), top: y(box.top), right: x(box.right), bottom: y(box.bottom) };
}
