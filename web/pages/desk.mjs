/* The checking component: a field with its marks, the state light and the
   reminders beside it, joined to an engine. Every page that checks a draft
   uses it: the offline page with its own elements, the teaching pages with
   those of drawDesk. */
import { Dismissals } from "../core/dismiss.mjs";
import { Session } from "../core/session.mjs";
import { Wordings, dayNumber } from "../core/wording.mjs";
import { Mirror } from "../field/mirror.mjs";
import { make } from "./make.mjs";
import { Reminders } from "./reminders.mjs";

/** @typedef {object} Parts
    @property {HTMLTextAreaElement} field
    @property {HTMLElement} mirror lies under the field, for the marks
    @property {HTMLElement} panel where cards go
    @property {HTMLElement} state the state light
    @property {HTMLElement} live read out, politely */

export class Desk {
  /** @param {Parts} parts
      @param {object} joined
      @param {(text: string, setting: string, kind: string) => Promise<any>}
        joined.check
      @param {() => string} joined.setting asked at every check
      @param {(words: string, button: HTMLElement) => void} joined.copy
      @param {(principle: string) => void} joined.read
      @param {(text: string) => void} [joined.changed] the text, by whatever
        hand */
  constructor(parts, { check, setting, copy, read, changed = () => {} }) {
    const { field, live } = parts;
    this.field = field;
    this.state = parts.state;
    this.live = live;
    this.mirror = new Mirror(field, parts.mirror);
    this.session = new Session({
      check, setting,
      dismissals: new Dismissals(crypto.subtle,
        crypto.getRandomValues(new Uint8Array(32))),
      show: (view) => {
        this.mirror.draw(drawn(view));
        this.reminders.show(view);
        changed(view.text);
      },
    });
    this.reminders = new Reminders({
      ...parts, session: this.session,
      wordings: new Wordings(dayNumber(new Date())),
      deeds: {
        showMe: ({ start, end }) => this.mirror.reveal(start, end),
        use: ({ start, end }, words) => this.mirror.replace(start, end, words),
        copy, read,
        back: () => field.focus(),
      },
    });
    this.#listen();
  }

  #listen() {
    const { field, session } = this;
    field.addEventListener("input", (event) => {
      // Pasting and dropping are whole thoughts, not half words.
      const kind = /** @type {InputEvent} */ (event).inputType ?? "";
      const whole = /^insertFrom(Paste|Drop)|^history/.test(kind);
      session.write(field.value, whole ? null : field.selectionStart);
    });
    field.addEventListener("click", () => {
      if (field.selectionStart !== field.selectionEnd) return;
      const mark = session.at(field.selectionStart);
      if (mark) session.touch(mark.principle);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      session.rest();
      if (!this.reminders.enter()) this.live.textContent = this.state.textContent;
    });
  }

  /** @param {{packs: any[], principles: any[]}} packs */
  know(packs) {
    this.reminders.know(packs);
    this.session.again();
  }

  /** Puts a text in, so that the person can undo it. @param {string} text */
  put(text) {
    this.mirror.replace(0, this.field.value.length, text);
    this.session.write(this.field.value);
    this.session.again();
  }

  /** The text a desk begins with: nobody's focus moves. @param {string} text */
  begin(text) {
    this.field.value = text;
    this.session.write(text);
  }
}

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

let desks = 0;

/** The elements of a desk, for pages that have none.
    @param {{label: string, placeholder?: string}} words
    @returns {Parts & {sheet: HTMLElement, line: HTMLElement}} `sheet` is the
      field with its mirror, `line` the state light and what is read out */
export function drawDesk({ label, placeholder = "" }) {
  const name = `desk-${(desks += 1)}`;
  const field = make("textarea.draft", { id: name, dir: "auto",
    "aria-label": label });
  field.placeholder = placeholder;
  field.spellcheck = false;
  field.autocomplete = "off";
  field.dataset.gramm = "false";
  const mirror = make("div.mirror", { "aria-hidden": "true", dir: "auto" });
  const state = make("span.state", { data: { light: "checking" } });
  const live = make("p.unseen", { "aria-live": "polite" });
  return {
    field, mirror, state, live,
    panel: make("div.panel"),
    sheet: make("div.frame", {}, make("div.sheet", {}, mirror, field)),
    line: make("div.state-line", {}, state, live),
  };
}
