/* Talk about the principles: read one, try its posts and your own in place,
   and propose what should change. */
import { DEFAULT, FACETS, readSetting, writeSetting } from "../../core/setting.mjs";
import { sentence } from "../card.mjs";
import { Desk, drawDesk } from "../desk.mjs";
import { make } from "../make.mjs";
import { button, heading } from "./parts.mjs";
import { propose } from "./propose.mjs";

/** @param {import("./teach.mjs").Context} context */
export function talk(context) {
  const { library, check, copy, read } = context;
  const { principles } = library.told;
  if (principles.length === 0) return { element: heading("No principles are loaded") };
  let principle = principles[0];
  let setting = { ...DEFAULT, role: "qualified", identity: "named" };

  const parts = drawDesk({ label: "A post to try",
    placeholder: "Type a post, or try one of the pack’s." });
  const desk = new Desk(parts, {
    check: (text, where) => check(text, where),
    setting: () => writeSetting(setting), copy, read,
  });
  desk.reminders.know(library.told);

  const selects = Object.entries(FACETS).map(([facet, values]) => {
    const select = make("select", { "aria-label": LABELS[facet], change: () => {
      setting = { ...setting, [facet]: select.value };
      desk.session.again();
    } }, values.map(([value, words]) => make("option", { value }, words)));
    select.value = setting[facet];
    return select;
  });

  const place = make("article.file.principle");
  const choose = make("select", { "aria-label": "The principle", change: () => {
    principle = principles[Number(choose.value)];
    draw();
  } }, principles.map(({ title }, n) => make("option", { value: String(n) }, title)));

  function attempt(example) {
    setting = readSetting(example.setting);
    Object.keys(FACETS).forEach((facet, n) => { selects[n].value = setting[facet]; });
    desk.put(example.text);
    parts.field.focus();
  }

  const form = propose(context, () => ({
    principle, post: parts.field.value, setting: writeSetting(setting) }));

  function draw() {
    place.replaceChildren(...drawPrinciple(principle, attempt, read));
    form.shape();
  }

  draw();
  return {
    element: make("div.talk", {}, heading("Talk about the principles"),
      make("p.lead", {}, "It began with an open question: could the profession " +
        "write down, together, how it wants to use social media? Nobody is the " +
        "expert. Read, try, disagree."),
      make("p.tools", {}, choose),
      make("div.columns", {}, place,
        make("div.bench", {}, make("h2", {}, "Try a post"),
          make("div.setting-row", {}, selects), parts.sheet, parts.line, parts.panel,
          form.element))),
    enter: () => desk.session.again(),
  };
}

const LABELS = { audience: "Who can see it", identity: "Signed", role: "As",
  medium: "Where" };

function drawPrinciple(one, attempt, read) {
  return [
    make("h2", {}, one.title),
    make("p", {}, one.wordings[0]),
    one.question && make("blockquote", {}, one.question),
    list("You could", one.instead),
    ...one.signals.map((signal) => drawSignal(signal, attempt)),
    list("It stems from", one.stems), list("Standards it relates to", one.standards),
    make("p", {}, button("Read the whole of it, as it is kept", () => read(one.id),
      "button.words")),
  ];
}

const list = (title, items) => items.length > 0 && make("section", {},
  make("h3", {}, title), make("ul", {}, items.map((item) => make("li", {}, item))));

function drawSignal({ title, why, fires, quiet, muted }, attempt) {
  const posts = (name, examples) => [make("h3", {}, name),
    make("ul.examples", {}, examples.map((example) => make("li", {},
      make("span", { dir: "auto" }, example.text), " ",
      button("Try it", () => attempt(example), "button.words"))))];
  return make("details.fold-part", {},
    make("summary", {}, sentence(title), muted && " (muted)"), make("p", {}, why),
    posts("Gets a reminder", fires), posts("Stays quiet", quiet));
}
