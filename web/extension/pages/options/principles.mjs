/* Each principle may speak, speak less, or say nothing. */
import { make } from "../../../pages/make.mjs";
import { keepFocus } from "./focus.mjs";

const VOICES = [["speak", "Speaks"], ["quieter", "Speaks less"],
  ["muted", "Says nothing"]];

const voiceOf = (id, { muted, quieter }) =>
  muted.includes(id) ? "muted" : quieter.includes(id) ? "quieter" : "speak";

/** @param {HTMLElement} place @param {{store: any, state: any, packs: any,
      say: (words: string) => void}} with_ */
export function drawPrinciples(place, { store, state, packs, say }) {
  const titles = new Map(packs.principles.map(({ id, title }) => [id, title]));
  // Muted ones stay to be seen when their pack has gone.
  for (const id of [...state.muted, ...state.quieter]) {
    if (!titles.has(id)) titles.set(id, id);
  }
  keepFocus(place, () => place.replaceChildren(...[...titles].map(
    ([id, title]) => {
      const select = make("select.small", {
        "aria-label": title,
        change: async ({ currentTarget: { value } }) => {
          await store.mute(id, value === "muted");
          await store.quieten(id, value === "quieter");
          const [, words] = VOICES.find(([name]) => name === value);
          say(`${title}: ${words.toLowerCase()}.`);
        },
      }, VOICES.map(([value, words]) => make("option", { value }, words)));
      select.value = voiceOf(id, state);
      return make("li", {}, make("span.row-title", {}, title), select);
    })));
}
