/* A pack of one's own: opened from disk or written here, proven as it is
   written, shown as it will be read, and saved. Principles or situations, or
   both. */
import { messageOf } from "../engine/protocol.mjs";
import { make } from "./make.mjs";
import { STARTER, drawOutcome } from "./own-pack.mjs";
import { drawDocument } from "./reader.mjs";
import { SITUATION } from "./starter.mjs";
import { composer } from "./teach/composer.mjs";
import { prose } from "./teach/parts.mjs";

const WRITTEN = "my-pack.md";
/** After the last key in the box; compiling takes longer than checking. */
const SETTLE_MS = 400;

/** The head of a pack stands in its README.md; the others go by name. */
const inOrder = ({ name: a }, { name: b }) =>
  Number(b === "README.md") - Number(a === "README.md") || (a < b ? -1 : 1);

/** @param {HTMLElement} place
    @param {object} parts
    @param {import("./library.mjs").Library} parts.library
    @param {(name: string, text: string) => void} parts.save
    @param {string} parts.teach path of the teaching pages
    @param {string} [parts.advice] what to do with a pack that is loaded
    @param {string} [parts.back] in the hash, where there is no other way back */
export function material(place, { library, save, teach, advice, back }) {
  let timer;
  let unsaved = false;
  /** the file that is in the box, by its own name */
  let name = WRITTEN;
  const outcome = make("div.outcomes", { id: "pack-outcome", "aria-live": "polite" },
    make("p.outcome", {}, "Only the default pack is loaded."));
  const preview = make("div.preview");
  const names = make("p.hint", { id: "pack-names", role: "status" });
  const box = make("textarea.pack-text", { id: "pack-text", dir: "auto",
    input: () => {
      clearTimeout(timer);
      names.textContent = "";
      unsaved = box.value.trim() !== "";
      timer = setTimeout(written, SETTLE_MS);
    } });
  box.spellcheck = false;
  box.placeholder = "# Pack: Our team's principles `our-team`";

  async function load(files) {
    try {
      const loaded = await library.load(files);
      if (!loaded) return;
      drawOutcome(outcome, { files, ...loaded, before: library.basic.length },
        advice);
      await drawPreview(preview, loaded.packs, library, teach);
    } catch (fault) {
      outcome.textContent = messageOf(fault);
    }
  }

  const written = () =>
    load(box.value.trim() ? [{ name, text: box.value }] : []);

  function begin(text) {
    name = WRITTEN;
    box.value = text;
    names.textContent = "";
    unsaved = false;
    return written();
  }

  async function opened(chosen) {
    const files = await Promise.all([...chosen].map(async (file) =>
      ({ name: file.name, text: await file.text() })));
    if (files.length === 0) return;
    files.sort(inOrder);
    name = files.length === 1 ? files[0].name : WRITTEN;
    box.value = files.length === 1 ? files[0].text : "";
    names.textContent = files.map((file) => file.name).join(", ");
    unsaved = false;
    await load(files);
  }

  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    opened([...event.dataTransfer.files]);
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  const input = make("input", { type: "file", id: "pack-files",
    change: async () => {
      await opened(input.files);
      input.value = "";
    } });
  input.accept = ".md,.markdown,text/markdown";
  input.multiple = true;
  const button = (id, label, click) =>
    make("button", { type: "button", id, click }, label);
  place.replaceChildren(...[
    back && make("p.back", {}, make("a", { hash: back }, "← Teach")),
    make("h1", { id: "pack-title", tabindex: "-1" }, "Your own pack"),
    make("p", {}, "A team, a course or an employer can add principles, and " +
      "situations to teach with. A pack is a Markdown file that reads as " +
      "guidance; Earshot takes its reminders from it. It is loaded beside the " +
      "default one, stays on this page, and is gone when you close it, unless " +
      "you save it."),
    make("div.columns", {},
      make("div", {},
        make("p.tools", {},
          make("label.button.file", {}, "Open Markdown files", input),
          button("pack-starter", "Start from an example", () => begin(STARTER)),
          button("pack-situation", "Start a situation", () => begin(SITUATION))),
        names,
        make("label.draft-label", { for: "pack-text" }, "Or write it here"), box,
        make("p.tools", {},
          button("pack-save", "Save to a file", () => {
            save(name, box.value);
            unsaved = false;
          }),
          button("pack-remove", "Take it out again", () => begin("")))),
      make("div", {},
        make("h2", {}, "What Earshot makes of it"), outcome, preview)),
  ].filter(Boolean));
}

/** What came of it, as people will see it. When nothing did, what was there
    stays, so that a slip of the key does not make everything vanish. */
async function drawPreview(place, packs, { basic, client }, teach) {
  const own = packs.packs.slice(basic.length);
  if (own.length === 0) return;
  const ids = own.map(({ id }) => id);
  const html = await client.document();
  const sections = html.split(/(?=^<section data-pack=")/m).filter((part) =>
    ids.some((id) => part.startsWith(`<section data-pack="${id}"`)));
  const reading = make("div.document");
  drawDocument(reading, make("ol"), sections.join(""));
  place.replaceChildren(
    make("h2", {}, "How it reads"),
    ...packs.scenarios.filter(({ pack }) => ids.includes(pack))
      .map((one) => situation(one, teach)),
    reading);
}

function situation(one, teach) {
  return make("article.file", {},
    make("p.kind", {}, "Situation", one.for && ` · ${one.for}`),
    make("h3", {}, one.title),
    prose(one.situation),
    composer(one, make("div.words-shown", { dir: "auto" }, one.draft)),
    make("h4", {}, "To talk about"),
    make("ol", {}, one.questions.map((question) =>
      make("li", { dir: "auto" }, question))),
    one.good.length > 0 && [make("h4", {}, "What good might look like"),
      ...prose(one.good)],
    one.notes.length > 0 && [make("h4", {}, "For the facilitator"),
      ...prose(one.notes)],
    make("p", {}, make("a", { hash: `${teach}/situation/${one.pack}/${one.id}` },
      "Open it as your group will see it")));
}
