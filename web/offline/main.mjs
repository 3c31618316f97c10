/* The offline page: puts the parts together. What it knows is in the page
   itself, in data blocks that build.mjs filled. */
import { Dismissals } from "../core/dismiss.mjs";
import { Session } from "../core/session.mjs";
import { Wordings, dayNumber } from "../core/wording.mjs";
import { Client } from "../engine/client.mjs";
import { messageOf } from "../engine/protocol.mjs";
import { Mirror } from "../field/mirror.mjs";
import { Reminders } from "../pages/reminders.mjs";
import { data, dataBytes, byId } from "./data.mjs";
import { copyText, saveText } from "./deeds.mjs";
import { ownPack } from "./own.mjs";
import { paper } from "./paper.mjs";
import { reading } from "./reading.mjs";
import { samples } from "./sample-row.mjs";
import { settingForm } from "./setting-form.mjs";
import { views } from "./views.mjs";

const field = byId("draft");
const mirror = new Mirror(field, byId("mirror"));
const live = byId("live");

/** The worker's code came with the page; there is nowhere to load it from. A
    classic worker: Chromium refuses a module one to a page on disk. */
function makeWorker() {
  const code = new Blob([data("worker")], { type: "text/javascript" });
  const address = URL.createObjectURL(code);
  const worker = new Worker(address);
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  return worker;
}

const client = new Client(makeWorker, dataBytes("wasm"));
const secret = crypto.getRandomValues(new Uint8Array(32));
const dismissals = new Dismissals(crypto.subtle, secret);
const setting = settingForm(() => session.again());

const session = new Session({
  check: (text, where, kind) => client.check(text, where, kind),
  setting: () => setting.written(),
  dismissals,
  show(view) {
    mirror.draw(drawn(view));
    reminders.show(view);
    byId("draft-tools").hidden = view.text === "";
  },
});

/** The marks, and the words that the open card is about. */
function drawn({ marks, open }) {
  const chosen = new Set(open?.findings.map(({ fingerprint }) => fingerprint));
  const lead = open?.findings[0];
  return [
    ...marks.map(({ start, end, level, fingerprint }) =>
      ({ start, end, level, open: chosen.has(fingerprint) })),
    ...(lead?.evidence ?? []).map(({ start, end }) =>
      ({ start, end, level: null, evidence: true })),
  ];
}

const goTo = views({ principles: () => read.draw() });

const reminders = new Reminders({
  panel: byId("panel"), state: byId("state"), live, session,
  wordings: new Wordings(dayNumber(new Date())),
  deeds: {
    showMe: ({ start, end }) => mirror.reveal(start, end),
    use: ({ start, end }, words) => mirror.replace(start, end, words),
    copy: (words, button) => copyText(words, button),
    read: (principle) => read.open(principle),
    back: () => field.focus(),
  },
});

const read = reading(client, goTo);

function typed(event) {
  // Pasting and dropping are whole thoughts, not half words.
  const whole = /^insertFrom(Paste|Drop)|^history/.test(event?.inputType ?? "");
  session.write(field.value, whole ? null : field.selectionStart);
}
field.addEventListener("input", typed);
field.addEventListener("click", () => {
  if (field.selectionStart !== field.selectionEnd) return;
  const mark = session.at(field.selectionStart);
  if (mark) session.touch(mark.principle);
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  session.rest();
  if (!reminders.enter()) live.textContent = byId("state").textContent;
});

byId("markdown").addEventListener("change", (event) => {
  session.kind = event.target.checked ? "markdown" : "plain";
  session.again();
});
byId("spelling").addEventListener("change", (event) => {
  field.spellcheck = event.target.checked;
});
byId("copy").addEventListener("click", (event) =>
  copyText(field.value, event.currentTarget));
byId("save").addEventListener("click", () => saveText("draft.txt", field.value));
byId("print").addEventListener("click", () => window.print());
byId("clear").addEventListener("click", () => {
  mirror.replace(0, field.value.length, "");
  session.write("");
  field.focus();
});

paper();
samples((sample) => {
  setting.set(sample.setting);
  mirror.replace(0, field.value.length, sample.text);
  session.write(field.value);
  session.again();
});

byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  goTo.show("check", "draft");
});

async function begin() {
  const basic = data("packs");
  try {
    const { packs, version } = await client.start(basic);
    reminders.know(packs);
    byId("version").textContent = version;
    ownPack(client, basic, (loaded) => {
      reminders.know(loaded);
      read.forget();
      session.again();
    });
    document.documentElement.dataset.ready = "yes";
  } catch (fault) {
    byId("fault").textContent = messageOf(fault);
    session.cannot();
    document.documentElement.dataset.ready = "no";
  }
  // What was typed, or kept by the browser over a reload, before we were ready.
  if (field.value) session.write(field.value);
  else session.again();
  goTo.start();
}

begin();
