/* The keyboard's part: which keys, and where to change them. */
import { api } from "../browser.mjs";

const NAME = "open-card";
const NONE = "no key yet";

/** As the browser has it now. @returns {Promise<string>} */
export async function shortcut() {
  const commands = await api.commands.getAll();
  const { shortcut: keys } = commands.find(({ name }) => name === NAME) ?? {};
  return keys ? keys.split("+").join(" + ") : NONE;
}

/** Firefox opens its own page for it; Chromium's has an address that one has
    to go to by hand. @param {any} button @param {any} hint */
export function drawKeyChange(button, hint) {
  if (api.commands.openShortcutSettings) {
    button.hidden = false;
    button.addEventListener("click", () => api.commands.openShortcutSettings());
    return;
  }
  hint.textContent =
    "To change it, type chrome://extensions/shortcuts into the address bar.";
}
