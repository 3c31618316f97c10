/* What someone might notice: posts sorted into three piles, the good one
   first. Nothing is counted against anybody; a person moves what they like. */
import { groupByPrinciple } from "./choose.mjs";
import { THEMES, TICKS } from "./footprint-words.mjs";

/** @typedef {"keep" | "tidy" | "talk"} Pile */
/** @typedef {{key: string, text: string, year: number | null, pile: Pile,
      themes: any[], findings: any[], cheers: any[], near: boolean}} Item
      `near`: it may lead somebody to your door */

/** How old posts are checked: as anybody could see them, by name. */
export const SETTING = "open/named/student/facebook";
/** More are not looked at in one go, and the page says so. */
export const MOST_POSTS = 400;

/** Posts are parted by empty lines; without any, each line is one.
    @param {string} text @returns {{text: string, year: number | null}[]} */
export function splitPosts(text) {
  const tidy = text.replace(/\r\n?/g, "\n").trim();
  if (!tidy) return [];
  const parts = /\n\s*\n/.test(tidy) ? tidy.split(/\n\s*\n/) : tidy.split("\n");
  return parts.map((part) => part.trim()).filter(Boolean).map(dated);
}

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const DATE = new RegExp("^(?:\\[)?(?:(\\d{4})(?:[-/.]\\d{1,2}){0,2}|" +
  "\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4})|" +
  `(?:\\d{1,2} )?(?:${MONTHS})[a-z]* (?:\\d{1,2},? )?(\\d{4}))` +
  "(?:[ ,T]+\\d{1,2}:\\d{2}(?::\\d{2})?Z?)?(?:\\])?\\s*(?:[:–-]\\s*|\\s+)", "i");

/** A date in front of a post tells when it was; it is no part of the post. */
function dated(text) {
  const found = DATE.exec(`${text} `);
  const year = Number(found?.[1] ?? found?.[2] ?? found?.[3]);
  if (!found || year < 1995 || year > 2100) return { text, year: null };
  return { text: text.slice(found[0].length).trim() || text, year };
}

const WEIGHT = { keep: 0, tidy: 1, talk: 2 };

/** @param {{text: string, year: number | null}} post @param {number} n
    @param {any[]} findings of the engine @returns {Item} */
export function sortPost({ text, year }, n, findings) {
  const groups = groupByPrinciple(findings.filter(({ level }) => level !== "cheer"));
  const themes = groups.map(({ principle }) => THEMES.get(principle) ?? THEMES.get("other"));
  const pile = themes.map((theme) => theme.pile)
    .reduce((a, b) => WEIGHT[b] > WEIGHT[a] ? b : a, "keep");
  return {
    key: `post-${n}`, text, year, pile: /** @type {Pile} */ (pile), themes,
    findings, cheers: findings.filter(({ level }) => level === "cheer"),
    near: groups.some(({ principle, findings: [lead] }) =>
      principle === "location" || lead.signal === "addresses"),
  };
}

/** @param {Iterable<string>} ticked keys of the guided list
    @returns {Item[]} */
export function sortTicks(ticked) {
  const chosen = new Set(ticked);
  return TICKS.flatMap(({ items }) => items).filter(({ key }) => chosen.has(key))
    .map(({ key, words, pile, near = false, ...theme }) => ({
      key, text: words, year: null, pile, themes: [{ ...theme, pile }],
      findings: [], cheers: [], near,
    }));
}

/** How many of each kind, in words, strengths first: "2 to keep and enjoy; …".
    @param {Item[]} items @param {Map<string, Pile>} moved */
export function counted(items, moved) {
  const names = { keep: "to keep and enjoy", tidy: "to tidy or lock",
    talk: "to talk over" };
  const of = (pile) => items.filter((one) =>
    (moved.get(one.key) ?? one.pile) === pile).length;
  return Object.entries(names).map(([pile, words]) => [of(pile), words])
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`).join("; ");
}

/** @param {string} text */
const quote = (text) => text.split("\n").map((line) => `> ${line}`).join("\n");

const PILES = { keep: "Keep and enjoy", tidy: "Tidy or lock", talk: "Talk over" };
const PLAN = { week: "This week", placement: "Before placement",
  qualifying: "Before qualifying", thanks: "One thank-you" };

/** @param {object} parts
    @param {Item[]} parts.items @param {Map<string, Pile>} parts.moved
    @param {Record<string, string>} parts.plan
    @param {Set<string> | null} parts.shared keys of what is shared; null: all,
      because it is for oneself
    @returns {string} Markdown */
export function writeFootprint({ items, moved, plan, shared }) {
  const mine = (key) => shared === null || shared.has(key);
  const piles = Object.entries(PILES).flatMap(([pile, title]) => {
    const those = items.filter((one) =>
      mine(one.key) && (moved.get(one.key) ?? one.pile) === pile);
    if (those.length === 0) return [];
    return [`## ${title}`, ...those.map(({ text, themes }) =>
      [quote(text), ...(shared === null ? themes : []).map((theme) =>
        `- ${theme.option}`)].join("\n\n"))];
  });
  const planned = Object.entries(PLAN).filter(([key]) => mine(key) && plan[key]?.trim())
    .map(([key, title]) => `### ${title}\n\n${quote(plan[key])}`);
  return `${[`# ${shared === null ? "What someone might notice, for me"
    : "What I would like to share"}`,
  "A picture, not a verdict. Most people find something.", ...piles,
  ...(planned.length > 0 ? ["## My plan", ...planned] : [])].join("\n\n")}\n`;
}

export { PILES, PLAN };

/** What a student put in; in memory, for as long as the page is open. */
export class Footprint {
  text = "";
  /** @type {Set<string>} */
  ticked = new Set();
  /** @type {Map<string, Pile>} */
  moved = new Map();
  /** @type {Set<string>} */
  shared = new Set();
  /** @type {Record<string, string>} */
  plan = {};
  unsaved = false;

  /** @param {{text?: string, tick?: [string, boolean], move?: [string, any],
        share?: [string, boolean], plan?: [string, string]}} change */
  change({ text, tick, move, share, plan }) {
    if (text !== undefined) {
      // What was chosen belonged to other posts.
      for (const set of [this.moved, this.shared]) {
        for (const key of [...set.keys()]) if (key.startsWith("post-")) set.delete(key);
      }
      this.text = text;
    }
    if (tick) toggle(this.ticked, ...tick);
    if (share) toggle(this.shared, ...share);
    if (move) this.moved.set(...move);
    if (plan) this.plan = { ...this.plan, [plan[0]]: plan[1] };
    this.unsaved = this.text.trim() !== "" || this.ticked.size > 0 ||
      Object.values(this.plan).some((words) => words.trim() !== "");
  }

  saved() {
    this.unsaved = false;
  }
}

/** @param {Set<string>} set @param {string} key @param {boolean} there */
function toggle(set, key, there) {
  if (there) set.add(key);
  else set.delete(key);
}
