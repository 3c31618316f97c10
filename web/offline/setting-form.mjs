/* Who can see it, as whom, where. Kept only when the person ticks the box, and
   then only these words and never a draft. */
import {
  DEFAULT, FACETS, readSetting, writeSetting,
} from "../core/setting.mjs";
import { make } from "../pages/make.mjs";
import { byId } from "./data.mjs";

const KEPT = "earshot.setting";

/** Pages on disk may have no storage, or none that lasts. */
const store = {
  read() {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      if (text === null) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, text);
      return true;
    } catch {
      return false;
    }
  },
};

/** @param {() => void} changed */
export function settingForm(changed) {
  const remember = byId("remember");
  const clock = byId("clock");
  const kept = store.read();
  let setting = kept ? readSetting(kept) : { ...DEFAULT };
  remember.checked = kept !== null;

  const keep = () => {
    const text = remember.checked ? writeSetting(setting) : null;
    if (store.write(text) || !remember.checked) return;
    remember.checked = false;
    byId("remember-fault").hidden = false;
  };

  for (const [facet, values] of Object.entries(FACETS)) {
    const select = byId(facet);
    select.append(...values.map(([value, words]) =>
      make("option", { value }, words)));
    select.value = setting[facet];
    select.addEventListener("change", () => {
      setting = { ...setting, [facet]: select.value };
      keep();
      changed();
    });
  }
  remember.addEventListener("change", keep);
  clock.addEventListener("change", changed);

  return {
    written: () => writeSetting(setting, clock.checked ? new Date() : null),
    /** For a sample: not something the person said, so it is not kept.
        @param {string} text */
    set(text) {
      setting = readSetting(text);
      for (const facet of Object.keys(FACETS)) byId(facet).value = setting[facet];
    },
  };
}
