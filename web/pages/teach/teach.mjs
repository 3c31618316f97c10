/* The teaching pages: mounted by the offline page and by the extension's own
   tab, each with its own engine client behind the library. Where one is, is in
   the address's hash, below `path`. */
import { Footprint } from "../../core/footprint.mjs";
import { GroupWork } from "../../core/groupwork.mjs";
import { Proposal } from "../../core/proposal.mjs";
import { make } from "../make.mjs";
import { groupBar } from "./group-bar.mjs";
import { guide } from "./guide.mjs";
import { placement } from "./placement.mjs";
import { present } from "./present.mjs";
import { rooms } from "./rooms.mjs";
import { situation } from "./situation.mjs";
import { shelf } from "./shelf.mjs";
import { talk } from "./talk.mjs";

/** What the pages are given.
    @typedef {object} Context
    @property {import("../library.mjs").Library} library
    @property {GroupWork} work
    @property {Proposal} proposal
    @property {Footprint} footprint
    @property {string} path of the teaching pages in the hash
    @property {string} [own] where packs of one's own are written
    @property {(words: string, button: HTMLElement) => void} copy
    @property {(name: string, text: string) => void} save
    @property {(principle: string) => void} read opens a principle
    @property {(path: string) => void} goTo
    @property {(key: string) => any} scenario by "pack/id"
    @property {(text: string, setting: string) => Promise<any>} check */

/** Path below `path`, its name in the row of links, what draws it. */
const PAGES = [
  ["", "Situations", shelf],
  ["rooms", "Same words, other room", rooms],
  ["placement", "Before first placement", placement],
  ["talk", "Talk about the principles", talk],
];
/** Those that are reached from a situation. */
const INNER = { situation, present, guide };
/** Those that a person writes in. */
const KEPT = ["situation", "rooms", "placement", "talk"];

/** @param {Omit<Context, "work" | "proposal" | "footprint" | "scenario" | "check"> &
      {place: HTMLElement}} parts
    @returns {{show: (path: string) => void}} `path` as it stands in the hash,
      without its beginning */
export function teaching({ place, ...parts }) {
  const work = new GroupWork();
  /** @type {Context} */
  const context = {
    ...parts, work, proposal: new Proposal(), footprint: new Footprint(),
    scenario: (key) => parts.library.told.scenarios
      .find((one) => `${one.pack}/${one.id}` === key),
    check: (text, setting) => parts.library.client.check(text, setting, "plain"),
  };
  const body = make("div.teach-body");
  const links = PAGES.map(([name, title]) => make("a", {
    hash: name ? `${parts.path}/${name}` : parts.path, data: { name },
  }, title));
  place.replaceChildren(
    make("nav.teach-nav", { "aria-label": "Teach" }, links,
      parts.own && make("a", { hash: parts.own }, "Your own situations")),
    body, groupBar(context));

  /** @type {Map<string, {element: HTMLElement, leave?: () => void,
        enter?: () => void}>} kept, so that moving about loses nothing */
  let drawn = new Map();
  let shown = null;
  let current = "";

  function show(path) {
    shown?.leave?.();
    current = path;
    const [name, ...rest] = path.split("/");
    const draw = INNER[name] ?? PAGES.find(([one]) => one === name)?.[2] ?? shelf;
    shown = drawn.get(path) ?? draw(context, rest.join("/"));
    if (KEPT.includes(name)) drawn.set(path, shown);
    body.replaceChildren(shown.element);
    for (const link of links) {
      link.ariaCurrent = link.dataset.name === (name in INNER ? "" : name)
        ? "page" : null;
    }
    shown.enter?.();
  }

  parts.library.listen(() => {
    drawn = new Map();
    if (place.isConnected && !place.hidden) show(current);
  });
  addEventListener("hashchange", () => {
    if (!place.hidden) return;
    shown?.leave?.();
  });
  addEventListener("beforeunload", (event) => {
    const { proposal, footprint } = context;
    if (work.unsaved || proposal.unsaved || footprint.unsaved) {
      event.preventDefault();
    }
  });
  return { show };
}
