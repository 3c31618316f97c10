/* The form of a proposal, and the list of what is proposed so far. */
import { KINDS, lacking, writeProposal } from "../../core/proposal.mjs";
import { make } from "../make.mjs";
import { outcome, today } from "./outcome.mjs";
import { button } from "./parts.mjs";

const FILE = "proposal.md";
const WORDS = {
  words: "Words to look for, one phrase a line",
  reword: "The reminder in your words",
};

/** @param {import("./teach.mjs").Context} context
    @param {() => {principle: any, post: string, setting: string}} now what the
      page is about */
export function propose(context, now) {
  const { proposal, save, check } = context;
  const area = (label, rows = "2") => {
    const field = make("textarea.plain-field", { rows, dir: "auto" });
    const whole = make("label.stacked", {}, make("span", {}, label), field);
    return { field, whole, name: whole.firstChild };
  };
  const kind = make("select", { "aria-label": "What do you propose?",
    change: () => shape() },
  Object.entries(KINDS).map(([value, words]) => make("option", { value }, words)));
  const signal = make("select", { "aria-label": "Which signal" });
  const words = area("Words");
  const near = area("A near miss: close, and should stay quiet");
  const question = area("The question, if it should be another");
  const why = area("Why? Who would it help?");
  const hint = make("p.hint", { role: "status" });
  const result = make("div.would-do", { "aria-live": "polite" });
  const list = make("div.proposed");

  function shape() {
    const { principle } = now();
    signal.replaceChildren(...principle.signals.map(({ id, title }) =>
      make("option", { value: id }, title)));
    signal.hidden = kind.value !== "mute";
    words.whole.hidden = !(kind.value in WORDS);
    words.name.textContent = WORDS[kind.value] ?? "";
    near.whole.hidden = kind.value !== "words";
    question.whole.hidden = kind.value !== "reword";
    result.replaceChildren();
    hint.textContent = "";
  }

  /** @returns {Promise<import("../../core/proposal.mjs").Change | null>} */
  async function read() {
    const { principle, post, setting } = now();
    const { id, pack, title } = principle;
    const change = {
      kind: /** @type {any} */ (kind.value), principle: { id, pack, title },
      signal: principle.signals.find((one) => one.id === signal.value) ?? null,
      post, setting, today: "", near: near.field.value, words: words.field.value,
      question: question.field.value, why: why.field.value,
    };
    hint.textContent = lacking(change) ?? "";
    if (hint.textContent) return null;
    if (post.trim()) change.today = today(await check(post, setting), id, title);
    return change;
  }

  async function tryIt() {
    const change = await read();
    if (change) result.replaceChildren(await outcome(context, change));
  }

  async function keep() {
    const change = await read();
    if (!change) return;
    proposal.add(change);
    for (const { field } of [words, near, question, why]) field.value = "";
    hint.textContent = "It is in your proposal.";
    drawList();
  }

  function drawList() {
    const { changes } = proposal;
    list.hidden = changes.length === 0;
    list.replaceChildren(make("h3", {}, "Our proposal"),
      make("ol", {}, changes.map((change) => make("li", {},
        `${change.principle.title}: ${KINDS[change.kind].toLowerCase()}. `,
        make("span", { dir: "auto" }, change.why), " ",
        button("Take out", () => {
          proposal.remove(change);
          drawList();
        }, "button.words")))),
      make("p.tools", {}, button("Save the proposal", () => {
        save(FILE, writeProposal(changes));
        proposal.saved();
        drawList();
      }, "button.primary")),
      make("p.hint", {}, proposal.unsaved
        ? "Not saved yet: it is only on this page."
        : "Saved as Markdown. Hand it to whoever keeps the pack; they can open " +
          "it beside theirs and try it."));
  }

  shape();
  drawList();
  return {
    shape,
    element: make("section.propose", {}, make("h2", {}, "What should change?"),
      make("p.hint", {}, "About the principle and the post that stand here now."),
      make("p", {}, kind), make("p", {}, signal), words.whole, near.whole,
      question.whole, why.whole,
      make("p.tools", {}, button("See what it would do", tryIt, "button.primary"),
        button("Put it into our proposal", keep)),
      hint, result, list),
  };
}
