/* What the person has answered before, applied to new findings. */
import { rank } from "../core/dismiss.mjs";

/** "Less of this": a mark that asks when touched, and nothing by itself. */
const QUIET = "ask";

/** @param {import("../core/dismiss.mjs").Marked[]} findings
    @param {import("./store.mjs").State} state @param {string} host */
export function filter(findings, { muted, quieter, answers }, host) {
  const kept = new Set(answers.flatMap(({ fingerprints }) => fingerprints));
  const irrelevant = answers.filter((one) =>
    one.answer === "irrelevant" && one.host === host);
  return findings
    .filter(({ principle }) => !muted.includes(principle))
    .filter(({ fingerprint }) => !kept.has(fingerprint))
    .filter((finding) => !irrelevant.some((one) =>
      one.pack === finding.pack && one.principle === finding.principle &&
      one.signal === finding.signal))
    .map((finding) => quieter.includes(finding.principle) &&
      rank(finding.level) > rank(QUIET)
      ? { ...finding, level: QUIET } : finding);
}
