/* Answers what content scripts and pages ask. Holds nothing that matters: it
   may be stopped between any two messages, and starts again with the next. */
import { Dismissals } from "../core/dismiss.mjs";
import { writeSetting } from "../core/setting.mjs";
import { WELCOME } from "earshot:build";
import { api } from "./browser.mjs";
import { ASK, TELL } from "./messages.mjs";
import { filter } from "./filter.mjs";
import { mayBeOn, syncSites } from "./granted.mjs";
import { hostOf } from "./sites.mjs";
import { Store, forgetPrivate, offOf, settingOf, watchStore } from "./store.mjs";

/** What belongs to the one who asks. A frame without an address of its own
    (about:blank) has its parent's origin.
    @param {any} sender */
function whoAsks({ tab, url, origin }) {
  const named = origin && origin !== "null" ? origin : url;
  const secretly = tab?.incognito ?? false;
  return { host: hostOf(named), tab: tab?.id,
    store: new Store({ private: secretly }) };
}

/** @param {import("./store.mjs").State} state */
const packsOf = ({ packs: { basic, own } }) => [
  ...(basic ? ["basic"] : []), ...own.map(({ files }) => ({ files })),
];

/** @param {(question: any) => Promise<any>} engine */
function answers(engine) {
  const ask = async (store, question) => {
    const state = await store.read();
    const { stamp } = state.packs;
    const first = await engine({ ...question, stamp });
    if (first?.need !== "packs") return first;
    return engine({ ...question, stamp, packs: packsOf(state) });
  };

  return {
    async [ASK.here]({ host, store }) {
      const state = await store.read();
      const off = await mayBeOn(host) ? offOf(state, host) : "everywhere";
      return { host, off, setting: settingOf(state, host) };
    },
    async [ASK.wake]({ store, tab }, { by }) {
      if (tab) tell(tab, TELL.elsewhere, { by: String(by) });
      await ask(store, { ask: "loaded" });
      return null;
    },
    async [ASK.check]({ host, store }, { text, kind }) {
      const state = await store.read();
      const setting = writeSetting(settingOf(state, host), new Date());
      const result = await ask(store, { ask: "check", text, setting, kind });
      const { subtle } = crypto;
      const signer = new Dismissals(subtle, await store.secret());
      const marked = await Promise.all(
        result.findings.map((one) => signer.mark(text, one)));
      return { ...result, findings: filter(marked, state, host) };
    },
    async [ASK.told]({ store }, { principles }) {
      const { packs } = await ask(store, { ask: "loaded" });
      const wanted = packs.principles.filter(({ id }) => principles.includes(id));
      return { packs: packs.packs, principles: wanted.map(brief) };
    },
    async [ASK.answer]({ host, store }, { answer, findings }) {
      const [{ pack, principle, signal }] = findings;
      const fingerprints = answer === "keep"
        ? findings.map(({ fingerprint }) => fingerprint) : [];
      return { id: await store.answer(
        { answer, pack, principle, signal, host, fingerprints }) };
    },
    async [ASK.quieten]({ store }, { principle, on }) {
      await store.quieten(principle, on);
      return null;
    },
    async [ASK.takeBack]({ store }, { id }) {
      await store.takeBack(id);
      return null;
    },
    async [ASK.read](_, { principle }) {
      const id = /^[a-z0-9-]+$/.test(principle) ? principle : "";
      await api.tabs.create({
        url: api.runtime.getURL(`principles.html#principle-${id}`),
      });
      return null;
    },
    [ASK.document]: ({ store }) => ask(store, { ask: "document" }),
    [ASK.loaded]: ({ store }) => ask(store, { ask: "loaded" }),
    [ASK.prove]: (_, { packs }) => engine({ ask: "prove", packs }),
  };
}

/** Examples are for those who read packs, not for cards. */
const brief = ({ signals, ...principle }) => ({
  ...principle, signals: signals.map(({ id, title, pack, level, why }) =>
    ({ id, title, pack, level, why })),
});

/** For pages of ours alone. */
const OURS = new Set([ASK.document, ASK.prove, ASK.loaded]);

const isOurs = ({ url }) => Boolean(url?.startsWith(api.runtime.getURL("")));

/** @param {(question: any) => Promise<any>} engine */
export function serve(engine) {
  const known = answers(engine);
  api.runtime.onMessage.addListener((message, sender, reply) => {
    const { ask, to, ...rest } = message ?? {};
    if (to || !Object.hasOwn(known, ask)) return false;
    if (OURS.has(ask) && !isOurs(sender)) return false;
    Promise.resolve(known[ask](whoAsks(sender), rest)).then(
      (answer) => reply({ answer }),
      (fault) => reply({ fault: String(fault?.message ?? fault) }));
    return true;
  });
  watchStore(() => tellAll(TELL.changed));
  api.commands.onCommand.addListener((command, tab) => {
    if (command === "open-card" && tab?.id) tell(tab.id, TELL.openCard);
  });
  api.windows?.onRemoved.addListener(async () => {
    const open = await api.windows.getAll();
    if (!open.some(({ incognito }) => incognito)) await forgetPrivate();
  });
  for (const event of [api.permissions.onAdded, api.permissions.onRemoved,
    api.runtime.onInstalled, api.runtime.onStartup]) {
    event.addListener(() => syncSites());
  }
  // Leave given or taken back holds at once, in pages that are open.
  api.permissions.onAdded.addListener(() => tellAll(TELL.changed));
  api.permissions.onRemoved.addListener(() => tellAll(TELL.changed));
  api.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== "install" || !WELCOME) return;
    api.tabs.create({ url: api.runtime.getURL("welcome.html") });
  });
  // Content scripts ask; they cannot look for themselves.
  for (const area of [api.storage.local, api.storage.session]) {
    area.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })?.catch(() => {});
  }
}

/** A tab without us in it says so by failing. */
const tell = (tab, what, rest = {}) =>
  api.tabs.sendMessage(tab, { tell: what, ...rest }).catch(() => {});

async function tellAll(what) {
  for (const { id } of await api.tabs.query({})) tell(id, what);
}
