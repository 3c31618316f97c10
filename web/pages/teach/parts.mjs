/* Small parts that several teaching pages draw. */
import { make } from "../make.mjs";

/** Paragraphs, items and quotes of a scenario; items that follow one another
    make a list.
    @param {[string, string][]} parts @returns {HTMLElement[]} */
export function prose(parts) {
  const drawn = [];
  let list = null;
  for (const [kind, text] of parts) {
    if (kind === "i") {
      if (!list) drawn.push(list = make("ul"));
      list.append(make("li", { dir: "auto" }, text));
      continue;
    }
    list = null;
    drawn.push(make(kind === "q" ? "blockquote.wording" : "p", { dir: "auto" }, text));
  }
  return drawn;
}

/** A text with its marks, to look at. @param {string} text
    @param {{start: number, end: number, level: string}[]} findings */
export function marked(text, findings) {
  const parts = [];
  let at = 0;
  const spans = findings.filter(({ level }) => level !== "cheer")
    .sort((a, b) => a.start - b.start);
  for (const { start, end, level } of spans) {
    if (start < at) continue;
    parts.push(text.slice(at, start),
      make("mark", { data: { level } }, text.slice(start, end)));
    at = end;
  }
  return make("div.words-shown", { dir: "auto" }, parts, text.slice(at));
}

/** @param {string} title @param {string} id */
export const heading = (title, id = "teach-title") =>
  make("h1", { id, tabindex: "-1" }, title);

/** @param {string} label @param {() => void} click */
export const button = (label, click, name = "button") =>
  make(name, { type: "button", click }, label);
