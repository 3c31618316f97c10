/* The checking component: shows what the session has to say beside a draft.
   It draws anew only when what is shown would change, so that a card that
   somebody is reading, or stands in with the keyboard, stays where it is. */
import { card, eyebrow, sentence } from "./card.mjs";
import { legend } from "./legend.mjs";
import { lookup } from "./lookup.mjs";
import { make } from "./make.mjs";
import { announcement, stateLine } from "./state.mjs";

/** @typedef {import("../core/session.mjs").View} View */
/** @typedef {import("../core/choose.mjs").Group} Group */

/** What differs between a page of ours and a card on a stranger's. */
const USUAL = {
  /** what stands there before there is a draft */
  empty: () => legend(),
  undo: "Your answer is noted, on this page only. ",
  /** the keys that lead here */
  keys: "Control and Enter",
  /** how far "not relevant" goes */
  irrelevant: "This kind of reminder stays away until you close the page",
  /** whether room is scarce */
  brief: false,
};

export class Reminders {
  #drawn = "";
  /** @type {View | null} */
  #view = null;
  #moreOpen = false;

  /** @param {object} parts
      @param {HTMLElement} parts.panel where cards go
      @param {HTMLElement} parts.state the state light
      @param {HTMLElement} parts.live read out, politely
      @param {import("../core/session.mjs").Session} parts.session
      @param {import("../core/wording.mjs").Wordings} parts.wordings
      @param {{showMe: (span: any) => void, copy: any, use: any, read: any,
        back: () => void, less?: (group: Group) => void,
        soften?: (finding: any) => any}} parts.deeds what the page does
      @param {Partial<typeof USUAL>} [parts.words] */
  constructor({ panel, state, live, session, wordings, deeds, words = {} }) {
    this.panel = panel;
    this.state = state;
    this.live = live;
    this.session = session;
    this.wordings = wordings;
    this.words = { ...USUAL, ...words };
    this.told = lookup({ packs: [], principles: [] });
    this.deeds = this.#bind(deeds);
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") deeds.back();
    });
  }

  /** @param {{packs: any[], principles: any[]}} packs */
  know(packs) {
    this.told = lookup(packs);
    this.#drawn = "";
    if (this.#view) this.show(this.#view);
  }

  /** Spans move while a card stands: always act on where they are now. */
  #bind(deeds) {
    const now = ({ principle }) => this.#groups()
      .find((group) => group.principle === principle);
    const on = (deed) => (group, ...rest) => {
      const current = now(group);
      if (current) deed(current, ...rest);
    };
    const answer = (name) => on((group) => {
      this.session.answer(name, group.findings);
      deeds.back();
    });
    return {
      showMe: on((group, index = 0) => deeds.showMe(group.findings[index])),
      keep: answer("keep"),
      irrelevant: answer("irrelevant"),
      fold: on((group) => {
        this.session.fold(group);
        this.#focus(`button[data-principle="${group.principle}"]`);
      }),
      use: on((group, words) => deeds.use(group.findings[0], words)),
      copy: deeds.copy,
      read: deeds.read,
      less: deeds.less && on((group) => deeds.less(group)),
      soften: deeds.soften && ((group) => deeds.soften(group, now)),
    };
  }

  #groups() {
    if (!this.#view) return [];
    const { open, folded, more } = this.#view;
    return [open, folded, ...more].filter((group) => group !== null);
  }

  /** @param {View} view */
  show(view) {
    this.#view = view;
    const line = stateLine(view);
    if (this.state.textContent !== line.text) this.state.textContent = line.text;
    this.state.dataset.light = line.light;
    const said = announcement(view, this.words.keys);
    if (said !== null && this.live.textContent !== said) {
      this.live.textContent = said;
    }
    const drawn = signature(view);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#draw(view);
  }

  /** Moves the keyboard to the reminders. @returns {boolean} */
  enter() {
    const first = this.#view?.open ?? this.#view?.folded;
    if (!first) return false;
    if (first !== this.#view.open) this.session.touch(first.principle);
    this.#focus(".card");
    return true;
  }

  /** Also where the panel stands in a shadow tree. */
  #holdsFocus() {
    return this.panel.contains(this.panel.getRootNode().activeElement);
  }

  #focus(selector) {
    const target = this.panel.querySelector(selector);
    if (target instanceof HTMLElement) target.focus();
  }

  /** @param {View} view */
  #draw(view) {
    const { open, folded, more, cheers, answered, text } = view;
    const held = this.#holdsFocus();
    this.panel.replaceChildren(...[
      text.trim() === "" && this.words.empty(),
      ...cheers.map((group) => this.#cheer(group)),
      open && card(open, this.#tell(open, view), this.deeds),
      folded && this.#row(folded),
      more.length > 0 && this.#more(more),
      answered > 0 && this.#undo(),
    ].filter(Boolean));
    // Where the keyboard was is gone: the open card is the nearest thing.
    if (held && !this.#holdsFocus()) {
      this.#focus(".card, .row, button");
    }
  }

  /** @param {Group} group @param {View} view */
  #tell({ findings: [lead] }, view) {
    const principle = this.told.principle(lead);
    const { id, wordings } = principle;
    const turn = this.wordings.pick(id, lead.fingerprint, wordings.length);
    return {
      principle,
      signal: this.told.signal(lead),
      pack: this.told.pack(lead.pack),
      irrelevant: this.words.irrelevant,
      brief: this.words.brief,
      wording: wordings[turn] ?? "",
      words: ({ start, end }) => view.text.slice(start, end),
    };
  }

  /** @param {Group} group */
  #row({ principle, level, findings: [lead] }) {
    const { title, question } = this.told.principle(lead);
    return make("button.row", {
      type: "button", "aria-expanded": "false", data: { level, principle },
      click: () => {
        this.session.touch(principle);
        this.#focus(".card");
      },
    },
    eyebrow(level),
    make("span.row-title", {}, title),
    question && make("span.row-question", {}, question));
  }

  /** @param {Group[]} groups */
  #more(groups) {
    const details = make("details.more", {
      open: this.#moreOpen,
      toggle: () => { this.#moreOpen = details.open; },
    },
    make("summary", {}, groups.length === 1
      ? "One more thought" : `${groups.length} more thoughts`),
    groups.map((group) => this.#row(group)));
    return details;
  }

  /** What was good about it, in the words of each signal.
      @param {Group} group */
  #cheer({ findings }) {
    const [lead] = findings;
    const principle = this.told.principle(lead);
    const titles = findings.map((one) => this.told.signal(one)?.title);
    const { wordings, question } = principle;
    const named = [...new Set(titles.filter(Boolean))].join(", ");
    return make("details.cheer", {},
      make("summary", {}, make("span", { "aria-hidden": "true" }, "♡ "),
        sentence(named || principle.title)),
      make("p", {}, wordings[0]),
      question && make("p.question", {}, question));
  }

  #undo() {
    return make("p.undo", {}, this.words.undo,
      make("button.words", {
        type: "button", click: () => this.session.undo(),
      }, "Undo"));
  }
}

/** What the drawing depends on: not where spans are. @param {View} view */
function signature({ open, folded, more, cheers, answered, text }) {
  const inside = (group) => group && [
    group.principle, group.level,
    group.findings.map(({ fingerprint, evidence, lines }) =>
      [fingerprint, lines, evidence.map((part) => [
        part.class, part.end - part.start])]),
  ];
  const outside = (group) => group && [group.principle, group.level];
  return JSON.stringify([
    inside(open), outside(folded), more.map(outside),
    cheers.map(({ findings }) => findings.map(({ signal }) => signal)), answered,
    text.trim() === "",
  ]);
}
