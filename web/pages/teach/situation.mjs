/* One situation: read, talk, write again with the reminders beside, compare. */
import { tellSetting } from "../../core/setting.mjs";
import { Desk, drawDesk } from "../desk.mjs";
import { make } from "../make.mjs";
import { composer } from "./composer.mjs";
import { handout } from "./handout.mjs";
import { noticed, summary } from "./noticed.mjs";
import { button, heading, marked, prose } from "./parts.mjs";

/** @param {import("./teach.mjs").Context} context @param {string} key */
export function situation(context, key) {
  const scenario = context.scenario(key);
  if (!scenario) return missing(context);
  const { path } = context;
  const paper = handout(context, key);
  const { writing, panel, begin } = draftParts(context, key, scenario,
    () => { delete element.dataset.talk; });
  const element = make("article.situation", { data: { talk: "first" } },
    make("p.back", {}, make("a", { hash: path }, "← All situations")),
    make("header", {},
      heading(scenario.title),
      make("p.hint", {}, [scenario.for, tellSetting(scenario.setting),
        scenario.minutes > 0 && `about ${scenario.minutes} minutes`]
        .filter(Boolean).join(" · ")),
      make("p.tools", {},
        make("a.button", { hash: `${path}/present/${key}` }, "Present it"),
        make("a.button", { hash: `${path}/guide/${key}` }, "Facilitator’s notes"),
        button("Print the handout", () => paper.print("handout")),
        button("Print the facilitator’s sheet", () => paper.print("guide")))),
    make("div.columns", {},
      make("div.story", {}, prose(scenario.situation), writing),
      make("aside.beside", { "aria-labelledby": "teach-beside" },
        make("h2", { id: "teach-beside" }, "Reminders"), panel),
      questions(context, key, scenario)),
    comparison(context, key, scenario),
    good(scenario),
    paper.element);
  return { element, enter: begin };
}

const missing = ({ path }) => ({ element: make("div", {},
  heading("This situation is not loaded"),
  make("p", {}, "It may be in a pack of your own that is not open now. ",
    make("a", { hash: path }, "See all situations"))) });

/** The draft in its composer, the checker beside it. What Earshot says waits
    until the group has talked: for a button, or for the first changed word. */
function draftParts({ library, work, check, copy, read }, key, scenario, reveal) {
  const parts = drawDesk({ label: "The post, to write again" });
  const again = button("Back to the first draft", () => {
    desk.put(scenario.draft);
    parts.field.focus();
  });
  const desk = new Desk(parts, {
    check: (text, setting) => check(text, setting),
    setting: () => scenario.setting,
    copy, read,
    changed(text) {
      again.hidden = text === scenario.draft;
      if (!begun) return;
      if (text !== scenario.draft) show();
      work.note(key, scenario,
        { rewrite: text === scenario.draft ? null : text });
    },
  });
  let begun = false;
  const first = make("div.talk-first", {},
    make("p", {}, "Talk first. Earshot waits until you ask, or until you " +
      "change the post."),
    make("p.tools", {}, button("See what Earshot says", () => {
      show();
      desk.session.again();
      parts.field.focus();
    }, "button.primary")));
  const show = () => {
    first.hidden = true;
    reveal();
  };
  desk.reminders.know(library.told);
  return {
    panel: make("div", {}, first, parts.panel),
    writing: make("div", {}, composer(scenario, parts.sheet), parts.line,
      make("p.tools", {}, again)),
    /** Again each time it is looked at: a file may have been opened. */
    begin() {
      const text = work.of(key)?.rewrite ?? scenario.draft;
      if (parts.field.value !== text) {
        desk.begin(text);
        if (text !== scenario.draft) show();
      }
      begun = true;
    },
  };
}

/** @param {import("./teach.mjs").Context} context */
function questions({ work }, key, scenario) {
  const draw = (question, n) => {
    const notes = make("textarea.notes", { rows: "2", dir: "auto",
      "aria-label": `What we think: ${question}`,
      input: () => work.note(key, scenario, { answer: [n, notes.value] }) });
    notes.placeholder = "What we think";
    const show = () => {
      const answer = work.of(key)?.answers[n] ?? "";
      if (notes.value !== answer) notes.value = answer;
    };
    show();
    work.listen(show);
    return make("li", {}, make("p", { dir: "auto" }, question), notes);
  };
  return make("section.questions", {}, make("h2", {}, "To talk about"),
    make("ol", {}, scenario.questions.map(draw)));
}

/** Before and after, side by side; drawn when asked for. */
function comparison({ library, work, check }, key, scenario) {
  const place = make("div.pair");
  const side = async (title, text) => {
    const result = await check(text, scenario.setting);
    const { line, groups } = summary(result);
    return make("section", {}, make("h3", {}, title), marked(text, result.findings),
      groups.length > 0 && make("p", {}, make("strong", {}, line)),
      noticed(result, library.told));
  };
  const draw = async () => {
    if (!details.open) return;
    const after = work.of(key)?.rewrite ?? null;
    const drawn = [await side("Before", scenario.draft)];
    if (after !== null) drawn.push(await side("After", after));
    else drawn.push(make("section", {}, make("h3", {}, "After"),
      make("p.hint", {}, "Change the post above, and your words stand here.")));
    place.replaceChildren(...drawn);
  };
  const details = make("details.fold-section", { toggle: draw },
    make("summary", {}, "Compare before and after"), place);
  work.listen(draw);
  return details;
}

function good({ good: parts }) {
  if (parts.length === 0) return null;
  return make("details.fold-section.good", {},
    make("summary", {}, "What good might look like"),
    make("p.hint", {}, "One way, not the way. Talk first."), prose(parts));
}
