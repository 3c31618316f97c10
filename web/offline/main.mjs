/* The offline page: puts the parts together. What it knows is in the page
   itself, in data blocks that build.mjs filled. */
import { Client } from "../engine/client.mjs";
import { messageOf } from "../engine/protocol.mjs";
import { copyText, saveText } from "../pages/deeds.mjs";
import { Desk } from "../pages/desk.mjs";
import { Library } from "../pages/library.mjs";
import { material } from "../pages/material.mjs";
import { teaching } from "../pages/teach/teach.mjs";
import { data, dataText, byId } from "./data.mjs";
import { paper } from "./paper.mjs";
import { reading } from "./reading.mjs";
import { samples } from "./sample-row.mjs";
import { settingForm } from "./setting-form.mjs";
import { views } from "./views.mjs";

const field = byId("draft");

/** The worker's code came with the page; there is nowhere to load it from. A
    classic worker: Chromium refuses a module one to a page on disk. */
function makeWorker() {
  const code = new Blob([data("worker")], { type: "text/javascript" });
  const address = URL.createObjectURL(code);
  const worker = new Worker(address);
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  return worker;
}

const client = new Client(makeWorker, dataText("wasm"));
const library = new Library(client, data("packs"));
const setting = settingForm(() => desk.session.again());
const goTo = views({
  principles: () => read.draw(),
  teach: (path) => teach.show(path),
});

const desk = new Desk({
  field, mirror: byId("mirror"), panel: byId("panel"), state: byId("state"),
  live: byId("live"),
}, {
  check: (text, where, kind) => client.check(text, where, kind),
  setting: () => setting.written(),
  copy: copyText,
  read: (principle) => read.open(principle),
  changed: (text) => { byId("draft-tools").hidden = text === ""; },
});

const read = reading(client, goTo);
const teach = teaching({
  place: byId("teach-view"), library, path: "teach", own: "pack",
  copy: copyText, save: saveText, read: (principle) => read.open(principle),
  goTo: (path) => goTo.show(path),
});

byId("markdown").addEventListener("change", (event) => {
  desk.session.kind = event.target.checked ? "markdown" : "plain";
  desk.session.again();
});
byId("spelling").addEventListener("change", (event) => {
  field.spellcheck = event.target.checked;
});
byId("copy").addEventListener("click", (event) =>
  copyText(field.value, event.currentTarget));
byId("save").addEventListener("click", () => saveText("draft.txt", field.value));
byId("print").addEventListener("click", () => window.print());
byId("clear").addEventListener("click", () => {
  desk.mirror.replace(0, field.value.length, "");
  desk.session.write("");
  field.focus();
});

paper();
samples((sample) => {
  setting.set(sample.setting);
  desk.put(sample.text);
});

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  const { view } = document.documentElement.dataset;
  if (view === "check") goTo.show("check", "draft");
  else byId(`${view}-view`).querySelector("h1")?.focus();
});

library.listen((told) => {
  desk.know(told);
  read.forget();
});

async function begin() {
  try {
    const { version } = await library.start();
    byId("version").textContent = version;
    material(byId("pack-view"), { library, save: saveText, teach: "teach" });
    document.documentElement.dataset.ready = "yes";
  } catch (fault) {
    byId("fault").textContent = messageOf(fault);
    desk.session.cannot();
    document.documentElement.dataset.ready = "no";
  }
  // What was typed, or kept by the browser over a reload, before we were ready.
  if (field.value) desk.session.write(field.value);
  else desk.session.again();
  goTo.start();
}

begin();
