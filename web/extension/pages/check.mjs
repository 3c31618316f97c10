/* "Check for yourself": has every part try to send, and shows what came of it. */
import "./guard.mjs";
import { make } from "../../pages/make.mjs";
import { api } from "../browser.mjs";
import { ASK } from "../messages.mjs";
import { ask, byId, ready } from "./page.mjs";

const { NAMES, tryAll } = /** @type {any} */ (globalThis).earshotWays;
const WORDS = { refused: "Refused", "not there": "Not there",
  "no sign": "No sign", "got out": "Got out" };

/** Only Chromium has a page for the engine's worker. */
const hasOffscreen = "offscreen" in api;

const inPart = (part) => api.runtime.sendMessage({ to: "ways", part });

function inWorker() {
  const worker = new Worker(api.runtime.getURL("ways-worker.js"));
  return new Promise((done, fail) => {
    worker.onmessage = ({ data }) => done(data);
    worker.onerror = () => fail(new Error("the worker did not start"));
    worker.postMessage(null);
  }).finally(() => worker.terminate());
}

/** @type {[string, () => Promise<any>][]} */
const PARTS = [
  ["A worker, as the engine’s", inWorker],
  ["The background", () => inPart("background")],
  ...(hasOffscreen
    ? [/** @type {any} */ (["The engine’s page", () => inPart("offscreen")])] : []),
  ["This page", tryAll],
];

function draw(columns) {
  const table = byId("results");
  const [head] = table.tHead.rows;
  head.replaceChildren(make("td"), ...columns.map(([title]) =>
    make("th", { scope: "col" }, title)));
  table.tBodies[0].replaceChildren(...NAMES.map((way) => make("tr", {},
    make("th", { scope: "row" }, way),
    ...columns.map(([, outcomes]) => make("td", {
      data: { outcome: outcomes[way] ?? "no answer" },
    }, WORDS[outcomes[way]] ?? "No answer")))));
  table.hidden = false;
}

async function tryEverywhere() {
  const button = byId("try");
  button.disabled = true;
  byId("outcome").textContent = "Trying …";
  // The engine's page is there only while somebody writes, or asks.
  await ask(ASK.loaded);
  const columns = [];
  for (const [title, tries] of PARTS) {
    columns.push([title, await tries().catch(() => null) ?? {}]);
    draw(columns);
  }
  const all = columns.flatMap(([, outcomes]) => NAMES.map((way) => outcomes[way]));
  const count = (what) => all.filter((one) => one === what).length;
  const silent = count(undefined);
  byId("outcome").textContent = `${all.length} tries: ${count("refused")} refused, ` +
    `${count("not there")} not there, ${count("got out")} got out.` +
    (count("no sign") > 0 ? ` ${count("no sign")} without a sign.` : "") +
    (silent > 0 ? ` ${silent} gave no answer.` : "");
  button.disabled = false;
  ready();
}

const manifest = api.runtime.getManifest();
byId("policy").textContent = manifest.content_security_policy.extension_pages;
byId("permissions").textContent = [...manifest.permissions,
  ...manifest.content_scripts.flatMap(({ matches }) => matches)].join(", ");
byId("try").addEventListener("click", tryEverywhere);
