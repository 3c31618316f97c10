/* Moving spans over an edit, so that marks stay on their words until the next
   answer arrives. They fail closed: what the edit touched is gone. */

/** @typedef {{at: number, removed: number, inserted: number}} Edit */

/** The one edit that turns `before` into `after`: what both begin with and what
    both end with is kept. Null when they are equal.
    @param {string} before @param {string} after @returns {Edit | null} */
export function findEdit(before, after) {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) ===
      after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return {
    at: head,
    removed: before.length - head - tail,
    inserted: after.length - head - tail,
  };
}

/** The span after the edit, or null. A span the edit only borders on is
    touched too: "cat" that has become "cats" is another word.
    @template {{start: number, end: number}} T
    @param {T} span @param {Edit} edit @returns {T | null} */
export function shiftSpan(span, { at, removed, inserted }) {
  if (span.end < at) return span;
  if (span.start > at + removed) {
    const by = inserted - removed;
    return { ...span, start: span.start + by, end: span.end + by };
  }
  return null;
}

/** A finding lives only while its mark and all of its evidence do.
    @param {import("../engine/engine.mjs").Finding} finding
    @param {Edit} edit */
export function shiftFinding(finding, edit) {
  const moved = shiftSpan(finding, edit);
  if (!moved) return null;
  const evidence = finding.evidence.map((part) => shiftSpan(part, edit));
  if (evidence.includes(null)) return null;
  return { ...moved, evidence };
}
