/* Where a card goes: beside the field when there is room, else below or above
   it, so that it never covers what is being written; else in the corner. */

const GAP = 10;

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box */

/** @param {Box} field @param {Box | null} words that the card is about
    @param {{width: number, height: number}} card
    @param {{width: number, height: number}} view the window
    @returns {{left: number, top: number}} */
export function placeCard(field, words, card, view) {
  const clampX = (x) => Math.max(GAP, Math.min(x, view.width - card.width - GAP));
  const clampY = (y) => Math.max(GAP, Math.min(y, view.height - card.height - GAP));
  const near = words ?? field;
  const beside = clampY(near.top);
  if (field.right + GAP + card.width + GAP <= view.width) {
    return { left: field.right + GAP, top: beside };
  }
  if (field.left - GAP - card.width - GAP >= 0) {
    return { left: field.left - GAP - card.width, top: beside };
  }
  const left = clampX(near.left);
  if (field.bottom + GAP + card.height + GAP <= view.height) {
    return { left, top: field.bottom + GAP };
  }
  if (field.top - GAP - card.height - GAP >= 0) {
    return { left, top: field.top - GAP - card.height };
  }
  return { left: clampX(view.width), top: clampY(view.height) };
}
