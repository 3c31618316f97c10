/* The same situation on paper: a handout for the room, or a sheet for whoever
   leads. Seen by printers only. */
import { tellSetting } from "../../core/setting.mjs";
import { timed } from "../../core/steps.mjs";
import { make } from "../make.mjs";
import { prose } from "./parts.mjs";

/** @param {import("./teach.mjs").Context} context @param {string} key */
export function handout({ scenario: find, work }, key) {
  const element = make("div.sheet-of-paper");
  const draw = (kind) => {
    const scenario = find(key);
    element.replaceChildren(...page(scenario, work.of(key) ?? {}, kind));
  };
  // Also when somebody prints by the browser's own menu.
  draw("handout");
  return {
    element,
    /** @param {"handout" | "guide"} kind */
    print(kind) {
      draw(kind);
      addEventListener("afterprint", () => draw("handout"), { once: true });
      window.print();
    },
  };
}

const rules = (count) => Array.from({ length: count }, () => make("div.rule"));

function page(scenario, { rewrite = null, answers = [] }, kind) {
  const guide = kind === "guide";
  return [
    make("p.paper-kind", {}, guide ? "Facilitator’s sheet" : "Handout",
      scenario.for && ` · ${scenario.for}`),
    make("h2.paper-title", {}, scenario.title),
    ...prose(scenario.situation),
    make("p.paper-setting", {}, `${tellSetting(scenario.setting)}:`),
    make("blockquote.paper-draft", { dir: "auto" }, scenario.draft),
    make("h3", {}, "To talk about"),
    make("ol", {}, scenario.questions.map((question, n) => make("li", { dir: "auto" },
      question, answers[n] ? make("p.written", {}, answers[n])
        : !guide && rules(2)))),
    ...(guide ? notes(scenario) : [
      make("h3", {}, "Our words"),
      ...(rewrite === null ? rules(5) : [make("blockquote.paper-draft", {}, rewrite)])]),
    make("p.paper-foot", {}, "Made with Earshot. Everybody in it is invented. " +
      "There are no wrong answers, only better conversations."),
  ];
}

function notes(scenario) {
  return [
    make("h3", {}, "For you", scenario.minutes > 0 && `: about ${scenario.minutes} minutes`),
    make("table.timings", {}, make("tbody", {}, timed(scenario.notes).map(
      ({ from, until, text }) => make("tr", {},
        make("th", { scope: "row" }, from === null ? "" : `${from}–${until}′`),
        make("td", { dir: "auto" }, text))))),
    ...(scenario.good.length > 0
      ? [make("h3", {}, "What good might look like"), ...prose(scenario.good)] : []),
  ];
}
