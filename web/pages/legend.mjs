/* What stands where reminders will be, before there is a draft. */
import { make } from "./make.mjs";

const SHAPES = [
  ["ask", "words", "a question, when you touch it"],
  ["note", "words", "a quiet note"],
  ["pause", "words", "worth a pause"],
  ["hold", "words", "worth a pause, before anything else"],
];

export function legend() {
  return make("div.legend", {},
    make("p", {}, "As you write, words that may say more than you mean are " +
      "underlined, and a thought about them comes up here."),
    make("ul", {}, SHAPES.map(([level, sample, meaning]) => make("li", {},
      make("span.shape", { data: { level } }, sample), meaning))));
}
