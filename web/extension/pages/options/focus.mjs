/* Lists are drawn anew when something changes; who is using the keyboard must
   not be thrown out of them. */

/** @param {HTMLElement} place @param {() => void} redraw */
export function keepFocus(place, redraw) {
  const stops = () => [...place.querySelectorAll("button, select, input")];
  const at = stops().indexOf(document.activeElement);
  redraw();
  if (at < 0) return;
  const now = stops();
  const stop = now[Math.min(at, now.length - 1)];
  if (stop instanceof HTMLElement) stop.focus();
  else place.closest("section")?.querySelector("h2")?.focus();
}
