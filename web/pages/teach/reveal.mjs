/* A page shown large, its parts one by one, by keyboard or clicker: for what is
   not a situation with steps of its own. What is not yet shown keeps its place. */
import { stepFor } from "../../core/steps.mjs";
import { make } from "../make.mjs";
import { button } from "./parts.mjs";

/** @param {HTMLElement} element the page
    @param {() => HTMLElement[]} parts in the order of showing; asked at each
      step, since a page may be drawn anew
    @returns {{start: () => void, stop: () => void, again: () => void}} */
export function reveal(element, parts) {
  let at = 0;
  const root = document.documentElement;
  const controls = make("div.present-controls", {},
    button("Back", () => go(at - 1)),
    button("Next", () => go(at + 1), "button.primary"),
    button("Leave", stop));

  function again() {
    if (!controls.isConnected) return;
    parts().forEach((part, n) => part.classList.toggle("later", n > at));
  }

  function go(to) {
    at = Math.max(0, Math.min(parts().length - 1, to));
    again();
    parts()[at]?.scrollIntoView({ block: "nearest" });
  }

  function pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      stop();
      return;
    }
    // Who writes, writes: only a clicker's keys go on then.
    const writes = event.target.closest?.("textarea, select, input, button, summary");
    if (writes && !/^Page/.test(event.key)) return;
    const to = stepFor(event.key, at, parts().length);
    if (to === null) return;
    event.preventDefault();
    go(to);
  }

  function stop() {
    delete root.dataset.presenting;
    element.classList.remove("shown-large");
    controls.remove();
    document.removeEventListener("keydown", pressed);
    for (const part of parts()) part.classList.remove("later");
  }

  return {
    start() {
      root.dataset.presenting = "yes";
      element.classList.add("shown-large");
      element.append(controls);
      document.addEventListener("keydown", pressed);
      go(0);
      element.querySelector("h1")?.focus();
    },
    stop, again,
  };
}
