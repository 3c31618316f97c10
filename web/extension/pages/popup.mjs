/* The toolbar's popup: what Earshot sees here, and the switches for here. */
import "./guard.mjs";
import { make } from "../../pages/make.mjs";
import { api } from "../browser.mjs";
import { grantedSites, startOnce } from "../granted.mjs";
import { TELL } from "../messages.mjs";
import { SITES, hostOf } from "../sites.mjs";
import { Store, offOf, settingOf } from "../store.mjs";
import { choice, facetsOf } from "./choices.mjs";
import { byId, ready, wireLinks } from "./page.mjs";

const HOUR_MS = 60 * 60 * 1000;
/** How soon a page that is just being read is asked again. In ms. */
const AGAIN = 250;
const USE = "Your browser will ask whether Earshot may read this one site. It " +
  "reads only the box you are writing in.";
const ONCE = "This is a private window: nothing is remembered. On the next page, " +
  "press again.";
const QUIET = {
  everywhere: "Off everywhere.", now: "Off for now.", site: "Off on this site.",
};

/** The tab that the toolbar button was pressed on. Its address is told by the
    browser only for that press (activeTab). A tab can also be named, for who
    opens this page by its address. */
async function tabHere() {
  const named = Number(new URLSearchParams(window.location.search).get("tab"));
  if (named) return api.tabs.get(named);
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** What our script in that tab says; null: it is not there.
    @returns {Promise<import("../messages.mjs").Status | null>} */
const statusOf = (tab) =>
  api.tabs.sendMessage(tab.id, { tell: TELL.status }).catch(() => null);

const originOf = (address) => {
  try {
    const { protocol, origin } = new URL(String(address));
    return /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
};

function drawSeen(status, host, off) {
  byId("site").textContent = host;
  const line = byId("line");
  line.dataset.light = off ? "off" : status?.light ?? "cannot";
  if (off) line.textContent = QUIET[off];
  else if (status) line.textContent = status.line;
  else line.textContent = host
    ? "Earshot is not on this site, so it sees nothing here."
    : "Earshot cannot read along on this page.";
  const groups = off ? [] : status?.groups ?? [];
  byId("groups").replaceChildren(...groups.map(({ title, level, count }) =>
    make("li", {}, make("span.shape", { data: { level } }, "words"), title,
      count > 1 && make("small", {}, ` (${count})`))));
  byId("go").hidden = groups.length === 0;
}

let drawn = 0;

/** A page that is just being read has something to say in a moment: the rest
    of the popup stays as it is, somebody may be choosing there. */
async function drawOnceRead(tab, host) {
  const mine = drawn;
  let status;
  do {
    await new Promise((done) => setTimeout(done, AGAIN));
    status = await statusOf(tab);
  } while (status?.light === "checking" && mine === drawn);
  if (mine === drawn) drawSeen(status, host, null);
}

/** "Use here", one site at a time, and the way back. */
async function drawUse(status, tab, host) {
  const origin = originOf(tab?.url);
  const pattern = origin && `${origin}/*`;
  const granted = (await grantedSites()).includes(pattern);
  const use = byId("use");
  const leave = byId("leave");
  use.hidden = Boolean(status) || granted || !origin;
  leave.hidden = !granted;
  use.textContent = tab?.incognito ? "Use Earshot on this page, this once"
    : `Use Earshot on ${host}`;
  leave.textContent = `Stop using it on ${host}`;
  byId("use-hint").hidden = use.hidden;
  byId("use-hint").textContent = tab?.incognito ? ONCE : USE;
  use.onclick = async () => {
    // The browser's list of sites would outlive the private window.
    if (tab.incognito) await startOnce(tab.id);
    else if (!await api.permissions.request({ origins: [pattern] })) return;
    window.close();
  };
  leave.onclick = async () => {
    await api.permissions.remove({ origins: [pattern] });
    await draw();
  };
}

function drawSetting(store, state, host) {
  byId("setting").hidden = !host;
  if (!host) return;
  const setting = settingOf(state, host);
  byId("choices").replaceChildren(
    ...["medium", "role", "identity", "audience"].map((facet) =>
      choice(facet, setting[facet], async (value) => {
        await store.setSite(host, { [facet]: value });
        byId("as-usual").hidden = false;
      })));
  byId("as-usual").hidden = facetsOf(state.sites[host]).length === 0;
  byId("as-usual").onclick = async () => {
    await store.setSite(host,
      { audience: null, identity: null, role: null, medium: null });
    await draw();
  };
}

function drawOff(store, state, host, off) {
  byId("off-site").hidden = !host;
  for (const radio of document.querySelectorAll("#off input")) {
    if (!(radio instanceof HTMLInputElement)) continue;
    radio.checked = radio.value === (off ?? "on");
    radio.onchange = () => switchTo(store, host, radio.value);
  }
  const { until } = state.off;
  byId("until").textContent = off === "now"
    ? `(until ${new Date(until).toLocaleTimeString([], { timeStyle: "short" })})` : "";
}

/** @param {Store} store @param {string} host @param {string} value */
async function switchTo(store, host, value) {
  if (host) await store.setSite(host, { off: value === "site" });
  await store.setOff(value === "everywhere" ? { everywhere: true }
    : value === "now" ? { until: Date.now() + HOUR_MS } : {});
  await draw();
}

async function drawWhere() {
  const granted = (await grantedSites()).map(hostOf);
  byId("where").textContent = [...SITES.map(({ name }) => name), ...granted]
    .join(", ");
}

async function draw() {
  const tab = await tabHere();
  const status = tab ? await statusOf(tab) : null;
  const host = hostOf(originOf(tab?.url) ?? "") || status?.host || "";
  const store = new Store({ private: tab?.incognito ?? false });
  const state = await store.read();
  const off = offOf(state, host);
  drawn += 1;
  drawSeen(status, host, off);
  if (status?.light === "checking" && !off) drawOnceRead(tab, host);
  drawSetting(store, state, host);
  drawOff(store, state, host, off);
  await Promise.all([drawUse(status, tab, host), drawWhere()]);
  byId("go").onclick = async () => {
    await api.tabs.sendMessage(tab.id, { tell: TELL.openCard });
    window.close();
  };
}

byId("options").addEventListener("click", () => api.runtime.openOptionsPage());
wireLinks();
draw().then(ready);
