/* One draft being written: text in, a view of what to show out. Knows nothing
   of pages. One check is in flight at a time; what is typed meanwhile moves
   the marks it has (or loses them) and is checked next. */
import { choose, foldKey } from "./choose.mjs";
import { findEdit, shiftFinding } from "./shift.mjs";
import { touchesCaretWord } from "./segments.mjs";

/** @typedef {import("./dismiss.mjs").Marked} Marked */
/** What the state light says: nothing to read, reading, read, read in part,
    started again after a fault, unable to check at all.
    @typedef {"empty" | "checking" | "read" | "part" | "restarted" | "cannot"}
      Light */
/** @typedef {{text: string, light: Light, paused: boolean, answered: number,
      marks: Marked[]} & import("./choose.mjs").Choice} View */

/** Quiet after the last key that counts as a pause for thought. */
export const PAUSE_MS = 900;

/** The same finding, of the draft as it is and as it was a moment ago.
    @param {Marked} before @param {Marked} now */
const isSame = (before, now) => before.signal === now.signal &&
  before.principle === now.principle && before.pack === now.pack &&
  before.start < now.end && now.start < before.end;

export class Session {
  #findings = [];
  /** @type {Marked[]} what was marked last */
  #shown = [];
  #light = /** @type {Light} */ ("empty");
  #stale = false;
  #timer;
  #touched = null;
  #opened = null;
  #foldedAway = new Set();
  #composing = false;

  /** @param {object} parts
      @param {(text: string, setting: string, kind: string) =>
        Promise<import("../engine/engine.mjs").Result>} parts.check
      @param {() => string} parts.setting asked at every check
      @param {import("./dismiss.mjs").Dismissals} parts.dismissals
      @param {(view: View) => void} parts.show
      @param {{after?: any, cancel?: any}} [parts.clock] */
  constructor({ check, setting, dismissals, show, clock = {} }) {
    this.check = check;
    this.setting = setting;
    this.dismissals = dismissals;
    this.show = show;
    this.after = clock.after ?? ((what, ms) => setTimeout(what, ms));
    this.cancel = clock.cancel ?? ((timer) => clearTimeout(timer));
    this.text = "";
    this.caret = null;
    this.kind = "plain";
    this.paused = true;
    /** whether a check is away */
    this.busy = false;
  }

  /** The person wrote, or something was put in.
      @param {string} text @param {number | null} caret null: not typing, as
        after a paste or a sample; there is no half word then */
  write(text, caret = null) {
    const edit = findEdit(this.text, text);
    this.caret = caret;
    // Not typed, and known already: there is no half word to wait for.
    if (!edit && caret === null) this.rest();
    if (!edit) return;
    this.text = text;
    this.#findings = this.#findings
      .map((finding) => shiftFinding(finding, edit))
      .filter((finding) => finding !== null);
    this.#shown = this.#shown.map((finding) => shiftFinding(finding, edit))
      .filter((finding) => finding !== null);
    this.dismissals.shift(edit);
    if (text.trim() === "") this.#forget();
    this.#startPause(caret !== null);
    this.again();
  }

  #forget() {
    this.#findings = [];
    this.#shown = [];
    this.#touched = null;
    this.#opened = null;
    this.#foldedAway.clear();
  }

  #startPause(typing) {
    this.cancel(this.#timer);
    this.paused = !typing;
    if (!typing || this.#composing) return;
    this.#timer = this.after(() => this.rest(), PAUSE_MS);
  }

  /** A key, though nobody has read yet what it did: this is no pause. */
  typing() {
    if (!this.paused) this.#startPause(true);
  }

  /** An input method is at work: that is no pause, however long it takes.
      @param {boolean} on */
  composing(on) {
    this.#composing = on;
    this.#startPause(true);
  }

  /** The person paused, or asks to be told now. */
  rest() {
    this.cancel(this.#timer);
    this.paused = true;
    this.#tell();
  }

  /** Checks once more: the text, the setting or the packs have changed. */
  again() {
    if (this.#light === "cannot") return this.#tell();
    if (this.text.trim() === "") {
      this.#light = "empty";
      this.#stale = false;
      return this.#tell();
    }
    this.#light = "checking";
    this.#stale = true;
    this.#tell();
    if (!this.busy) this.#run();
  }

  /** The engine cannot be had here. */
  cannot() {
    this.#light = "cannot";
    this.#findings = [];
    this.#tell();
  }

  /** The engine may be had again: what comes next is checked. */
  revive() {
    if (this.#light === "cannot") this.#light = "empty";
  }

  async #run() {
    this.busy = true;
    while (this.#stale && this.#light !== "cannot") {
      this.#stale = false;
      await this.#once(this.text);
    }
    this.busy = false;
  }

  async #once(text) {
    if (text.trim() === "") return;
    try {
      const result = await this.check(text, this.setting(), this.kind);
      const findings = await Promise.all(
        result.findings.map((one) => this.dismissals.mark(text, one)));
      this.#take(text, result, findings);
    } catch {
      this.cannot();
    }
  }

  /** An answer about a text that has moved on is carried over the edit. */
  #take(text, result, findings) {
    const edit = findEdit(text, this.text);
    if (this.text.trim() === "") return;
    this.#findings = edit
      ? findings.map((one) => shiftFinding(one, edit)).filter(Boolean)
      : findings;
    if (this.#stale) return this.#tell();
    if (result.restarted) this.#light = "restarted";
    else this.#light = result.complete ? "read" : "part";
    this.#tell();
  }

  /** Opens the card of a principle. @param {string} principle */
  touch(principle) {
    this.#touched = principle;
    this.#tell();
  }

  /** Folds an open card; it stays so until it gets more pressing.
      @param {import("./choose.mjs").Group} group */
  fold(group) {
    this.#foldedAway.add(foldKey(group));
    this.#touched = null;
    this.#opened = null;
    this.#tell();
  }

  /** @param {number} offset in the text
      @returns {Marked | undefined} the mark that is there, most pressing first */
  at(offset) {
    return this.#live().find(({ start, end, level }) =>
      level !== "cheer" && start <= offset && offset <= end);
  }

  /** @param {"keep" | "irrelevant"} answer @param {Marked[]} findings */
  answer(answer, findings) {
    this.dismissals[answer](findings);
    this.#touched = null;
    this.#opened = null;
    this.#tell();
  }

  undo() {
    this.dismissals.undo();
    this.#tell();
  }

  #live() {
    return this.#findings.filter((one) => !this.dismissals.covers(one));
  }

  /** Half a word is no evidence: while the caret stands in a word that a
      finding goes by, the finding is shown as it was before that word, or not
      at all. And a new question, which a word more may answer, waits for a
      pause. @param {Marked} one @returns {Marked | null} */
  #finished(one) {
    if (this.paused || this.caret === null) return one;
    const half = one.level === "ask" || [one, ...(one.evidence ?? [])].some(
      (part) => touchesCaretWord(this.text, this.caret, part));
    if (!half) return one;
    const shown = this.#shown.filter((before) => !this.dismissals.covers(before));
    // What a principle says twice of the same words is told once: a finding
    // that half a word makes may stand for the one that was there before.
    return shown.find((before) => isSame(before, one)) ??
      shown.find((before) => before.principle === one.principle &&
        before.start < one.end && one.start < before.end) ?? null;
  }

  /** Until the answer is there, what was marked and is whole stays.
      @param {Marked[]} live */
  #marks(live) {
    const marks = live.filter((one) => one.level !== "cheer")
      .map((one) => this.#finished(one)).filter((one) => one !== null);
    if (this.#light !== "checking") return marks;
    const others = this.#shown.filter((before) =>
      !marks.some((one) => isSame(before, one)) &&
      !this.dismissals.covers(before));
    return [...marks, ...others];
  }

  #tell() {
    const live = this.#live();
    const choice = choose(live, {
      touched: this.#touched, opened: this.#opened, paused: this.paused,
      foldedAway: this.#foldedAway,
    });
    this.#opened = choice.open?.principle ?? null;
    if (this.#touched !== this.#opened) this.#touched = null;
    this.#shown = this.#marks(live);
    this.show({
      ...choice,
      text: this.text,
      light: this.#light,
      paused: this.paused,
      answered: this.text.trim() === "" ? 0 : this.dismissals.answers.length,
      marks: this.#shown,
    });
  }
}
