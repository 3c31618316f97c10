/* One field at a time: reads it, lets the session check it, and shows marks,
   light and card. Everything that belongs to the page's side of Earshot hangs
   together here; the parts know nothing of each other. */
import { Session } from "../../core/session.mjs";
import { Wordings, dayNumber } from "../../core/wording.mjs";
import { drawingOf } from "../../field/find.mjs";
import { PlainField } from "../../field/plain.mjs";
import { RichField } from "../../field/rich.mjs";
import { Marks } from "../../field/mark.mjs";
import { Ear } from "../../field/ear.mjs";
import { stateLine } from "../../pages/state.mjs";
import { ASK } from "../messages.mjs";
import { Answers } from "./answers.mjs";
import { Orphaned, ask } from "./link.mjs";
import { Panel } from "./panel.mjs";
import { Words } from "./words.mjs";

const OFF = {
  site: "off on this site. Nothing here is checked.",
  now: "off for now. Nothing here is checked.",
};
const LINES = {
  ready: "ready when you are.",
  small: "cannot check here: this field shows its text as a drawing.",
  stale: "was updated. Reload the page to have it check here again.",
};

export class Desk {
  #found = null;
  #field = null;
  #marks = null;
  #ear = null;
  #session = null;
  #view = null;
  #here = null;
  /** whether we change the text just now */
  #writing = false;

  /** what this frame calls itself */
  name = String(Math.random());

  constructor() {
    this.words = new Words();
    this.wordings = new Wordings(dayNumber(new Date()));
    /** drafts that were begun, by their field: coming back finds the answers */
    this.sessions = new WeakMap();
    this.panel = new Panel(this);
  }

  get session() {
    return this.#session;
  }

  get field() {
    return this.#field;
  }

  get view() {
    return this.#view;
  }

  /** Whether the page has taken the field away. */
  get gone() {
    return this.#found !== null && !this.#found.element.isConnected;
  }

  /** A field has the focus. @param {import("../../field/find.mjs").Found} found */
  async open(found) {
    // Editors move the focus about when they are told of a paste.
    if (this.#writing) return;
    if (this.#found?.element === found.element && this.panel.stands) {
      this.#found.at = found.at;
      return this.panel.follow(found.at);
    }
    this.close();
    this.#found = found;
    try {
      this.#here = await ask(ASK.here);
    } catch (fault) {
      return this.fail(fault);
    }
    if (this.#found !== found || this.#here.off === "everywhere") return;
    if (!this.panel.stand(found.at)) return;
    if (this.#here.off) return this.panel.light("off", OFF[this.#here.off]);
    ask(ASK.wake, { by: this.name }).catch((fault) => this.fail(fault));
    this.#begin(found);
  }

  /** A field that only catches keys. @param {Element} element */
  async cannot(element) {
    if (this.#writing) return;
    this.close();
    const at = drawingOf(element);
    this.#found = { kind: "plain", element: at, at };
    if (this.panel.stand(at)) this.panel.light("cannot", LINES.small);
  }

  #begin({ kind, element, at }) {
    this.#field = kind === "plain" ? new PlainField(element)
      : new RichField(element, element !== at);
    this.#marks = new Marks(this.#field, this.panel.layer);
    const before = this.sessions.get(element);
    this.#session = before ?? this.#newSession();
    this.sessions.set(element, this.#session);
    this.panel.serve(this.#session, this.#field);
    this.#ear = new Ear(this.#field, {
      heard: (text, caret) => {
        this.#session.revive();
        this.#session.write(text, caret);
      },
      typing: () => this.#session.typing(),
      composing: (on) => this.#session.composing(on),
    });
    this.panel.light("empty", LINES.ready);
    const text = this.#field.read();
    if (before) this.#session.again();
    this.#session.write(text, null);
  }

  #newSession() {
    const session = new Session({
      check: async (text, _, kind) => {
        try {
          const result = await ask(ASK.check, { text, kind });
          await this.words.learn(result.findings);
          return result;
        } catch (fault) {
          if (session === this.#session) this.fail(fault);
          throw fault;
        }
      },
      setting: () => "",
      dismissals: new Answers((fault) => this.fail(fault)),
      show: (view) => {
        if (session === this.#session) this.#show(view);
      },
    });
    return session;
  }

  #show(view) {
    this.#view = view;
    // What the page shows is newer: the ear will tell, and we draw then.
    if (view.text === this.#field.text) this.#marks.draw(drawn(view));
    const { light, text } = stateLine(view);
    this.panel.light(light, light === "empty" ? LINES.ready : text, view.count);
    this.panel.show(view);
  }

  /** A question to the background came to nothing. @param {any} fault */
  fail(fault) {
    if (!(fault instanceof Orphaned)) return this.#session?.cannot();
    const { at } = this.#found ?? {};
    this.close();
    this.orphaned?.();
    if (!at?.isConnected || !this.panel.stand(at)) return;
    this.#found = { kind: "plain", element: at, at };
    this.panel.light("stale", LINES.stale);
  }

  /** Settings have changed somewhere. */
  async changed() {
    const found = this.#found;
    if (!found) return;
    const before = this.#here?.off ?? null;
    try {
      this.#here = await ask(ASK.here);
    } catch (fault) {
      return this.fail(fault);
    }
    if (found !== this.#found) return;
    if (this.#here.off === before && this.#session) return this.#session.again();
    this.#found = null;
    this.open(found);
  }

  /** We change the text ourselves: not as somebody who types.
      @template T @param {() => Promise<T>} change @returns {Promise<T>} */
  async writing(change) {
    const ear = this.#ear;
    ear?.hold();
    this.#writing = true;
    try {
      return await change();
    } finally {
      this.#writing = false;
      ear?.now();
      this.wrote?.();
    }
  }

  /** Somebody writes in a frame of this page: one field at a time.
      @param {string} by its name */
  elsewhere(by) {
    if (by === this.name || !this.#found) return;
    // Said of a while ago, when the keyboard is here again.
    const { element } = this.#found;
    if (document.hasFocus() &&
      element.contains(element.getRootNode().activeElement)) return;
    this.close();
  }

  moved() {
    if (this.gone) return this.close();
    this.#marks?.moved();
    this.panel.move();
  }

  /** Where words stand in the window. */
  rects(start, end) {
    return this.#marks?.rects(start, end) ?? [];
  }

  /** Where the person writes: the character before the caret.
      @returns {DOMRect | null} */
  caretBox() {
    const caret = this.#field?.caret() ?? null;
    if (caret === null) return null;
    return this.rects(Math.max(0, caret - 1), Math.max(1, caret)).at(-1) ?? null;
  }

  /** @returns {import("../messages.mjs").Status | null} */
  status() {
    if (!this.#found) return null;
    const view = this.#view;
    const groups = view ? [view.open, view.folded, ...view.more].filter(Boolean)
      : [];
    return {
      light: this.panel.shown.light, line: this.panel.shown.line,
      count: view?.count ?? 0, host: this.#here?.host ?? "",
      field: this.#field?.kind ?? null,
      groups: groups.map(({ principle, level, findings }) => ({
        principle, level, count: findings.length,
        title: this.words.told.principle(findings[0]).title,
      })),
    };
  }

  close() {
    this.#ear?.stop();
    this.#marks?.clear();
    this.panel.leave();
    this.#found = null;
    this.#field = null;
    this.#marks = null;
    this.#ear = null;
    this.#session = null;
    this.#view = null;
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
