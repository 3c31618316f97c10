/* What a pack says about settings, read so that it can be told: which rooms a
   line is about, and what happens there. The words stay the pack's own; this
   only finds those that explain a difference. The engine does not depend on
   it: whatever is not understood here is shown as it is written. */
import { FACETS, readSetting, timeOf } from "./setting.mjs";

/** @typedef {{where: {facet: string, values: string[]}[], hours: string[],
      inverted: boolean, effect: string, text: string, either: boolean}}
      Line */

const facetOf = (value) => Object.keys(FACETS).find((facet) =>
  FACETS[facet].some(([known]) => known === value));

/** "lived: off", "anon and tweet, comment: one level higher", "only in
    educator", "22:00-05:59: add: It is late.", "0.6 in role student, carer",
    "*pause* from 3.0 with 2 kinds in role student needs [x]".
    @param {string} text @returns {Line} */
export function readLine(text) {
  const only = /^only in (.*)$/s.exec(text);
  if (only) return line(text, only[1], "off", true);
  const roles = /^[*\d].*?\bin role ([a-z]+(?:, [a-z]+)*)/s.exec(text);
  if (roles) {
    const effect = text.replace(` in role ${roles[1]}`, "");
    return line(text, roles[1], effect, false);
  }
  const [, places = "", effect = text] = /^(.*?):\s+(.*)$/s.exec(text) ?? [];
  return line(text, places, effect, false);
}

/** Commas join values, any of which will do ("dm, whatsapp" too); facets that
    "and" joins must all hold. */
function line(text, places, effect, inverted) {
  const where = new Map();
  const hours = [];
  for (const place of places.split(/,| and /)) {
    const value = place.trim().replace(/^role /, "");
    const facet = facetOf(value);
    if (facet) where.set(facet, [...(where.get(facet) ?? []), value]);
    else if (/^\d\d:\d\d-\d\d:\d\d$/.test(value)) hours.push(value);
  }
  return {
    where: [...where].map(([facet, values]) => ({ facet, values })),
    hours, inverted, effect, text, either: !places.includes(" and "),
  };
}

/** Whether a line speaks of a setting. @param {Line} said
    @param {string} setting as it is written */
export function speaksOf({ where, hours, inverted, either }, setting) {
  if (where.length === 0 && hours.length === 0) return false;
  const now = readSetting(setting);
  const holds = ({ facet, values }) => values.includes(now[facet]);
  const there = either && where.length ? where.some(holds)
    : where.every(holds);
  const then = hours.every((span) => within(span, timeOf(setting)));
  return (there && then) !== inverted;
}

/** @param {string} span "22:00-05:59" @param {string} time "23:40" or "" */
function within(span, time) {
  const [from, until] = span.split("-");
  if (!time) return false;
  return from <= until ? time >= from && time <= until
    : time >= from || time <= until;
}

/** Lines that speak of some of these settings and not of all.
    @param {string[]} texts @param {string[]} settings
    @returns {{line: Line, at: boolean[]}[]} */
export function telling(texts, settings) {
  return [...new Set(texts)].map(readLine)
    .map((one) => ({ line: one, at: settings.map((setting) =>
      speaksOf(one, setting)) }))
    .filter(({ at }) => at.some(Boolean) && !at.every(Boolean));
}

const EFFECTS = [
  [/^off$/, "this stays quiet"],
  [/^one level lower$/, "this speaks more quietly"],
  [/^one level higher$/, "this speaks up more"],
  [/^at most (\w+)$/, (level) => `this is at most ${NAMES[level] ?? level}`],
  [/^at least (\w+)$/, (level) => `this is at least ${NAMES[level] ?? level}`],
  [/^add: (.*)$/s, (words) => `the card adds: “${words}”`],
  [/^only with (.*)$/s, (words) =>
    `this speaks only when the post also has ${words.replace(/[[\]]/g, "")}`],
  [/^(\d[\d.]*)$/, () => "such details weigh more"],
  [/^\*(\w+)\* from/, (level) =>
    `this can be ${NAMES[level] ?? level} from less than elsewhere`],
];
const NAMES = { ask: "a question", note: "a quiet note", pause: "worth a pause",
  hold: "worth a pause, first in line" };

/** What happens there, in a sentence without its beginning. @param {Line} said */
export function effectOf({ effect }) {
  for (const [pattern, words] of EFFECTS) {
    const found = pattern.exec(effect);
    if (found) return typeof words === "string" ? words : words(found[1]);
  }
  return effect;
}
