/* A scenario as steps to reveal one by one. Questions gather beside the draft;
   what good might look like comes last, and only when asked for. */

/** @typedef {{kind: string, shown?: number, note?: string}} Step `shown`: how
      many questions stand there */

/** @param {any} scenario
    @param {{rewrite?: string | null}} [work] of the group
    @returns {Step[]} */
export function stepsOf(scenario, work = {}) {
  const rewritten = typeof work.rewrite === "string" &&
    work.rewrite !== scenario.draft;
  return [
    { kind: "title" },
    { kind: "situation" },
    { kind: "draft" },
    ...scenario.questions.map((_, n) => ({ kind: "questions", shown: n + 1 })),
    { kind: "noticed" },
    ...(rewritten ? [{ kind: "words" }] : []),
    ...(scenario.good.length > 0 ? [{ kind: "ask" }, { kind: "good" }] : []),
    { kind: "end" },
  ];
}

const STEP_KEYS = {
  ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, Enter: 1, n: 1,
  ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1, p: -1,
};

/** What a key or a clicker's button does.
    @param {string} key @param {number} at @param {number} count
    @returns {number | null} the step to show, or null when it means nothing */
export function stepFor(key, at, count) {
  const inside = (n) => Math.max(0, Math.min(count - 1, n));
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const by = STEP_KEYS[key];
  return by === undefined ? null : inside(at + by);
}

/** The facilitator's notes with the clock at which each begins and ends.
    @param {[string, string][]} notes parts; an item "5 min: …" takes time
    @returns {{from: number | null, until: number | null, text: string}[]} */
export function timed(notes) {
  let clock = 0;
  return notes.map(([, text]) => {
    const found = /^(\d{1,3}) ?min(?:s|utes)?\.?:\s*(.*)$/s.exec(text);
    if (!found) return { from: null, until: null, text };
    const from = clock;
    clock += Number(found[1]);
    return { from, until: clock, text: found[2] };
  });
}
