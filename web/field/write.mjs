/* Puts words in place of others, in fields that belong to somebody else. It is
   the person's text, so: only when they asked, by ways that keep their undo,
   read again afterwards, and taken back when it came out wrong.

   The order of ways was measured over thirty editors. Firefox tells editors
   about execCommand, Chromium does not: there, editors are told as if by a
   keyboard first. Most others live on the browser's own editing, and some put a
   paste elsewhere or where no undo finds it; but the browser's own editing
   breaks what some (Draft.js) have made of several nodes. */

/** Editors read where the caret is some time after it moved. In ms. */
const SETTLE = 150;
/** How long an editor may take to show what it did, and how often we look. */
const PATIENCE = 800;
const LOOK = 40;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Blank lines are told differently by an editor's blocks than by ours. */
const tidy = (text) => text.replace(/\u00a0/g, " ").replace(/[ \t]+$/gm, "")
  .replace(/\n+/g, "\n").trim();

/** @typedef {"done" | "unchanged" | "wrong"} Outcome `wrong`: something else
      came of it, and could not be taken back */

/** @param {any} field PlainField or RichField, read just now
    @param {{start: number, end: number, words: string}} change
    @param {{told?: boolean}} [browser] told: whether execCommand is told to
      editors (Firefox) @returns {Promise<Outcome>} */
export async function replace(field, change, { told = false } = {}) {
  const before = field.read();
  const wanted = before.slice(0, change.start) + change.words +
    before.slice(change.end);
  const person = watchKeys(field);
  try {
    if (field.kind === "rich") moved(field, ["keydown", "keyup"]);
    field.select(change.start, change.end);
    if (field.kind === "rich") await wait(SETTLE);
    if (field.read() !== before || person.typed()) return "unchanged";
    return await tryWays(field, { change, before, wanted, told, person });
  } finally {
    person.stop();
  }
}

async function tryWays(field, { change, before, wanted, told, person }) {
  for (const way of waysFor(field, change, told)) {
    const stirs = stirring(field);
    const taken = way(field, change);
    const { after, seen } = await settled(
      field, wanted, () => taken || stirs(), person.typed);
    if (seen) return "done";
    // From here on it is the person's text again, whatever became of ours.
    if (person.typed()) return "unchanged";
    if (tidy(after) !== tidy(before)) {
      if (!await takeBack(field, before)) return "wrong";
      // As it was: the next way may do.
      if (!await again(field, change)) return "unchanged";
      continue;
    }
    // Taken, and yet nothing to see: another try could come on top of it.
    if (taken) return "unchanged";
  }
  return "unchanged";
}

function waysFor(field, change, told) {
  if (field.kind === "plain" || told) return [command];
  return inOneNode(field, change) ? [keyboard, command, paste]
    : [keyboard, paste, command];
}

function inOneNode(field, { start, end }) {
  const range = field.range(start, end);
  return Boolean(range) && range.startContainer === range.endContainer;
}

/** The words are selected once more, after another way was taken back.
    @returns {Promise<boolean>} whether they are there */
async function again(field, { start, end }) {
  const before = field.read();
  field.select(start, end);
  await wait(SETTLE);
  return field.read() === before;
}

/** The browser's own editing. */
function command(field, { words }) {
  const kind = words === "" ? "delete" : "insertText";
  const taken = field.document.execCommand(kind, false, words);
  if (field.kind === "rich") moved(field, ["keyup"]);
  return taken;
}

/** As if the caret had been moved by a key, which is when editors with a history
    of their own (TinyMCE, CKEditor 4) end a step of it: what was typed before is
    one, what we write another. A key that nobody has a use for.
    @param {string[]} ways down and up; up alone where the caret is as we want it */
function moved(field, ways) {
  for (const kind of ways) {
    tell(field, new KeyboardEvent(kind, { key: "Home", code: "Home", keyCode: 36,
      altKey: true, bubbles: true, cancelable: true, composed: true }));
  }
}

/** As if typed: taken when the editor stops the browser from doing it. */
function keyboard(field, { start, end, words }) {
  const range = field.range(start, end);
  if (!range) return false;
  const ranges = [new StaticRange(range)];
  return tell(field, new InputEvent("beforeinput", {
    inputType: words === "" ? "deleteContentBackward" : "insertText",
    data: words === "" ? null : words,
    bubbles: true, cancelable: true, composed: true, targetRanges: ranges,
  }));
}

/** As if pasted. Nothing cannot be pasted. */
function paste(field, { words }) {
  if (words === "") return false;
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", words);
  return tell(field, new ClipboardEvent("paste", {
    clipboardData, bubbles: true, cancelable: true, composed: true,
  }));
}

/** @returns {boolean} whether somebody took it */
function tell(field, event) {
  const at = field.element.ownerDocument.activeElement;
  const target = field.element.contains(at) ? at : field.element;
  return !target.dispatchEvent(event);
}

/** The text once it is as wanted, or time is up; soon, when nobody took it.
    `seen`: it was as wanted, twice (some editors put things right, or wrong, a
    moment later), or once and then the person typed on.
    @param {any} field @param {string} wanted @param {() => boolean} taken
    @param {() => boolean} [typed] */
async function settled(field, wanted, taken, typed = () => false) {
  let times = 0;
  let after = field.read();
  for (let waited = 0; waited < PATIENCE && times < 2; waited += LOOK) {
    if (tidy(after) === tidy(wanted)) times += 1;
    else if (!typed()) times = 0;
    if (typed() || (waited > 2 * LOOK && !taken())) break;
    await wait(LOOK);
    after = field.read();
  }
  return { after, seen: times > 1 || (times > 0 && typed()) };
}

/** Whether the person uses the keyboard meanwhile: what they type is never
    taken back. */
function watchKeys({ document }) {
  let typed = false;
  const heard = ({ isTrusted, key }) => {
    if (isTrusted && !/^(Control|Shift|Alt|Meta)$/.test(key)) typed = true;
  };
  document.addEventListener("keydown", heard, true);
  return {
    typed: () => typed,
    stop: () => document.removeEventListener("keydown", heard, true),
  };
}

/** Whether anything moves on the page: TinyMCE takes a paste without a word,
    by way of an element of its own. @returns {() => boolean} */
function stirring({ kind, document }) {
  if (kind === "plain") return () => false;
  let stirred = false;
  const watch = new MutationObserver(() => {
    stirred = true;
    watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), PATIENCE);
  return () => stirred;
}

/** By the editor's own undo. @returns {Promise<boolean>} whether it is back */
async function takeBack(field, before) {
  const ways = [
    () => tell(field, new InputEvent("beforeinput", {
      inputType: "historyUndo", bubbles: true, cancelable: true, composed: true,
    })),
    // Who answers to the keys would be led astray by the browser's own undo.
    () => tell(field, new KeyboardEvent("keydown", {
      key: "z", code: "KeyZ", keyCode: 90, ctrlKey: true,
      bubbles: true, cancelable: true, composed: true,
    })),
    () => field.document.execCommand("undo"),
  ];
  for (const way of ways) {
    const wrong = field.read();
    const taken = way();
    const { after, seen } = await settled(field, before, () => taken);
    if (seen) return true;
    if (tidy(after) !== tidy(wrong)) return false;
  }
  return false;
}

/** Several changes, as few writings as can be: one where the field holds plain
    text or all stand in one node, so that one undo takes them back.
    @param {any} field @param {import("./soften.mjs").Change[]} changes in
      order, none overlaps @param {{told?: boolean}} [browser]
    @returns {Promise<{outcome: Outcome, done: number}>} */
export async function replaceAll(field, changes, browser) {
  const text = field.read();
  const writings = together(field, changes) ? [joined(changes, text)]
    : [...changes].reverse();
  let done = 0;
  for (const change of writings) {
    const outcome = await replace(field, change, browser);
    if (outcome !== "done") return { outcome, done };
    done += 1;
  }
  return { outcome: "done", done };
}

function together(field, changes) {
  if (changes.length < 2) return false;
  if (field.kind === "plain") return true;
  const range = field.range(changes[0].start, changes.at(-1).end);
  return Boolean(range) && range.startContainer === range.endContainer;
}

function joined(changes, text) {
  const { start } = changes[0];
  const { end } = changes.at(-1);
  let words = "";
  let at = start;
  for (const change of changes) {
    words += text.slice(at, change.start) + change.words;
    at = change.end;
  }
  return { start, end, words };
}

/** What would take these changes back, as places in the text after them.
    @param {import("./soften.mjs").Change[]} changes
    @returns {import("./soften.mjs").Change[]} */
export function reversed(changes) {
  let shift = 0;
  return changes.map(({ start, end, words, was }) => {
    const from = start + shift;
    shift += words.length - (end - start);
    return { start: from, end: from + words.length, words: was, was: words };
  });
}
