/* The view "Your own pack". One pack at a time, from files or from the box. */
import { messageOf } from "../engine/protocol.mjs";
import { STARTER, drawOutcome } from "../pages/own-pack.mjs";
import { byId } from "./data.mjs";
import { saveText } from "./deeds.mjs";

const WRITTEN = "my-pack.md";
/** After the last key in the box; compiling takes longer than checking. */
const SETTLE_MS = 400;

/** The head of a pack stands in its README.md; the others go by name. */
const inOrder = ({ name: a }, { name: b }) =>
  Number(b === "README.md") - Number(a === "README.md") || (a < b ? -1 : 1);

/** @param {import("../pages/library.mjs").Library} library */
export function ownPack(library) {
  const box = byId("pack-text");
  const place = byId("pack-outcome");
  const drop = byId("pack-view");
  let timer;

  async function load(files) {
    try {
      const loaded = await library.load(files);
      if (loaded) drawOutcome(place, { files, ...loaded });
    } catch (fault) {
      place.textContent = messageOf(fault);
    }
  }

  const written = () => {
    const text = box.value;
    return load(text.trim() ? [{ name: WRITTEN, text }] : []);
  };

  async function opened(chosen) {
    const files = await Promise.all([...chosen].map(async (file) =>
      ({ name: file.name, text: await file.text() })));
    if (files.length === 0) return;
    files.sort(inOrder);
    box.value = files.length === 1 ? files[0].text : "";
    byId("pack-names").textContent =
      files.map(({ name }) => name).join(", ");
    await load(files);
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    byId("pack-names").textContent = "";
    timer = setTimeout(written, SETTLE_MS);
  });
  byId("pack-files").addEventListener("change", async (event) => {
    await opened(event.target.files);
    event.target.value = "";
  });
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    opened([...event.dataTransfer.files]);
  });
  byId("pack-starter").addEventListener("click", () => {
    box.value = STARTER;
    written();
  });
  byId("pack-save").addEventListener("click", () =>
    saveText(WRITTEN, box.value));
  byId("pack-remove").addEventListener("click", () => {
    box.value = "";
    byId("pack-names").textContent = "";
    load([]);
  });
}
