/* What is seen of Earshot on a page: the light, and the card when there is
   something to say or the person asks. */
import { SHADOW } from "earshot:build";
import css from "earshot:style";
import { Follow, boxOf } from "../../field/follow.mjs";
import { Layer } from "../../field/layer.mjs";
import { Light } from "../../field/light.mjs";
import { boxesOf, buttonsAround } from "../../field/around.mjs";
import { placeCard } from "../../field/place.mjs";
import { Room } from "../../field/room.mjs";
import { make } from "../../pages/make.mjs";
import { Reminders } from "../../pages/reminders.mjs";
import { deeds } from "./deeds.mjs";

const WORDS = {
  empty: () => null,
  undo: "Your answer is kept. ",
  keys: "Alt, Shift and E",
  irrelevant: "This kind of reminder stays away on this site",
  brief: true,
};

/** Room for little more than a title and the answers, and a window (a frame's)
    that has room for one line of ours; in CSS pixels. */
const TIGHT = 150;
const STRIP = 110;
/** What a card that fills such a frame leaves around it. */
const EDGE = 2;

export class Panel {
  /** by the field: its light, its marks @type {Layer | null} */
  layer = null;
  /** where the card is: the same, or one in the page around our frame
      @type {Layer | null} */
  #stage = null;
  #room = new Room();
  shown = { light: "off", line: "" };
  #element = null;
  #reminders = null;
  #asked = false;
  /** whether the key that closed the card is still down */
  #escaping = false;
  /** the text that the note is about */
  #toldOf = "";
  #view = null;
  /** @type {Follow[]} */
  #follow = [];
  #stop = [];
  /** of the page, around the field, and around each frame that it is in */
  #buttons = [];
  #outer = [];
  /** where the card is, as field/place.mjs names it */
  #spot = "";

  /** @param {import("./desk.mjs").Desk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  #build() {
    this.layer = new Layer({ mode: SHADOW, css });
    this.#stage = this.#room.frame
      ? new Layer({ mode: SHADOW, css, frame: this.#room.frame }) : this.layer;
    this.state = make("p.state", { id: "state" });
    this.list = make("div.panel");
    this.note = make("p.note", { hidden: true });
    this.grow = make("button.grow", {
      type: "button", "aria-expanded": "false",
      click: () => this.#fill(this.grow.ariaExpanded !== "true"),
    }, "More");
    this.card = make("section.float", {
      "aria-label": "Earshot’s reminders", hidden: true,
    }, this.note, this.list, this.state, this.grow);
    // Two, so that neither talks over the other.
    this.live = make("p.unseen", { "aria-live": "polite" });
    this.aside = make("p.unseen", { "aria-live": "polite" });
    // Before the card, which may come to lie over it.
    this.lamp = new Light(this.layer.skin, () => this.#toggle());
    this.#stage.skin.append(this.card, this.live, this.aside);
    // Told when it opens and when what is in it changes. Placed with the next
    // frame: a size that is set in here would be an error on the page.
    const sized = new ResizeObserver(() => this.#follow[0]?.stir());
    for (const part of [this.card, this.list, this.note]) sized.observe(part);
    for (const part of [this.card, this.lamp.button]) {
      keepToUs(part);
      part.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.#escape(event);
      });
    }
  }

  /** Puts the layer on the page for a field. @param {Element} element */
  stand(element) {
    if (!this.layer) this.#build();
    this.layer.forgive();
    this.#stage.forgive();
    if (!this.#appear(element)) return false;
    for (const one of this.#room.documents) {
      this.#listen(one, "pointerdown", (event) => this.#elsewhere(event));
    }
    // A frame that goes leaves nothing of ours in the page around it.
    this.#listen(window, "pagehide", () => this.#stage.hide());
    this.follow(element);
    return true;
  }

  /** @param {Element} element @returns {boolean} whether all could be shown */
  #appear(element) {
    return this.layer.show(element) && (this.#stage === this.layer ||
      this.#stage.show(this.#room.holder(element)));
  }

  /** Whether an event is for us. @param {Event} event */
  holds(event) {
    return Boolean(this.layer?.holds(event) || this.#stage?.holds(event));
  }

  /** Light and card stand by this part of the field. @param {Element} element */
  follow(element) {
    if (element !== this.#element || this.#follow.length === 0) {
      for (const one of this.#follow) one.stop();
      this.#element = element;
      this.#buttons = buttonsAround(element);
      this.#follow = [element, ...this.#room.nest].map((one) =>
        new Follow(one, () => this.desk.moved()));
    }
    this.move();
  }

  /** Whether all still stands where the field is: pages move fields about. */
  get stands() {
    return Boolean(this.#element && this.layer?.standsFor(this.#element) &&
      this.#stage.standsFor(this.#room.holder(this.#element)));
  }

  #listen(target, kind, does) {
    target.addEventListener(kind, does, true);
    this.#stop.push(() => target.removeEventListener(kind, does, true));
  }

  /** @param {import("../../core/session.mjs").Session} session
      @param {any} field */
  serve(session, field) {
    this.#reminders = new Reminders({
      panel: this.list, state: this.state, live: this.live, session,
      wordings: this.desk.wordings, words: WORDS,
      deeds: deeds(this.desk, field),
    });
    this.#listen(window, "click", (event) => this.#touch(event, session));
    this.#listen(window, "keydown", (event) => this.#key(event));
    this.#listen(window, "keyup", (event) => this.#keyUp(event));
  }

  /** @param {any} light @param {string} line @param {number} [count] */
  light(light, line, count = 0) {
    const shown = count > 0 && light === "none" ? "some" : light;
    this.shown = { light: shown, line };
    this.lamp.say(shown, line, count);
  }

  /** @param {import("../../core/session.mjs").View} view */
  show(view) {
    if (!this.#reminders) return;
    // Typing on is an answer too.
    if (!view.paused && !this.#holdsFocus()) this.#asked = false;
    if (view.text !== this.#toldOf) this.note.hidden = true;
    this.#view = view;
    this.#reminders.told = this.desk.words.told;
    this.#reminders.show(view);
    this.#draw();
  }

  /** In a frame of two or three lines the card may take all of it.
      @param {boolean} on */
  #fill(on) {
    this.grow.ariaExpanded = String(on);
    this.grow.textContent = on ? "Less" : "More";
    this.#follow[0]?.stir();
  }

  #holdsFocus() {
    return this.card.contains(this.#stage.focused);
  }

  #draw() {
    const opens = Boolean(this.#view?.open) || this.#asked;
    if (this.card.hidden === !opens) return;
    this.card.hidden = !opens;
    // Not seen before it has its place.
    this.card.style.opacity = "0";
    this.#spot = "";
    this.#fill(false);
    if (opens) {
      this.#buttons = buttonsAround(this.#element);
      this.#outer = this.#room.nest.map(buttonsAround);
    }
    this.lamp.button.ariaExpanded = String(opens);
  }

  /** Everything to its place again. */
  move() {
    if (!this.#element || !this.layer) return;
    if (this.desk.gone) return this.desk.close();
    if (!(this.layer.stands && this.#stage.stands) &&
      !this.#appear(this.#element)) return;
    const box = boxOf(this.#element);
    const style = getComputedStyle(this.#element);
    const buttons = boxesOf(this.#buttons, box);
    this.lamp.move(box, style.direction === "rtl",
      this.#element.localName === "textarea" && style.resize !== "none", buttons);
    if (this.card.hidden) return;
    this.#place(box, buttons);
  }

  /** @param {DOMRect} field @param {DOMRect[]} buttons */
  #place(field, buttons) {
    const lead = this.#view?.open?.findings[0];
    const words = lead && this.desk.rects(lead.start, lead.end)[0];
    const caret = this.desk.caretBox();
    const room = this.#room;
    const scene = {
      field: room.out(field),
      buttons: [...buttons.map((one) => room.out(one)), ...this.#around()],
      words: words ? room.out(words) : null,
      caret: caret && room.out(caret),
    };
    const { offsetWidth: width, offsetHeight, clientHeight, scrollHeight } =
      this.card;
    const height = scrollHeight + offsetHeight - clientHeight;
    const view = room.box;
    const spot = placeCard(scene, { width, height }, view, this.#spot);
    this.#spot = spot.name;
    const little = view.bottom - view.top < STRIP;
    const full = little && this.grow.ariaExpanded === "true";
    this.card.classList.toggle("little", little);
    this.card.classList.toggle("full", full);
    this.card.classList.toggle("strip", little && !full);
    this.card.classList.toggle("tight", !little && spot.height < TIGHT);
    const { left, top, height: high } = full ? { left: spot.left,
      top: view.top + EDGE, height: view.bottom - view.top - 2 * EDGE } : spot;
    this.card.style.maxHeight = `${Math.floor(high)}px`;
    this.card.style.opacity = "";
    this.card.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }

  /** The buttons around the frames that we are in.
      @returns {import("../../field/room.mjs").Box[]} */
  #around() {
    const { nest } = this.#room;
    return nest.flatMap((frame, n) =>
      boxesOf(this.#outer[n], frame.getBoundingClientRect())
        .map((one) => this.#room.out(one, nest.slice(n + 1))));
  }

  #asks(on) {
    this.#asked = on;
    if (!on) this.note.hidden = true;
    this.#draw();
  }

  /** The card stays, though nothing in it opens by itself. */
  stay() {
    this.#asks(true);
  }

  /** What came of something the person did, and the way back.
      @param {string} words @param {() => void} [undo] */
  tell(words, undo) {
    this.note.replaceChildren(words, ...(undo ? [make("button.words",
      { type: "button", click: undo }, "Undo")] : []));
    this.note.hidden = false;
    this.#toldOf = this.desk.field.text;
    this.aside.textContent = words;
    this.stay();
  }

  #toggle() {
    if (!this.#reminders) return;
    if (!this.card.hidden) return this.#away();
    this.#asks(true);
  }

  /** Folds the open card and closes. */
  #away() {
    this.#asked = false;
    const { open } = this.#view ?? {};
    if (open) this.desk.session.fold(open);
    else this.#draw();
  }

  #escape(event) {
    event.preventDefault();
    event.stopPropagation();
    this.#escaping = true;
    this.#away();
    this.back();
  }

  /** The key that closed the card comes up where the person writes, and would
      close the page's own dialog with the draft in it (Mastodon). */
  #keyUp(event) {
    if (this.#escaping && event.key === "Escape") event.stopImmediatePropagation();
    this.#escaping = false;
  }

  /** The keyboard goes to the card, and comes back by Escape. */
  enter() {
    if (!this.#reminders) return;
    this.back = this.desk.field.remember();
    this.desk.session.rest();
    this.#asks(true);
    if (this.#reminders.enter()) return;
    this.live.textContent = this.shown.line;
    this.lamp.button.focus();
  }

  /** Where the focus was before. */
  back = () => {};

  #key(event) {
    if (event.code === "KeyE" && event.altKey && event.shiftKey &&
      !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.enter();
    }
  }

  /** A click on marked words opens their card. */
  #touch(event, session) {
    if (!this.#view || this.holds(event)) return;
    const { clientX: x, clientY: y } = event;
    const on = ({ left, right, top, bottom }) =>
      left <= x && x <= right && top <= y && y <= bottom + 3;
    const mark = this.#view.marks.find(({ start, end }) =>
      this.desk.rects(start, end).some(on));
    if (mark) session.touch(mark.principle);
  }

  /** A press elsewhere puts away what was asked for. */
  #elsewhere(event) {
    if (this.holds(event)) return;
    if (this.shown.light === "stale" &&
      !event.composedPath().includes(this.#element)) this.desk.close();
    else if (this.#asked) this.#asks(false);
  }

  leave() {
    for (const one of this.#follow.splice(0)) one.stop();
    for (const stop of this.#stop.splice(0)) stop();
    this.#element = null;
    this.#reminders = null;
    this.#view = null;
    this.#asked = false;
    if (!this.layer) return;
    this.card.hidden = true;
    this.list.replaceChildren();
    this.note.hidden = true;
    this.live.textContent = "";
    this.aside.textContent = "";
    this.layer.hide();
    this.#stage.hide();
  }
}

const PRESSES = ["pointerdown", "pointerup", "mousedown", "mouseup", "click",
  "dblclick", "touchstart", "touchend", "keydown", "keyup", "keypress"];

/** A press on what is ours leaves the focus where the person writes, and is not
    the page's to forbid: editors do, and nothing would unfold or be ticked.
    @param {HTMLElement} part */
function keepToUs(part) {
  for (const kind of PRESSES) {
    part.addEventListener(kind, (event) => event.stopPropagation(),
      { passive: true });
  }
  part.addEventListener("mousedown", (event) => event.preventDefault());
}
