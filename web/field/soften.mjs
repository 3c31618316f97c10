/* Gentler words for details that give somebody away. Suggestions only: the
   person sees each one before anything is written. What a detail is comes from
   the engine's evidence (`class`); where we have nothing decent to say in
   its place, we say nothing. */
import { ageWords } from "./ages.mjs";

/** @typedef {{start: number, end: number, was: string, words: string}} Change
      `words` "" takes it out */

/** What stands before and behind a detail, and the detail. `said`: who it is has
    just been said ("my client").
    @typedef {{words: string, before: string, after: string, said: boolean}} Detail */
/** In place of the detail; `more` units behind it and `less` before it go too.
    @typedef {{words: string, more?: number, less?: number} | null} Gentle */

const FUTURE = /^(tomorrow|tonight|next|at the weekend|on (mon|tues|wednes|thurs|fri|satur|sun)day next)/i;
const PAST = /^(today|yesterday|this (morning|afternoon|aft|evening|week|month|minute)|last \w+|on (mon|tues|wednes|thurs|fri|satur|sun)day|since \w+|just now|right now|as we speak|earlier on|an hour ago|minutes ago|the other day|first thing)$/i;

/** @param {Detail} detail @returns {Gentle} */
function day({ words, before }) {
  const gentle = FUTURE.test(words) ? "soon" : PAST.test(words) ? "recently" : "";
  return gentle ? { words: asBefore(words, before, gentle) } : null;
}

/** A name goes on behind what the engine saw of it: "in Thornhill" Road. */
const ON = /^(?:[ -](?:[A-Z][\w'’-]*|\d+))+/;
const HERE = /^(in|at|on|near|around|round|outside|behind|past|by|up|down|off|across|beyond)\s/i;
const KINDS = [
  [/\b(primary|academy|school|college|nursery)\b/i, "a local school"],
  [/\b(ward|hospital|infirmary|clinic)\b/i, "a local hospital"],
  [/\b(road|rd|street|st|avenue|close|drive|lane|crescent|gardens|grove|terrace)\b/i,
    "a local street"],
  [/\b(park|estate|market|library|green|beach)\b/i, "a place nearby"],
];

/** @param {Detail} detail @returns {Gentle} */
function place({ words, before, after }) {
  if (/\b(the|a|an)$/i.test(words)) return null;
  const [on = ""] = ON.exec(after) ?? [];
  const whole = words + on;
  const named = /\p{Lu}/u.test(begins(before) ? whole.slice(1) : whole);
  if (!named && !HERE.test(words)) return null;
  const more = on.length;
  if (/^from\s/i.test(words)) {
    return { words: asBefore(words, before, "from nearby"), more };
  }
  if (HERE.test(words)) {
    return { words: asBefore(words, before, "locally"), more };
  }
  const [, kind] = KINDS.find(([pattern]) => pattern.test(whole)) ??
    [null, "a place nearby"];
  const [article = ""] = /\b(?:the|a|an|at|in|on) $/i.exec(before) ?? [];
  return /^the|^an? /i.test(article)
    ? { words: kind, more, less: article.length } : { words: kind, more };
}

/** @param {Detail} detail @returns {Gentle} */
function name({ words, before, after, said }) {
  const [on = ""] = /^(?: \p{Lu}[\p{L}'’-]+)+/u.exec(after) ?? [];
  const whole = words + on;
  const owner = /['’]s$/.test(whole) ? "’s" : "";
  if (said) return { words: owner, more: on.length, less: owner ? 1 : 0 };
  const [title = ""] = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|little|baby) $/i.exec(before) ?? [];
  return {
    words: asBefore(title || words, before.slice(0, before.length - title.length),
      `someone I support${owner}`),
    more: on.length, less: title.length,
  };
}

/** Classes that say who somebody is without a name. */
const PERSON = /^someone|relation|\bperson\b/;

const out = () => ({ words: "" });

/** By what the pack calls the class. @type {[RegExp, (detail: Detail) => Gentle][]} */
const BY_CLASS = [
  [/^age$/, ageWords],
  [/^place$/, place],
  [/^fresh$/, day],
  [/\bname\b|^first name/, name],
  [/\b(address)\b/, () => ({ words: "an address" })],
  [/\b(number|digits|postcode|phone|e-?mail|date of birth|reference)\b/, out],
];

/** Whether a sentence begins behind these words. */
const begins = (before) => /(^|[.!?\n])\s*$/.test(before);

/** A large first letter stays large where a sentence begins. */
const asBefore = (was, before, words) =>
  /^\p{Lu}/u.test(was) && begins(before)
    ? words.charAt(0).toUpperCase() + words.slice(1) : words;

/** @param {import("../engine/engine.mjs").Evidence[]} evidence
    @param {string} text the draft @returns {Change[]} in order, none overlaps */
export function softer(evidence, text) {
  const changes = [];
  const parts = [...evidence].sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  for (const { class: kind, start, end } of parts) {
    const said = parts.some((one) => PERSON.test(one.class ?? "") &&
      text.slice(one.end, start) === " ");
    const change = changeOf({ kind, start, end, said }, text);
    if (!change || change.start < last) continue;
    changes.push(change);
    last = change.end;
  }
  return changes;
}

function changeOf({ kind, start, end, said }, text) {
  const [, gentle] = BY_CLASS.find(([pattern]) => pattern.test(kind ?? "")) ?? [];
  const inner = text.slice(start, end);
  const from = start + (inner.length - inner.replace(/^[\s.,;:(]+/, "").length);
  const to = end - (inner.length - inner.replace(/[\s.,;:)]+$/, "").length);
  if (!gentle || from >= to) return null;
  const found = gentle({
    words: text.slice(from, to), before: text.slice(Math.max(0, from - 40), from),
    after: text.slice(to, to + 60), said,
  });
  if (!found) return null;
  const { words, more = 0, less = 0 } = found;
  const change = { start: from - less, end: to + more, words, was: "" };
  if (words === "") closeUp(change, text);
  change.was = text.slice(change.start, change.end);
  return change.was === words ? null : change;
}

/** What is taken out takes one of the spaces around it along. */
function closeUp(change, text) {
  if (text[change.start - 1] === " " &&
    /^($|[\s.,;:!?)])/.test(text.slice(change.end))) change.start -= 1;
  else if (text[change.end] === " " && /^\s?$/.test(text[change.start - 1] ?? "")) {
    change.end += 1;
  }
}
