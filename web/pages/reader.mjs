/* The principles to read: the packs' own documents, in order. What only the
   engine needs in full (signals, word lists) is folded, and can be opened,
   searched and printed. */
import { make } from "./make.mjs";
import { safe } from "./safe.mjs";

/** @param {string} id */
export const anchorOf = (id) => `principle-${id}`;

/** Headings of a pack stand below the page's own.
    @param {string} tag "h1" … "h6" */
const lower = (tag) => `h${Math.min(6, Number(tag[1]) + 2)}`;

/** "Principle: Let people be `jigsaw`" → kind, title, id.
    @param {Element} heading */
function readHeading(heading) {
  const codes = heading.querySelectorAll("code");
  const id = codes[codes.length - 1]?.textContent.trim() ?? "";
  let text = heading.textContent.trim();
  if (id && text.endsWith(id)) text = text.slice(0, -id.length).trim();
  const [, kind = "", title = ""] = /^([A-Z][a-z]+)\s*:\s*(.*)$/s.exec(text) ?? [];
  return title ? { kind, title, id } : { kind: "", title: text, id };
}

/** @param {HTMLElement} place @param {HTMLElement} contents
    @param {string} html the packs' document */
export function drawDocument(place, contents, html) {
  const entries = [];
  const files = safe(html).filter((node) => node instanceof Element);
  place.replaceChildren(...files.map((file) => drawFile(file, entries)));
  contents.replaceChildren(...entries.map(({ id, title, quiet }) =>
    make(quiet ? "li.quiet-entry" : "li", {},
      make("a", { hash: id }, title))));
}

/** @param {Element} file @param {any[]} entries */
function drawFile(file, entries) {
  const section = make("section.file");
  /** where what follows goes: the section, or a fold within it */
  let into = section;
  let kind = "";
  for (const node of [...file.childNodes]) {
    if (!(node instanceof HTMLHeadingElement)) {
      into.append(node);
      continue;
    }
    const heading = readHeading(node);
    const depth = Number(node.localName[1]);
    if (depth <= 2) into = section;
    if (depth === 1) {
      kind = heading.kind || (/^words\b/i.test(heading.title) ? "Words" : "");
      section.append(drawTitle(node, { ...heading, kind }, entries));
    } else if (depth === 2 && folds(heading, kind)) {
      into = drawFold(heading);
      section.append(into);
    } else {
      into.append(make(lower(node.localName), {}, heading.kind
        ? `${heading.kind}: ${heading.title}` : heading.title));
    }
  }
  return section;
}

/** Signals, and the word lists of a words file. */
const folds = (heading, kind) =>
  heading.kind === "Signal" || heading.kind === "Words" || kind === "Words";

/** @param {Element} node @param {{kind: string, title: string, id: string}}
      heading @param {any[]} entries */
function drawTitle(node, { kind, title: text, id }, entries) {
  const title = kind === "Words" && text !== kind ? `Words: ${text}` : text;
  const anchor = kind === "Principle" ? anchorOf(id)
    : `part-${entries.length + 1}`;
  entries.push({ id: anchor, title, quiet: kind !== "Principle" });
  return make("header.file-title", {},
    kind && kind !== "Words" && make("p.kind", {}, kind),
    make(lower(node.localName), { id: anchor, tabindex: "-1" }, title));
}

/** @param {{kind: string, title: string}} heading */
function drawFold({ kind, title }) {
  return make("details.fold-part", {}, make("summary", {},
    kind === "Signal" ? "How it notices: " : "", title));
}

/** Shows only the files that hold all of these words, and opens the folds that
    hold them. @param {HTMLElement} place @param {string} words
    @returns {number} files shown */
export function filterDocument(place, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (element) => {
    const text = element.textContent.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
  let shown = 0;
  for (const file of place.querySelectorAll("section.file")) {
    if (!(file instanceof HTMLElement)) continue;
    file.hidden = !holds(file);
    if (!file.hidden) shown += 1;
    for (const fold of file.querySelectorAll("details")) {
      fold.open = wanted.length > 0 && holds(fold);
    }
  }
  return shown;
}

/** @param {HTMLElement} place @param {boolean} open */
export function foldAll(place, open) {
  for (const fold of place.querySelectorAll("details")) fold.open = open;
}
