/* Same words, other room: one draft, up to four settings side by side, and
   what the pack itself says about the difference. */
import { groupByPrinciple } from "../../core/choose.mjs";
import { effectOf, telling } from "../../core/rooms.mjs";
import { FACETS, readSetting, tellSetting } from "../../core/setting.mjs";
import { eyebrow, sentence } from "../card.mjs";
import { lookup } from "../lookup.mjs";
import { make } from "../make.mjs";
import { summary } from "./noticed.mjs";
import { button, heading } from "./parts.mjs";
import { reveal } from "./reveal.mjs";

/** The questions that the profession began with, as rooms. */
const ROOMS = [
  ["A student, locked account", "locked/named/student/tweet"],
  ["A student, open account", "open/named/student/tweet"],
  ["“MysteriousSocialWorker”", "open/anon/qualified/tweet"],
  ["Jane Smith, social worker", "open/named/qualified/tweet"],
  ["An educator", "open/named/educator/tweet"],
  ["Somebody with a story of their own", "open/named/lived/tweet"],
  ["A care worker, in a group", "group/named/carer/group-post"],
  ["Jane Smith, near midnight", "open/named/qualified/tweet;t=23:40"],
];
const FIRST = 4;
const MOST = 4;
const OWN = "own";

const known = (setting) =>
  ROOMS.some(([, value]) => value === setting) ? setting : OWN;
const roomName = (setting) =>
  ROOMS.find(([, value]) => value === setting)?.[0] ?? tellSetting(setting);

const DRAFTS = [
  ["A hard week", "Long week on placement. A lad of 14 I support in Thornwick is back from hospital after an overdose, and he still asked how MY day was."],
  ["Proud", "So proud of the young mum I work with, six months clean and her little girl came home to Marbeck today."],
  ["Fed up", "Anonymous for obvious reasons. My manager has no idea, and the families on my caseload never turn up."],
];

/** @param {import("./teach.mjs").Context} context */
export function rooms({ library, check, read }) {
  const names = lookup(library.told);
  const field = make("textarea.plain-field.room-draft", {
    id: "room-draft", rows: "3", dir: "auto", input: () => again() });
  field.value = DRAFTS[0][1];
  field.spellcheck = false;
  const table = make("div.rooms");
  const reasons = make("section.reasons", { "aria-live": "polite" });
  const columns = ROOMS.slice(0, FIRST).map(([, setting], n) => column(n, setting));
  const more = button("One more room", () => {
    columns.push(column(columns.length, ROOMS[columns.length][1]));
    drawHeads();
    again();
  });
  let turn = 0;

  function column(n, setting) {
    const state = { setting };
    const selects = Object.entries(FACETS).map(([facet, values]) => {
      const select = make("select", { "aria-label": `Room ${n + 1}: ${facet}`,
        change: () => {
          state.setting = selects.map((one) => one.value).join("/");
          preset.value = known(state.setting);
          again();
        } }, values.map(([value, words]) => make("option", { value }, words)));
      select.value = readSetting(setting)[facet];
      return select;
    });
    const preset = make("select", { "aria-label": `Room ${n + 1}`,
      change: () => {
        if (preset.value === OWN) {
          details.open = true;
          return;
        }
        state.setting = preset.value;
        const values = readSetting(preset.value);
        Object.keys(FACETS).forEach((facet, i) => { selects[i].value = values[facet]; });
        again();
      } },
    ROOMS.map(([words, value]) => make("option", { value }, words)),
    make("option", { value: OWN }, "A room of my own…"));
    preset.value = known(setting);
    const details = make("details", {}, make("summary", {}, "Change it"),
      selects);
    state.head = make("div.room-head", {}, preset, details);
    state.remove = button("Leave this room", () => {
      columns.splice(columns.indexOf(state), 1);
      drawHeads();
      again();
    }, "button.quiet");
    details.append(state.remove);
    return state;
  }

  const heads = make("div.room-heads");
  function drawHeads() {
    heads.replaceChildren(...columns.map(({ head }) => head));
    more.hidden = columns.length >= MOST;
    for (const { remove } of columns) remove.hidden = columns.length <= 2;
  }

  async function again() {
    const mine = (turn += 1);
    const settings = columns.map(({ setting }) => setting);
    const results = field.value.trim() === "" ? settings.map(() =>
      ({ complete: true, findings: [] }))
      : await Promise.all(settings.map((setting) => check(field.value, setting)));
    if (mine !== turn) return;
    const view = compare(settings, results);
    table.replaceChildren(...columns.map(({ setting }, n) =>
      drawRoom(setting, results[n], names, read)));
    reasons.replaceChildren(...drawReasons(view, settings, names));
    large.again();
  }

  drawHeads();
  const element = make("div.rooms-page", {},
    heading("Same words, other room"),
    make("p.lead", {}, "Is a student on a locked account in another place than " +
      "one on an open account? Does it matter whether it says " +
      "“MysteriousSocialWorker” or “Jane Smith, social worker”? Write a post " +
      "and look."),
    make("label.draft-label", { for: "room-draft" }, "The words"), field,
    make("p.tools.try", {}, DRAFTS.map(([title, text]) => button(title, () => {
      field.value = text;
      again();
    }, "button.sample"))),
    make("div.rooms-grid", {}, heads, table),
    make("p.tools", {}, more, button("Present it", () => large.start())),
    reasons);
  const large = reveal(element, () => [...table.children, reasons]);
  return { element, enter: again, leave: large.stop };
}

/** Who speaks where. @param {string[]} settings @param {any[]} results */
function compare(settings, results) {
  const said = results.map(({ findings }) => new Map(groupByPrinciple(
    findings.filter(({ level }) => level !== "cheer"))
    .map((group) => [group.principle, group])));
  const principles = [...new Set(said.flatMap((map) => [...map.keys()]))];
  return principles.map((principle) => ({
    principle,
    at: settings.map((_, n) => said[n].get(principle) ?? null),
  }));
}

function drawRoom(setting, result, names, read) {
  const { groups, cheers, line } = summary(result);
  return make("section.room", { "aria-label": tellSetting(setting) },
    make("h2", {}, roomName(setting)),
    roomName(setting) !== tellSetting(setting) &&
      make("p.hint", {}, `${tellSetting(setting)}.`),
    make("p.room-count", {}, line),
    groups.map(({ level, principle, findings }) => {
      const { title, question } = names.principle(findings[0]);
      const lines = new Set(findings.flatMap((one) => one.lines ?? []));
      return make("article.notice", { data: { level } }, eyebrow(level),
        make("h3", {}, button(title, () => read(principle), "button.words")),
        question && make("p.question", {}, question),
        [...lines].map((one) => make("p.line", {}, one)));
    }),
    cheers.flatMap(({ findings }) => findings).map((one) =>
      make("p.cheered", {}, "♡ ", sentence(names.signal(one)?.title ?? ""))));
}

/** Only what differs, with the pack's own lines that tell these rooms apart. */
function drawReasons(view, settings, names) {
  const differing = view.filter(({ at }) =>
    new Set(at.map((group) => group && JSON.stringify([group.level,
      group.findings.flatMap(({ lines }) => lines ?? [])]))).size > 1);
  if (view.length === 0) {
    return [make("h2", {}, "What differs"), make("p", {}, "Nothing is said " +
      "about these words in any of the rooms. That is not an approval.")];
  }
  if (differing.length === 0) {
    return [make("h2", {}, "What differs"), make("p", {}, "Nothing: these words " +
      "get the same reminders in each of these rooms. What they give away is " +
      "the same, whoever says it, and wherever.")];
  }
  return [make("h2", {}, "What differs, and why"),
    ...differing.map((one) => reason(one, settings, names))];
}

function reason({ at }, settings, names) {
  const groups = at.filter(Boolean);
  const principle = names.principle(groups[0].findings[0]);
  const spoken = new Set(groups.flatMap(({ findings }) =>
    findings.map(({ signal }) => signal)));
  const texts = [...(principle.settings ?? []),
    ...(principle.signals ?? []).filter(({ id }) => spoken.has(id))
      .flatMap((signal) => signal.settings ?? [])];
  const lines = telling(texts, settings);
  return make("article.reason", {},
    make("h3", {}, principle.title),
    make("p", {}, principle.wordings?.[0]),
    make("ul", {}, settings.map((setting, n) => make("li", {},
      make("strong", {}, `${roomName(setting)}: `),
      at[n] ? LEVELS[at[n].level] : "stays quiet"))),
    lines.length > 0
      ? make("div.pack-says", {}, make("h4", {}, "The pack says"),
        make("ul", {}, lines.map(({ line, at: there }) => make("li", {},
          make("strong", {}, `${there.map((yes, n) => yes && roomName(settings[n]))
            .filter(Boolean).join("; ")}: `), effectOf(line), " ",
          make("code", {}, line.text)))))
      : (principle.signals ?? []).filter(({ id }) => spoken.has(id))
        .map((signal) => make("div.pack-says", {}, make("h4", {}, "The pack says"),
          make("p", {}, `${sentence(signal.title)}. ${signal.why}`))));
}

const LEVELS = {
  ask: "a question", note: "a quiet note", pause: "worth a pause",
  hold: "worth a pause, before anything else",
};
