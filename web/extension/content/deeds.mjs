/* What the buttons of a card do on a page. */
import { softer } from "../../field/soften.mjs";
import { replaceAll, reversed } from "../../field/write.mjs";
import { api } from "../browser.mjs";
import { ASK } from "../messages.mjs";
import { ask } from "./link.mjs";
import { softening } from "./softening.mjs";

/** Firefox tells editors of execCommand; see field/write.mjs. */
const told = () => api.runtime.getURL("").startsWith("moz-");

const SAYS = {
  unchanged: "This field does not let Earshot write. The words are copied: " +
    "select what they are for, and paste.",
  wrong: "This field changed your text in a way that was not meant. Please " +
    "press Control and Z, and look it over.",
};

/** @param {import("./desk.mjs").Desk} desk @param {any} field */
export function deeds(desk, field) {
  const { panel } = desk;
  const failed = (fault) => desk.fail(fault);

  /** Writes, and says what came of it. */
  const write = async (changes, said) => {
    const { outcome } = await desk.writing(() =>
      replaceAll(field, changes, { told: told() }));
    if (outcome !== "done") return instead(outcome, changes);
    panel.tell(said, async () => {
      const back = await desk.writing(() =>
        replaceAll(field, reversed(changes), { told: told() }));
      panel.tell(back.outcome === "done" ? "Your own words are back."
        : "Please undo it with Control and Z: this field does not let Earshot.");
    });
  };

  const instead = async (outcome, changes) => {
    const words = changes.map((one) => one.words).filter(Boolean).join(", ");
    if (outcome === "unchanged" && !(words && await put(words, panel.card))) {
      return panel.tell("This field does not let Earshot write. Please " +
        "change the words yourself.");
    }
    panel.tell(SAYS[outcome]);
  };

  return {
    showMe({ start, end }) {
      field.select(start, end);
      reveal(desk, start, end);
    },
    copy: (words, button) => copy(words, button),
    use({ start, end }, words) {
      const was = field.text.slice(start, end);
      return write([{ start, end, was, words }], "Changed. ");
    },
    read: (principle) => ask(ASK.read, { principle }).catch(failed),
    async less({ principle }) {
      const quieten = (on) => ask(ASK.quieten, { principle, on });
      try {
        await quieten(true);
      } catch (fault) {
        return failed(fault);
      }
      panel.tell("You will see less of this. ", () => {
        quieten(false).then(() => panel.tell("Back as it was."), failed);
      });
    },
    soften: (group, now) => softening(changesFor(group, field.text), (chosen) => {
      const wanted = new Set(chosen.map(({ was, words }) => `${was}\n${words}`));
      const changes = changesFor(now(group) ?? group, field.read())
        .filter(({ was, words }) => wanted.has(`${was}\n${words}`));
      if (changes.length > 0) write(changes, "Softened. ");
    }),
    back: () => panel.stay(),
  };
}

const changesFor = ({ findings }, text) =>
  softer(findings.flatMap(({ evidence }) => evidence), text);

/** Brings words into the window when they are outside. */
function reveal(desk, start, end) {
  const [box] = desk.rects(start, end);
  if (!box || (box.top >= 0 && box.bottom <= window.innerHeight)) return;
  desk.field.element.scrollIntoView({ block: "nearest" });
}

/** @param {string} words @param {HTMLElement} asked what was pressed for it: only
      the window that has the focus may copy
    @returns {Promise<boolean>} whether they are copied */
async function put(words, asked) {
  try {
    await asked.ownerDocument.defaultView.navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} words @param {HTMLElement} button says how it went */
async function copy(words, button) {
  const before = button.dataset.label ?? button.textContent;
  button.dataset.label = before;
  button.textContent = await put(words, button) ? "Copied" : "Could not copy";
  setTimeout(() => { button.textContent = before; }, 1600);
}
