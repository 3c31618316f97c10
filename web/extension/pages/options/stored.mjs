/* All that is kept, as it is, and the button that forgets it. */
import { make } from "../../../pages/make.mjs";
import { api } from "../../browser.mjs";
import { grantedSites } from "../../granted.mjs";
import { byId } from "../page.mjs";

const MEANINGS = {
  profile: "what you said about yourself", sites: "where a site differs",
  off: "whether Earshot is off", muted: "principles that say nothing",
  quieter: "principles that speak less", answers: "your answers",
  packs: "your packs", secret: "the key of the fingerprints, made on this device",
};
/** Packs may be long; their beginning says which they are. */
const MOST_SHOWN = 2000;

/** @param {HTMLElement} place @param {[string, string][]} stored */
export function drawStored(place, stored) {
  if (stored.length === 0) {
    place.replaceChildren(make("dt", {}, "Nothing"), make("dd", {}, "yet."));
    return;
  }
  place.replaceChildren(...stored.flatMap(([key, text]) => {
    const shown = key.endsWith("secret") ? "(not shown)"
      : text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text;
    const name = key.split(":").at(-1);
    const secretly = key.includes(":") ? " (private window)" : "";
    return [make("dt", {}, `${MEANINGS[name] ?? name}${secretly}`),
      make("dd", {}, make("code", {}, shown))];
  }));
}

/** Asks once more in the page: a dialog box would say less.
    @param {{store: any, say: (words: string) => void}} with_ */
export function wireForget({ store, say }) {
  const forget = byId("forget");
  const sure = byId("forget-sure");
  const not = byId("forget-not");
  const asks = (on) => {
    forget.hidden = on;
    sure.hidden = !on;
    not.hidden = !on;
    (on ? not : forget).focus();
  };
  forget.addEventListener("click", () => asks(true));
  not.addEventListener("click", () => asks(false));
  sure.addEventListener("click", async () => {
    await store.forgetAll();
    // The step on the projector, if a teaching page was cut short.
    localStorage.clear();
    const origins = await grantedSites();
    if (origins.length > 0) await api.permissions.remove({ origins });
    asks(false);
    say("Everything is forgotten.");
  });
}
