/* What the engine has to say about a text, in short: principles and their
   questions, without cards to open. */
import { groupByPrinciple } from "../../core/choose.mjs";
import { eyebrow, sentence } from "../card.mjs";
import { lookup } from "../lookup.mjs";
import { make } from "../make.mjs";

/** @param {{complete: boolean, findings: any[], restarted?: boolean}} result */
export function summary({ complete, findings, restarted }) {
  const groups = groupByPrinciple(findings.filter(({ level }) => level !== "cheer"));
  const cheers = groupByPrinciple(findings.filter(({ level }) => level === "cheer"));
  const count = groups.length === 1 ? "1 reminder" : `${groups.length} reminders`;
  let line = "Nothing to add. That is not an approval.";
  if (restarted) line = "Earshot stumbled over this, and it was not checked.";
  else if (groups.length > 0) line = count;
  if (!complete && !restarted) line += " Only the first part was checked.";
  return { groups, cheers, line };
}

/** @param {any} result @param {any} told packs
    @param {{full?: boolean}} [options] full: with the reminder itself */
export function noticed(result, told, { full = false } = {}) {
  const { groups, cheers, line } = summary(result);
  const names = lookup(told);
  return make("div.noticed", {},
    groups.length === 0 && make("p", {}, line),
    groups.map(({ level, findings: [lead, ...more] }) => {
      const { title, question, wordings } = names.principle(lead);
      const lines = new Set([lead, ...more].flatMap((one) => one.lines ?? []));
      return make("article.notice", { data: { level } },
        eyebrow(level), make("h3", {}, title),
        full && make("p", {}, wordings[0]),
        question && make("p.question", {}, question),
        [...lines].map((one) => make("p.line", {}, one)));
    }),
    cheers.flatMap(({ findings }) => findings).map((one) =>
      make("p.cheered", {}, "♡ ", sentence(names.signal(one)?.title ?? ""))));
}
