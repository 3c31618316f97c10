/* What is kept, and the only code that keeps it. This page is the contract.

   Under `storage.local`, one key each, so that nothing overwrites anything:

     profile  {audience, identity, role}: what the person said at first run,
              and {asked: true} once they have seen the questions
     sites    {host: {audience?, identity?, role?, medium?, off?: true}}: where
              a site differs from the profile; host without "www."
     off      {everywhere?: true, until?: ms since 1970}: "off for now"
     muted    [principle]: never speaks
     quieter  [principle]: "less of this", marks only, never opens by itself
     answers  [{id, when, answer, pack, principle, signal, host,
              fingerprints}]: "keep it" (these words, anywhere) and "not
              relevant" (this kind, on this host). Fingerprints are HMACs under
              `secret`: no text, and nothing that text can be had from
     packs    {basic: boolean, own: [{name, files: [{name, text}]}], stamp}:
              the stamp changes whenever the packs do
     secret   base64 of 32 random bytes, made when first needed

   A store opened with {private: true} reads all that, but writes to
   `storage.session`: memory, which goes with the browser, and which the
   background empties when the last private window closes. Nobody but
   background and extension pages reaches either (content scripts ask).

   Every change is one read and one write under a lock, so that a page and the
   background never undo each other's. */
import { DEFAULT, FACETS } from "../core/setting.mjs";
import { api } from "./browser.mjs";
import { mediumOf } from "./sites.mjs";

/** @typedef {{audience: string, identity: string, role: string,
      asked: boolean}} Profile */
/** @typedef {{audience?: string, identity?: string, role?: string,
      medium?: string, off?: boolean}} SiteChoice */
/** @typedef {{id: string, when: number, answer: "keep" | "irrelevant",
      pack: string, principle: string, signal: string, host: string,
      fingerprints: string[]}} Answer */
/** @typedef {{name: string, files: {name: string, text: string}[]}} OwnPack */
/** @typedef {{profile: Profile, sites: Record<string, SiteChoice>,
      off: {everywhere?: boolean, until?: number}, muted: string[],
      quieter: string[], answers: Answer[],
      packs: {basic: boolean, own: OwnPack[], stamp: string}}} State */
/** Why Earshot is quiet on a site, most general first; null: it is not.
    @typedef {"everywhere" | "now" | "site" | null} Off */

/** @returns {State} */
const EMPTY = () => ({
  profile: {
    audience: DEFAULT.audience, identity: DEFAULT.identity, role: DEFAULT.role,
    asked: false,
  },
  sites: {}, off: {}, muted: [], quieter: [], answers: [],
  packs: { basic: true, own: [], stamp: "basic" },
});

/** Every key that is ever kept. */
export const KEPT = [...Object.keys(EMPTY()), "secret"];

/** The oldest answers go first. */
export const MOST_ANSWERS = 2000;

/** Keys of a private window's changes in `storage.session`. */
const PRIVATE = "private:";

export class Store {
  #private;

  /** @param {{private?: boolean}} [options] */
  constructor({ private: secretly = false } = {}) {
    this.#private = secretly;
  }

  /** Whether what is changed goes with the private windows. */
  get private() {
    return this.#private;
  }

  /** @returns {Promise<State>} */
  async read() {
    const empty = EMPTY();
    const kept = await api.storage.local.get(Object.keys(empty));
    const state = { ...empty, ...kept };
    state.profile = { ...empty.profile, ...kept.profile };
    if (!this.#private) return state;
    const names = Object.keys(empty).map((key) => PRIVATE + key);
    const here = await api.storage.session.get(names);
    for (const [name, value] of Object.entries(here)) {
      state[name.slice(PRIVATE.length)] = value;
    }
    return state;
  }

  /** @template {keyof State} K @param {K} key
      @param {(value: State[K]) => State[K]} change */
  async #change(key, change) {
    await navigator.locks.request("earshot-store", async () => {
      const value = change((await this.read())[key]);
      if (this.#private) {
        await api.storage.session.set({ [PRIVATE + key]: value });
      } else {
        await api.storage.local.set({ [key]: value });
      }
    });
  }

  /** @param {Partial<Profile>} part */
  setProfile(part) {
    return this.#change("profile", (profile) => ({ ...profile, ...part }));
  }

  /** Joins `choice` to what is kept for a site; a value of null goes back to
      the profile's. @param {string} host
      @param {{[facet in keyof SiteChoice]: SiteChoice[facet] | null}} choice */
  setSite(host, choice) {
    return this.#change("sites", (sites) => {
      const joined = Object.entries({ ...sites[host], ...choice })
        .filter(([, value]) => value !== null && value !== false);
      const others = { ...sites };
      delete others[host];
      return joined.length === 0 ? others
        : { ...others, [host]: Object.fromEntries(joined) };
    });
  }

  /** @param {{everywhere?: boolean, until?: number}} off */
  setOff(off) {
    return this.#change("off", () => off);
  }

  /** @param {string} principle @param {boolean} on */
  mute(principle, on) {
    return this.#change("muted", (all) => toggled(all, principle, on));
  }

  /** @param {string} principle @param {boolean} on */
  quieten(principle, on) {
    return this.#change("quieter", (all) => toggled(all, principle, on));
  }

  /** @param {Omit<Answer, "id" | "when">} answer
      @returns {Promise<string>} its id */
  async answer(answer) {
    const id = crypto.randomUUID();
    await this.#change("answers", (answers) =>
      [...answers, { id, when: Date.now(), ...answer }].slice(-MOST_ANSWERS));
    return id;
  }

  /** @param {string} id */
  takeBack(id) {
    return this.#change("answers",
      (answers) => answers.filter((one) => one.id !== id));
  }

  /** @param {{basic: boolean, own: OwnPack[]}} packs */
  setPacks({ basic, own }) {
    const stamp = crypto.randomUUID();
    return this.#change("packs", () => ({ basic, own, stamp }));
  }

  /** The key of fingerprints. @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async secret() {
    const area = this.#private ? api.storage.session : api.storage.local;
    const key = this.#private ? `${PRIVATE}secret` : "secret";
    const local = await api.storage.local.get("secret");
    const kept = local.secret ?? (await area.get(key))[key];
    if (kept) return Uint8Array.from(atob(kept), (one) => one.charCodeAt(0));
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    await area.set({ [key]: btoa(String.fromCharCode(...bytes)) });
    return bytes;
  }

  /** What is stored now, for the person to see: each key with its JSON.
      @returns {Promise<[string, string][]>} */
  async stored() {
    const all = { ...await api.storage.local.get(null),
      ...await api.storage.session.get(null) };
    return Object.entries(all).map(([key, value]) =>
      [key, JSON.stringify(value)]);
  }

  /** Everything, the secret too. Permissions for sites are the browser's. */
  async forgetAll() {
    await navigator.locks.request("earshot-store", async () => {
      await api.storage.local.clear();
      await api.storage.session.clear();
    });
  }
}

const toggled = (all, one, on) =>
  on ? [...new Set([...all, one])] : all.filter((other) => other !== one);

/** @param {State} state @param {string} host
    @returns {import("../core/setting.mjs").Setting} */
export function settingOf({ profile, sites }, host) {
  const chosen = { medium: mediumOf(host), ...profile, ...sites[host] };
  return /** @type {any} */ (Object.fromEntries(
    Object.entries(FACETS).map(([facet, known]) => [facet,
      known.some(([value]) => value === chosen[facet])
        ? chosen[facet] : DEFAULT[facet]])));
}

/** @param {State} state @param {string} host @param {number} [now]
    @returns {Off} */
export function offOf({ off, sites }, host, now = Date.now()) {
  if (off.everywhere) return "everywhere";
  if ((off.until ?? 0) > now) return "now";
  return sites[host]?.off ? "site" : null;
}

/** Empties what private windows left in memory. */
export async function forgetPrivate() {
  const all = await api.storage.session.get(null);
  await api.storage.session.remove(
    Object.keys(all).filter((key) => key.startsWith(PRIVATE)));
}

/** Calls back when anything kept has changed, by whomever.
    @param {() => void} changed */
export function watchStore(changed) {
  api.storage.onChanged.addListener(() => changed());
}
