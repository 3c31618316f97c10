/* Paper cannot be touched: what is folded is open on it, and as it was again
   afterwards. */

const FOLDS = "#document details, #panel .more";

export function paper() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(FOLDS)]
      .filter((fold) => fold instanceof HTMLDetailsElement && !fold.open)
      .map((fold) => /** @type {HTMLDetailsElement} */ (fold));
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}
