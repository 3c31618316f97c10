/* Cuts a draft where marks begin and end, so that marks which overlap can be
   drawn: each piece carries the most pressing mark that covers it. */
import { rank } from "./dismiss.mjs";

/** @typedef {{start: number, end: number, level: string | null,
      evidence: boolean, open: boolean}} Segment */

/** @param {{start: number, end: number, level: string | null,
      evidence?: boolean, open?: boolean}[]} marks `level` null: evidence only
    @param {number} length of the text
    @returns {Segment[]} in order, only those that something covers */
export function segments(marks, length) {
  const inside = marks.filter(
    ({ start, end }) => start >= 0 && start < end && end <= length);
  const cuts = [...new Set(inside.flatMap(({ start, end }) => [start, end]))]
    .sort((a, b) => a - b);
  const pieces = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const over = inside.filter(
      (mark) => mark.start <= cuts[i] && mark.end >= cuts[i + 1]);
    if (over.length === 0) continue;
    let level = null;
    for (const mark of over) {
      if (mark.level && (!level || rank(mark.level) > rank(level))) {
        level = mark.level;
      }
    }
    pieces.push({
      start: cuts[i], end: cuts[i + 1], level,
      evidence: over.some((mark) => mark.evidence === true),
      open: over.some((mark) => mark.open === true),
    });
  }
  return pieces;
}

/** Whether a span touches the word the caret is in: half a word is not yet
    what the person means to say.
    @param {string} text @param {number} caret
    @param {{start: number, end: number}} span */
export function touchesCaretWord(text, caret, { start, end }) {
  const letter = /[\p{L}\p{N}\p{M}'’@#_-]/u;
  let from = caret;
  let to = caret;
  while (from > 0 && letter.test(text[from - 1])) from -= 1;
  while (to < text.length && letter.test(text[to])) to += 1;
  return start < to && from < end;
}
