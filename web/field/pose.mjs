/* How an element lies in the window: turned, scaled, enlarged, and which part of
   it what is around it lets through. Asked only where the browser gives no
   ranges that would say it by themselves. */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** Upwards, out of shadow trees as well. @param {Element} element */
const parentOf = (element) => element.parentElement ??
  /** @type {any} */ (element.getRootNode()).host ?? null;

/** What turns and scales an element, without where that puts it.
    @param {CSSStyleDeclaration} style @returns {DOMMatrix} */
function linear({ transform, rotate, scale }) {
  const parts = [];
  if (rotate !== "none") parts.push(`rotate(${rotate})`);
  if (scale !== "none") parts.push(`scale(${scale.replace(/ +/g, ",")})`);
  if (transform !== "none") parts.push(transform);
  const matrix = new DOMMatrix(parts.join(" "));
  matrix.e = 0;
  matrix.f = 0;
  return matrix;
}

const isPlain = ({ transform, rotate, scale }) =>
  transform === "none" && rotate === "none" && scale === "none";

/** @param {HTMLElement} element
    @returns {{matrix: DOMMatrix, seen: Box}} `matrix` takes a place in the
      element's border box, unscaled, to the window; `seen` is the part of the
      window in which it can be seen */
export function poseOf(element) {
  let turned = new DOMMatrix();
  const seen = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  let { position } = getComputedStyle(element);
  for (let at = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (!isPlain(style)) turned = linear(style).multiply(turned);
    if (at === element) continue;
    // What holds a box that stands free of the flow neither clips nor scrolls
    // it, unless it is what the box stands in.
    const holds = position === "fixed" ? !isPlain(style)
      : position !== "absolute" || style.position !== "static" || !isPlain(style);
    if (!holds) continue;
    clip(seen, at, style);
    position = style.position;
  }
  return { matrix: placed(element, turned), seen };
}

/** @param {Box} seen @param {Element} around */
function clip(seen, around, { overflowX, overflowY }) {
  const { body, documentElement } = around.ownerDocument;
  if (around === body || around === documentElement) return;
  if (overflowX === "visible" && overflowY === "visible") return;
  const { left, top, right, bottom } = around.getBoundingClientRect();
  if (overflowX !== "visible") {
    seen.left = Math.max(seen.left, left);
    seen.right = Math.min(seen.right, right);
  }
  if (overflowY !== "visible") {
    seen.top = Math.max(seen.top, top);
    seen.bottom = Math.min(seen.bottom, bottom);
  }
}

/** Puts a turned box where the browser says that it is. What is left over is the
    page's zoom. @param {HTMLElement} element @param {DOMMatrix} turned */
function placed(element, turned) {
  const { offsetWidth: width, offsetHeight: height } = element;
  const box = element.getBoundingClientRect();
  const corners = [[0, 0], [width, 0], [0, height], [width, height]]
    .map(([x, y]) => turned.transformPoint({ x, y }));
  const across = corners.map(({ x }) => x);
  const least = Math.min(...across);
  const lowest = Math.min(...corners.map(({ y }) => y));
  const zoom = box.width / (Math.max(...across) - least) || 1;
  return new DOMMatrix([turned.a * zoom, turned.b * zoom, turned.c * zoom,
    turned.d * zoom, box.left - least * zoom, box.top - lowest * zoom]);
}
