/* Which reminders a person sees: at most one open, one folded beside it, the
   rest behind "more". People stop reading after that. */
import { rank } from "./dismiss.mjs";

/** @typedef {import("./dismiss.mjs").Marked} Marked */
/** All that one principle has to say about a draft; the first finding leads.
    @typedef {{principle: string, level: string, findings: Marked[]}} Group */
/** @typedef {{open: Group | null, folded: Group | null, more: Group[],
      cheers: Group[], count: number}} Choice */
/** `touched` and `opened` are ids of principles: what the person asked for, and
    what was open a moment ago.
    @typedef {{touched: string | null, opened: string | null,
      paused: boolean, foldedAway?: Set<string>}} State */

const MOST_CHEERS = 2;

/** Findings arrive most pressing first, and keep that order.
    @param {Marked[]} findings @returns {Group[]} */
export function groupByPrinciple(findings) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const finding of findings) {
    const { principle, level } = finding;
    const group = groups.get(principle);
    if (group) group.findings.push(finding);
    else groups.set(principle, { principle, level, findings: [finding] });
  }
  return [...groups.values()];
}

/** A cheer beside something pressing would ring hollow.
    @param {Marked[]} findings @param {Group[]} groups */
function chooseCheers(findings, groups) {
  if (groups.some(({ level }) => rank(level) >= rank("pause"))) return [];
  return groupByPrinciple(findings.filter(({ level }) => level === "cheer"))
    .slice(0, MOST_CHEERS);
}

/** What the person sees of a group when folding it: if that gets more pressing,
    it may open again.
    @param {Group} group */
export const foldKey = ({ principle, level }) => `${principle} ${level}`;

/** The group whose card is open. One that the person opened stays. One that
    opened by itself stays too, unless something more pressing has come; and
    none opens by itself before the person has paused, or once folded away.
    @param {Group[]} groups @param {State} state */
function chooseOpen(groups, { touched, opened, paused, foldedAway }) {
  const named = (name) => groups.find(({ principle }) => principle === name);
  const chosen = touched === null ? undefined : named(touched);
  if (chosen) return chosen;
  const stays = opened === null ? undefined : named(opened);
  const first = groups.find((group) =>
    rank(group.level) >= rank("pause") && !foldedAway?.has(foldKey(group)));
  if (!paused || !first) return stays ?? null;
  if (stays && rank(stays.level) >= rank(first.level)) return stays;
  return first;
}

/** @param {Marked[]} findings not dismissed ones, most pressing first
    @param {State} state
    @returns {Choice} */
export function choose(findings, state) {
  const groups = groupByPrinciple(
    findings.filter(({ level }) => level !== "cheer"));
  const open = chooseOpen(groups, state);
  const [folded = null, ...more] = groups.filter((group) => group !== open);
  return {
    open, folded, more,
    cheers: chooseCheers(findings, groups),
    count: groups.length,
  };
}
