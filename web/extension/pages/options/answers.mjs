/* What the person has answered before, to be taken back one by one. */
import { make } from "../../../pages/make.mjs";
import { byId } from "../page.mjs";
import { keepFocus } from "./focus.mjs";

const SAID = { keep: "Keep it", irrelevant: "Not relevant" };
/** More are told by their number. */
const MOST_SHOWN = 50;

/** @param {HTMLElement} place @param {{store: any, state: any, packs: any,
      say: (words: string) => void}} with_ */
export function drawAnswers(place, { store, state, packs, say }) {
  const titleOf = (id) =>
    packs.principles.find((one) => one.id === id)?.title ?? id;
  const newest = [...state.answers].reverse();
  const rows = newest.slice(0, MOST_SHOWN).map((answer) => {
    const about = titleOf(answer.principle);
    const when = new Date(answer.when).toLocaleString([],
      { dateStyle: "medium", timeStyle: "short" });
    return make("li", {},
      make("span.row-title", {}, `${SAID[answer.answer]}: ${about}`),
      make("small", {}, `${when}${answer.host ? `, ${answer.host}` : ""}`),
      make("button.small", {
        type: "button", "aria-label": `Take back: ${SAID[answer.answer]}, ${about}`,
        click: async () => {
          await store.takeBack(answer.id);
          say(`Taken back. “${about}” may speak again.`);
        },
      }, "Take it back"));
  });
  const rest = newest.length - rows.length;
  if (rows.length === 0) rows.push(make("li.hint", {}, "None yet."));
  if (rest > 0) rows.push(make("li.hint", {}, `… and ${rest} older ones.`));
  keepFocus(place, () => place.replaceChildren(...rows));
  const all = byId("answers-all");
  all.hidden = newest.length === 0;
  all.onclick = async () => {
    for (const { id } of newest) await store.takeBack(id);
    say("All answers are taken back.");
  };
}
