/* The facilitator's view: notes, timings and what comes next, in a window that
   the room does not see. */
import { stepsOf, timed } from "../../core/steps.mjs";
import { make } from "../make.mjs";
import { followed } from "./follow.mjs";
import { button, heading, prose } from "./parts.mjs";

const STEP_NAMES = {
  title: "The title", situation: "The situation", draft: "The draft",
  noticed: "What Earshot noticed", words: "Before, and our words",
  ask: "“Shall we see what good might look like?”",
  good: "What good might look like", end: "What would you change?",
};

/** @param {import("./teach.mjs").Context} context @param {string} key */
export function guide({ scenario: find, work, path }, key) {
  const scenario = find(key);
  if (!scenario) return { element: heading("This situation is not loaded") };
  const steps = stepsOf(scenario, work.of(key));
  const list = make("ol.guide-steps", {}, steps.map((step) => make("li", {},
    step.kind === "questions"
      ? scenario.questions[step.shown - 1] : STEP_NAMES[step.kind])));
  const follow = followed(key, (at) => {
    [...list.children].forEach((item, n) => {
      item.ariaCurrent = n === at ? "step" : null;
    });
    list.children[at]?.scrollIntoView({ block: "nearest" });
  });
  const box = make("input", { type: "checkbox", change: () => {
    if (box.checked) follow.start();
    else follow.stop();
  } });
  const clock = stopwatch();
  return {
    element: make("article.guide", {},
      make("p.back", {}, make("a", { hash: `${path}/situation/${key}` },
        "← Back to the situation")),
      heading(`For you: ${scenario.title}`),
      make("p", {}, "The room does not see this. Open Earshot in a second " +
        "window for the projector, choose the same situation there, and press " +
        "“Present it”."),
      make("p", {}, make("label", {}, box, " Follow the other window"),
        make("span.hint", {}, " While this is ticked, the name of the " +
          "situation and the number of the step are kept in this browser, and " +
          "nothing else. They go when you close this.")),
      make("div.columns", {},
        make("section", {}, make("h2", {}, "Your notes"), clock.element,
          make("ol.guide-notes", {}, timed(scenario.notes).map(
            ({ from, until, text }) => make("li", {},
              from !== null && make("span.minutes", {}, `${from}–${until}′`),
              make("span", { dir: "auto" }, text))))),
        make("section", {}, make("h2", {}, "What the room sees, step by step"),
          list,
          make("details", {}, make("summary", {}, "What good might look like"),
            prose(scenario.good))))),
    leave() {
      clock.stop();
      if (box.checked) box.click();
    },
  };
}

/** Minutes since it was started; nobody is hurried. */
function stopwatch() {
  let begun = 0;
  let timer = 0;
  const face = make("strong", {}, "0′");
  const start = button("Start the clock", () => {
    begun = Date.now();
    clearInterval(timer);
    timer = setInterval(tick, 5000);
    start.textContent = "Start it again";
    tick();
  });
  const tick = () => {
    face.textContent = `${Math.floor((Date.now() - begun) / 60000)}′`;
  };
  return {
    element: make("p.tools.stopwatch", {}, start, face),
    stop: () => clearInterval(timer),
  };
}
