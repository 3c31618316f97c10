/* The group's work: to a file, from a file. Below every teaching page. */
import { readWork, writeWork } from "../../core/groupwork.mjs";
import { make } from "../make.mjs";
import { button } from "./parts.mjs";

const FILE = "our-group.md";

/** @param {import("./teach.mjs").Context} context */
export function groupBar({ work, save }) {
  const state = make("p.hint", { role: "status" });
  const faults = make("ul.faults");
  const saving = button("Save our work", () => {
    save(FILE, writeWork(work.entries));
    work.saved();
  });
  const input = make("input", { type: "file", "aria-label": "Open saved work",
    change: async () => {
      const [file] = input.files;
      if (file) take(file.name, await file.text());
      input.value = "";
    } });
  input.accept = ".md,.markdown,text/markdown";

  function take(name, text) {
    const { entries, faults: found } = readWork(text);
    work.take(entries);
    told(entries.size === 0 ? `Nothing was opened from ${name}.`
      : `Opened ${name}: ${counted(entries.size)}.${found.length > 0
        ? " Some of it could not be read:" : ""}`);
    faults.replaceChildren(...found.map((fault) => make("li.fault", {},
      make("p", {}, make("code.place", {}, `${name}:${fault.line}`), " ",
        make("strong", {}, fault.message)),
      fault.text && make("pre.source", {}, fault.text))));
  }

  const told = (words) => { state.textContent = words; };
  const draw = () => {
    const { size } = work.entries;
    saving.hidden = size === 0;
    if (size === 0) told("What your group writes stays on this page until you save it.");
    else told(`${counted(size)} written about${work.unsaved
      ? ". Not saved yet: it is only on this page." : ". Saved."}`);
  };
  work.listen(draw);
  draw();
  return make("section.group-bar", { "aria-label": "Our group’s work" },
    state,
    make("p.tools", {}, saving,
      make("label.button.file", {}, "Open saved work", input)),
    faults);
}

const counted = (count) => count === 1 ? "1 situation" : `${count} situations`;
