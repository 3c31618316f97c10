/* Present: large type, one step at a time, by keyboard, clicker or button. The
   room sees this; the notes are elsewhere (guide.mjs). */
import { stepFor, stepsOf } from "../../core/steps.mjs";
import { make } from "../make.mjs";
import { composer } from "./composer.mjs";
import { following } from "./follow.mjs";
import { noticed } from "./noticed.mjs";
import { button, marked, prose } from "./parts.mjs";

/** @param {import("./teach.mjs").Context} context @param {string} key */
export function present(context, key) {
  const scenario = context.scenario(key);
  const leave = () => context.goTo(`${context.path}/situation/${key}`);
  const stage = make("div.stage", { id: "teach-title", tabindex: "0",
    role: "group" });
  const count = make("span.step-count");
  const follow = following();
  let steps = [];
  let at = 0;

  const slides = {
    title: () => [make("p.kicker", {}, scenario.for), make("h1", {}, scenario.title)],
    situation: () => [make("h1.small", {}, scenario.title),
      make("div.big", {}, prose(scenario.situation))],
    draft: () => [make("h1.small", {}, scenario.title),
      composer(scenario, words(scenario.draft))],
    questions: ({ shown }) => [make("div.halves", {},
      composer(scenario, words(scenario.draft)), questions(shown))],
    noticed: () => {
      const place = make("div.halves");
      context.check(scenario.draft, scenario.setting).then((result) =>
        place.replaceChildren(
          composer(scenario, marked(scenario.draft, result.findings)),
          make("div", {}, make("h1.small", {}, "What Earshot noticed"),
            noticed(result, context.library.told))));
      return [place];
    },
    words: () => [make("div.halves", {},
      make("div", {}, make("h1.small", {}, "Before"),
        composer(scenario, words(scenario.draft))),
      make("div", {}, make("h1.small", {}, "Our words"),
        composer(scenario, words(context.work.of(key)?.rewrite ?? ""))))],
    ask: () => [make("p.kicker", {}, "One way, not the way"),
      make("h1", {}, "Shall we see what good might look like?")],
    good: () => [make("h1.small", {}, "What good might look like"),
      make("div.big", {}, prose(scenario.good))],
    end: () => [make("h1", {}, "What would you change:"),
      make("p.big", {}, "in the post, in the room, in the principles?")],
  };

  /** All have their place from the beginning, so that nothing moves. */
  const questions = (shown) => make("ol.big", {},
    scenario.questions.map((question, n) => make(
      n < shown ? "li" : "li.later", {
        dir: "auto", "aria-hidden": n < shown ? null : "true",
      }, question)));

  const words = (text) => make("div.words-shown", { dir: "auto" }, text);

  function draw() {
    steps = stepsOf(scenario, context.work.of(key));
    const step = steps[at];
    stage.dataset.kind = step.kind;
    stage.ariaLabel = `${scenario.title}, step ${at + 1}`;
    stage.replaceChildren(...slides[step.kind](step));
    stage.scrollTop = 0;
    count.textContent = `${at + 1} of ${steps.length}`;
    follow.tell(key, at);
  }

  function go(to) {
    if (to === null) return;
    at = Math.max(0, Math.min(steps.length - 1, to));
    draw();
  }

  function pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      if (!document.fullscreenElement) leave();
      return;
    }
    // A button that is in focus does what it says.
    const onButton = event.target.closest?.("button");
    if (onButton && (event.key === " " || event.key === "Enter")) return;
    const to = stepFor(event.key, at, steps.length);
    if (to === null) return;
    event.preventDefault();
    go(to);
  }

  const full = button("Whole screen", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  });
  const controls = make("div.present-controls", {},
    button("Back", () => go(at - 1)), count,
    button("Next", () => go(at + 1), "button.primary"),
    full, button("Leave", leave));
  if (!scenario) return { element: make("p", {}, "This situation is not loaded.") };
  return {
    element: make("section.present", { "aria-label": "Present" }, stage, controls),
    enter() {
      document.documentElement.dataset.presenting = "yes";
      document.addEventListener("keydown", pressed);
      draw();
      stage.focus({ preventScroll: true });
    },
    leave() {
      delete document.documentElement.dataset.presenting;
      document.removeEventListener("keydown", pressed);
      if (document.fullscreenElement) document.exitFullscreen();
    },
  };
}
