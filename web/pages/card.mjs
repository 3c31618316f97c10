/* One reminder, as a card. It begins with the thought and the question, shows
   the words that set it off, offers other words, and leaves the choice. */
import { make } from "./make.mjs";

/** What a level is called to the person. The mark beside it is the one in the
    draft, so that both are recognised by their shape. */
const EYEBROW = {
  ask: "A question",
  note: "A quiet note",
  pause: "Worth a pause",
  hold: "Worth a pause first",
};

/** @typedef {import("../core/choose.mjs").Group} Group */
/** @typedef {import("../core/dismiss.mjs").Marked} Marked */
/** What a card needs besides its group; see pages/lookup.mjs.
    @typedef {object} Told
    @property {any} principle
    @property {any} signal
    @property {string} pack
    @property {string} wording
    @property {string} irrelevant how far that answer goes
    @property {boolean} [brief] room is scarce: "You could" is folded
    @property {(finding: {start: number, end: number}) => string} words */
/** @typedef {object} Deeds
    @property {(group: Group, index?: number) => void} showMe
    @property {(group: Group) => void} keep
    @property {(group: Group) => void} irrelevant
    @property {(group: Group) => void} fold
    @property {(group: Group) => void} [less] "less of this"
    @property {(group: Group) => any} [soften] a part of the card that offers
      gentler details, or null
    @property {(group: Group, words: string) => void} use
    @property {(words: string, button: HTMLElement) => void} copy
    @property {(principle: string) => void} read */

/** Titles of signals stand within a sentence in a pack; here they begin one.
    @param {string} words */
export const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);

export const eyebrow = (level) =>
  make("p.eyebrow", {},
    make("span.shape", { data: { level }, "aria-hidden": "true" }, "abc"),
    EYEBROW[level]);

/** @param {Group} group @param {Told} told @param {Deeds} deeds */
export function card(group, told, deeds) {
  const [lead] = group.findings;
  const { principle } = told;
  const title = make("h3", { id: `card-${group.principle}` }, principle.title);
  const whole = make("article.card", {
    data: { level: group.level, principle: group.principle },
    tabindex: "-1", "aria-labelledby": title.id,
  },
  make("div.card-top", {},
    eyebrow(group.level),
    make("button.quiet.fold", { type: "button", click: () => deeds.fold(group) },
      "Fold away")),
  title,
  make("p.reminder", {}, told.wording),
  ...(lead.lines ?? []).map((line) => make("p.line", {}, line)),
  principle.question && make("blockquote.question", {}, principle.question),
  evidence(group, told, deeds),
  softer(group, lead, deeds),
  deeds.soften?.(group),
  could(principle, told),
  answers(group, told, deeds),
  why(group, told, deeds));
  if (told.brief) outline(whole);
  return whole;
}

/** On a stranger's page a card comes after a heading of the first level, if
    after any: what is one deeper may follow. @param {HTMLElement} whole */
function outline(whole) {
  for (const heading of whole.querySelectorAll("h3, h4")) {
    heading.ariaLevel = heading.localName === "h3" ? "2" : "3";
  }
}

/** The words that set it off. Two and more are shown joined, because that they
    join is the point.
    @param {Group} group @param {Told} told @param {Deeds} deeds */
function evidence(group, { words }, deeds) {
  const [lead, ...others] = group.findings;
  const parts = distinct(lead.evidence);
  const joined = parts.length > 1;
  const shown = parts.length > 0 ? parts : [{ ...lead, class: null }];
  // Kinds are told when all have one: an age, a place. Half of them confuses.
  const kinds = shown.every(named);
  return make("section.set-off", {},
    make("h4", {}, joined ? "These came together" : "What set this off"),
    make(joined ? "ul.joined" : "ul.single", {},
      shown.map((part) => make("li", {},
        make("q", {}, short(words(part))),
        kinds && make("small", {}, part.class)))),
    others.length > 0 && make("ul.also", { "aria-label": "Also here" },
      others.map((finding, index) => make("li", {},
        "also ",
        make("button.words", {
          type: "button", click: () => deeds.showMe(group, index + 1),
        }, short(words(finding)))))));
}

/** A phrase that belongs to no class is called "words": that says nothing.
    @param {import("../engine/engine.mjs").Evidence} part */
const named = (part) => part.class && part.class !== "words";

/** @param {import("../engine/engine.mjs").Evidence[]} parts */
function distinct(parts) {
  const seen = new Set();
  return [...parts].sort((a, b) => a.start - b.start).filter((part) => {
    const key = `${part.start}-${part.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const LONGEST = 90;

/** @param {string} words */
function short(words) {
  const tidy = words.replace(/\s+/g, " ").trim();
  if (tidy.length <= LONGEST) return tidy;
  const cut = tidy.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut}…`;
}

/** @param {Group} group @param {Marked} lead @param {Deeds} deeds */
function softer(group, lead, deeds) {
  if (!lead.instead?.length) return null;
  return make("section.softer", {},
    make("h4", {}, "Softer words"),
    make("ul", {}, lead.instead.map((words) => make("li", {},
      make("q", {}, words),
      make("button.small", {
        type: "button", "aria-label": `Use “${words}” in the draft`,
        click: () => deeds.use(group, words),
      }, "Use"),
      make("button.small", {
        type: "button", "aria-label": `Copy “${words}”`,
        click: (event) => deeds.copy(words, event.currentTarget),
      }, "Copy")))));
}

/** @param {any} principle @param {Told} told */
function could({ instead }, { brief }) {
  if (!instead?.length) return null;
  return make("details.could", { open: !brief },
    make("summary", {}, "You could"),
    make("ul", {}, instead.map((item) => make("li", {}, item))));
}

/** @param {string} title @param {string[] | undefined} items */
function listOf(title, items) {
  if (!items?.length) return null;
  return make("section.list", {},
    make("h4", {}, title),
    make("ul", {}, items.map((item) => make("li", {}, item))));
}

/** @param {Group} group @param {Told} told @param {Deeds} deeds */
function answers(group, { irrelevant }, deeds) {
  const button = (name, label, hint, deed) =>
    make(name, { type: "button", title: hint, click: () => deed(group) }, label);
  return make("div.answers", { role: "group", "aria-label": "Your answer" },
    button("button.primary", "Show me",
      "Selects the words in your draft, to change them", deeds.showMe),
    button("button", "Keep it",
      "I have thought about it. Do not remind me of these words again",
      deeds.keep),
    button("button", "Not relevant",
      irrelevant, deeds.irrelevant),
    deeds.less && button("button.less", "Less of this",
      "This principle marks quietly from now on, and opens nothing by itself",
      deeds.less));
}

/** @param {Group} group @param {Told} told @param {Deeds} deeds */
function why(group, { principle, signal, pack }, deeds) {
  return make("details.why", {},
    make("summary", {}, "Why this reminder?"),
    signal && make("p", {},
      make("strong", {}, `${sentence(signal.title)}. `), signal.why),
    listOf("It stems from", principle.stems),
    listOf("Standards it relates to", principle.standards),
    make("p.speaks", {}, "Spoken by: ", make("em", {}, pack)),
    make("p", {}, make("button.words", {
      type: "button", click: () => deeds.read(group.principle),
    }, "Read the whole principle")));
}
