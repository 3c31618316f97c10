/* Where a card goes: near what is being written and never on it, nor on the
   buttons that send it, as long as there is room anywhere else. Each spot has a
   price, and the cheapest is taken. */

const GAP = 10;
/** A card squeezed below this shows little but its answers. */
const LEAST = 88;

/** What it costs to cover something whole, or to be squeezed to nothing. */
const PRICES = { caret: 1000, button: 400, words: 300, field: 100, squeezed: 400 };
/** What the spot of a moment ago is worth: a card that jumps cannot be read. */
const LOYALTY = 60;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */
/** @typedef {{name: string, left: number, top: number, height: number}} Spot */
/** What is on the page. `words` is what the card is about.
    @typedef {{field: Box, words: Box | null, caret: Box | null,
      buttons: Box[]}} Scene */

/** @param {Scene} scene @param {{width: number, height: number}} card as large
      as it would like to be @param {Box} view the window
    @param {string} [before] name of the spot where it was
    @returns {Spot} */
export function placeCard(scene, card, view, before) {
  let best = null;
  let least = Infinity;
  spots(scene, card, view).forEach((spot, order) => {
    const price = priceOf(spot, scene, card) + order -
      (spot.name === before ? LOYALTY : 0);
    if (price >= least) return;
    least = price;
    best = spot;
  });
  return best;
}

/** @returns {Spot[]} those liked best first */
function spots({ field, words, caret, buttons }, card, view) {
  const near = words ?? field;
  const lowest = view.bottom - GAP;
  const highest = view.top + GAP;
  const clamp = (x, from, until) => Math.max(from, Math.min(x, until));
  const atX = (x) => clamp(x, view.left + GAP, view.right - card.width - GAP);
  const beside = (name, left) => {
    const height = Math.min(card.height, lowest - highest);
    return { name, left, height, top: clamp(near.top, highest, lowest - height) };
  };
  const under = (name, left, from) => {
    const height = Math.min(card.height, lowest - Math.max(from, highest));
    return { name, left, height, top: Math.max(from, highest) };
  };
  const over = (name, left, until) => {
    const bottom = Math.min(until, lowest);
    const height = Math.min(card.height, bottom - highest);
    return { name, left, height, top: bottom - height };
  };
  const left = atX(near.left);
  const line = caret ?? near;
  return [
    beside("right", field.right + GAP),
    beside("left", field.left - GAP - card.width),
    under("below", left, field.bottom + GAP),
    under("below its buttons", left, GAP + Math.max(field.bottom,
      ...buttons.map(({ bottom }) => bottom))),
    over("above", left, field.top - GAP),
    ...[view.right, view.left].flatMap((x) => [
      over("in a lower corner", atX(x), lowest),
      under("in an upper corner", atX(x), highest)]),
    under("below the line", left, line.bottom + GAP),
    over("above the line", left, line.top - GAP),
  ].filter((spot) => spot.height >= Math.min(LEAST, card.height) &&
    spot.left >= view.left && spot.left + card.width <= view.right)
    .concat(beside("anywhere", atX(view.right)));
}

/** @param {Spot} spot @param {Scene} scene */
function priceOf({ left, top, height }, scene, card) {
  const box = { left, top, right: left + card.width, bottom: top + height };
  const covers = (other) => (other ? covered(box, other) : 0);
  return (covers(scene.caret) > 0 ? PRICES.caret : 0) +
    Math.max(0, ...scene.buttons.map(covers)) * PRICES.button +
    covers(scene.words) * PRICES.words + covers(scene.field) * PRICES.field +
    (1 - height / card.height) * PRICES.squeezed;
}

/** How much of `other` lies under `box`, from 0 to 1. */
function covered(box, other) {
  const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  if (wide < 0 || high < 0) return 0;
  const whole = Math.max(1, other.right - other.left) *
    Math.max(1, other.bottom - other.top);
  return Math.min(1, Math.max(wide, 1) * Math.max(high, 1) / whole);
}
