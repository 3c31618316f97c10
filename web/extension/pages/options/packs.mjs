/* Packs: the default one, on or off; others beside it, from files. A pack with
   faults is not added, and each fault is shown with its place. */
import { make } from "../../../pages/make.mjs";
import { drawOutcome } from "../../../pages/own-pack.mjs";
import { ASK } from "../../messages.mjs";
import { ask, byId } from "../page.mjs";
import { keepFocus } from "./focus.mjs";

/** @param {HTMLElement} place @param {{store: any, state: any, packs: any,
      say: (words: string) => void}} with_ */
export function drawPacks(place, { store, state, packs, say }) {
  const { basic, own } = state.packs;
  const box = make("input", {
    type: "checkbox", change: async ({ currentTarget: { checked } }) => {
      await store.setPacks({ basic: checked, own });
      say(checked ? "The default pack is loaded." : "The default pack is off.");
    },
  });
  box.checked = basic;
  const first = basic ? packs.packs[0] : null;
  keepFocus(place, () => place.replaceChildren(
    make("li", {}, make("label", {}, box, first
      ? `The default pack: ${first.title} (${first.version})`
      : "The default pack")),
    ...own.map((pack, at) => make("li", {},
      make("span.row-title", {}, pack.name),
      make("button.small", {
        type: "button", "aria-label": `Take out ${pack.name}`,
        click: async () => {
          await store.setPacks({ basic, own: own.filter((_, i) => i !== at) });
          byId("pack-outcome").replaceChildren();
          say(`${pack.name} is taken out.`);
        },
      }, "Take it out")))));
}

/** The head of a pack stands in its README.md; the others go by name. */
const inOrder = ({ name: a }, { name: b }) =>
  Number(b === "README.md") - Number(a === "README.md") || (a < b ? -1 : 1);

/** @param {{store: any, say: (words: string) => void}} with_ */
export function wirePacks({ store, say }) {
  byId("pack-files").addEventListener("change", async ({ currentTarget }) => {
    const files = await Promise.all([...currentTarget.files].map(async (file) =>
      ({ name: file.name, text: await file.text() })));
    currentTarget.value = "";
    if (files.length > 0) await add(files.sort(inOrder), { store, say });
  });
}

/** Tried beside what is loaded, so that one's faults are no other's. */
async function add(files, { store, say }) {
  const { packs: { basic, own } } = await store.read();
  const before = own.map(({ files: those }) => ({ files: those }));
  const proof = await ask(ASK.prove,
    { packs: [...basic ? ["basic"] : [], ...before, { files }] });
  const already = before.length + (basic ? 1 : 0);
  drawOutcome(byId("pack-outcome"), { files, ...proof, before: already },
    "It speaks wherever you write from now on.");
  if (proof.diagnostics.some(({ warning }) => !warning)) return;
  const named = proof.packs.packs.at(-1)?.title ?? files[0].name;
  const kept = own.filter(({ name }) => name !== named);
  await store.setPacks({ basic, own: [...kept, { name: named, files }] });
  say(`${named} is loaded.`);
}
