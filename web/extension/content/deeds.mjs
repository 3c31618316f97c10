/* What the buttons of a card do on a page. */
import { ASK } from "../messages.mjs";
import { ask } from "./link.mjs";

/** @param {import("./desk.mjs").Desk} desk @param {any} field
    @param {() => void} stay keeps the card open after an answer */
export function deeds(desk, field, stay) {
  return {
    showMe({ start, end }) {
      field.select(start, end);
      reveal(desk, start, end);
    },
    copy: (words, button) => copy(words, button),
    use: (_, words) => copy(words, null),
    read: (principle) => ask(ASK.read, { principle }).catch(() => {}),
    less({ principle }) {
      ask(ASK.quieten, { principle, on: true }).catch(() => {});
    },
    back: () => stay(),
  };
}

/** Brings words into the window when they are outside. */
function reveal(desk, start, end) {
  const [box] = desk.rects(start, end);
  if (!box || (box.top >= 0 && box.bottom <= window.innerHeight)) return;
  desk.field.element.scrollIntoView({ block: "nearest" });
}

/** @param {string} words @param {HTMLElement | null} button says how it went */
export async function copy(words, button) {
  let done = true;
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    done = false;
  }
  if (!button) return done;
  const before = button.dataset.label ?? button.textContent;
  button.dataset.label = before;
  button.textContent = done ? "Copied" : "Could not copy";
  setTimeout(() => { button.textContent = before; }, 1600);
  return done;
}
