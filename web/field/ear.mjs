/* Listens to one field while it has the person's attention, and says what is
   in it when they have stopped for a moment. At rest nothing runs: every timer
   here ends within a second of the last key. */

/** Quiet after a key before we read, and the longest we let somebody type on
    without reading. Longer drafts are read a little less often. In ms. */
const SOON = 250;
const LONGEST = 2000;
const PER_UNIT = 1 / 500;

const WHOLE = /^insertFrom(Paste|Drop)|^history|^insertReplacement/;

export class Ear {
  #timer = null;
  #since = 0;
  #composing = false;
  #held = false;
  #typing = false;
  #undo = [];

  /** @param {any} field PlainField or RichField
      @param {{heard: (text: string, caret: number | null) => void,
        typing: () => void, composing: (on: boolean) => void}} say */
  constructor(field, say) {
    this.field = field;
    this.say = say;
    const { element } = field;
    this.#on(element, "input", (event) => this.#input(event));
    this.#on(element, "compositionstart", () => this.#compose(true));
    this.#on(element, "compositionend", () => this.#compose(false));
    this.#watch(element);
  }

  #on(target, kind, does, capture = false) {
    const how = { capture, passive: true };
    target.addEventListener(kind, does, how);
    this.#undo.push(() => target.removeEventListener(kind, does, how));
  }

  #watch(element) {
    // Some editors (Slate) cancel the input event: what changed is on the page.
    // A plain field changes nothing there, and is only listened to.
    if (this.field.kind === "plain") return;
    const changed = new MutationObserver(() => this.#stir(this.#typing));
    changed.observe(element,
      { characterData: true, childList: true, subtree: true });
    this.#undo.push(() => changed.disconnect());
    this.#on(element, "beforeinput", (event) => {
      this.#typing = !WHOLE.test(event.inputType);
    });
  }

  /** What an input method has not finished yet is nobody's word. */
  #compose(on) {
    this.#composing = on;
    clearTimeout(this.#timer);
    this.#timer = null;
    this.say.composing(on);
    if (!on) this.#stir(true);
  }

  #input({ inputType = "", isComposing = false }) {
    // We may have come when it had begun.
    if (isComposing && !this.#composing) this.#compose(true);
    this.#typing = !WHOLE.test(inputType);
    this.#stir(this.#typing);
  }

  /** Something may have changed. */
  #stir(typing) {
    if (this.#composing || this.#held) return;
    if (typing) this.say.typing();
    const now = performance.now();
    if (this.#timer === null) this.#since = now;
    else clearTimeout(this.#timer);
    const usual = SOON + this.field.text.length * PER_UNIT;
    const left = LONGEST + usual - (now - this.#since);
    this.#timer = setTimeout(() => this.#read(typing),
      Math.max(0, Math.min(usual, left)));
  }

  #read(typing) {
    this.#timer = null;
    const text = this.field.read();
    this.say.heard(text, typing ? this.field.caret() : null);
  }

  /** Hears nothing until it is told to read. */
  hold() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#held = true;
  }

  /** Reads at once, and listens on. */
  now() {
    clearTimeout(this.#timer);
    this.#held = false;
    // What was written meanwhile was not typed.
    this.#typing = false;
    this.#read(false);
  }

  stop() {
    this.#held = true;
    clearTimeout(this.#timer);
    for (const undo of this.#undo) undo();
  }
}
