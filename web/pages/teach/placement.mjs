/* Before first placement: see yourself as somebody meeting you for the first
   time might. For the student alone; an educator sees what is chosen. */
import {
  MOST_POSTS, PILES, PLAN, SETTING, counted, sortPost, sortTicks, splitPosts,
  writeFootprint,
} from "../../core/footprint.mjs";
import { TICKS } from "../../core/footprint-words.mjs";
import { sentence } from "../card.mjs";
import { lookup } from "../lookup.mjs";
import { make } from "../make.mjs";
import { button, heading, marked } from "./parts.mjs";
import { SAFETY } from "./safety.mjs";

/** After the last key; a paste may be many posts. */
const SETTLE_MS = 500;

/** @param {import("./teach.mjs").Context} context */
export function placement(context) {
  const { footprint, check, save, library } = context;
  const names = lookup(library.told);
  let items = [];
  let turn = 0;
  let timer;

  const text = make("textarea.plain-field", { id: "own-posts", rows: "6", dir: "auto",
    input: () => {
      footprint.change({ text: text.value });
      clearTimeout(timer);
      timer = setTimeout(look, SETTLE_MS);
    } });
  text.value = footprint.text;
  text.spellcheck = false;
  text.placeholder = "12/05/2017 First festival! Mud up to my knees";
  const said = make("p", { role: "status" });
  const near = make("div");
  const piles = make("div.piles");
  const shared = make("div.shared", { "aria-live": "polite" });

  async function look() {
    const mine = (turn += 1);
    const posts = splitPosts(footprint.text);
    const some = posts.slice(0, MOST_POSTS);
    const found = await Promise.all(some.map((post) => check(post.text, SETTING)));
    if (mine !== turn) return;
    items = [...some.map((post, n) => sortPost(post, n, found[n].findings)),
      ...sortTicks(footprint.ticked)];
    const rest = posts.length > some.length
      ? ` Only the first ${MOST_POSTS} posts were looked at.` : "";
    said.textContent = items.length === 0 ? "Nothing here yet."
      : `${counted(items, footprint.moved)}.${rest}`;
    draw();
  }

  function draw() {
    near.replaceChildren(...(items.some((one) => one.near) ? [SAFETY()] : []));
    piles.replaceChildren(...Object.entries(PILES).map(([pile, title]) => {
      const those = items.filter((one) =>
        (footprint.moved.get(one.key) ?? one.pile) === pile);
      return make("section.pile", { data: { pile }, "aria-label": title },
        make("h3", {}, title), make("p.hint", {}, HINTS[pile]),
        those.map((one) => drawItem(one, pile)));
    }));
    drawShared();
  }

  function drawItem(item, pile) {
    const move = make("select", { "aria-label": "Put it on another pile", change: () => {
      footprint.change({ move: [item.key, move.value] });
      said.textContent = `${counted(items, footprint.moved)}.`;
      draw();
    } }, Object.entries(PILES).map(([value, words]) => make("option", { value }, words)));
    move.value = pile;
    return make("article.found", {},
      item.findings.length > 0 ? marked(item.text, item.findings)
        : make("div.words-shown", { dir: "auto" }, item.text),
      ago(item.year),
      item.cheers.map((one) => make("p.cheered", {}, "♡ ",
        sentence(names.signal(one)?.title ?? ""))),
      item.themes.map((theme) => make("div.theme", {},
        make("p", {}, make("strong", {}, `${theme.title}. `), theme.took),
        make("p.hint", {}, theme.natural),
        make("p", {}, "You could: ", lower(theme.option)))),
      make("div.choices-row", {}, move, share(item.key, "Share this")));
  }

  /** @param {string} key @param {string} words */
  function share(key, words) {
    const box = make("input", { type: "checkbox", change: () => {
      footprint.change({ share: [key, box.checked] });
      drawShared();
    } });
    box.checked = footprint.shared.has(key);
    return make("label", {}, box, words);
  }

  const parts = (only) => ({ items, moved: footprint.moved, plan: footprint.plan,
    shared: only ? footprint.shared : null });

  function drawShared() {
    const chosen = footprint.shared.size > 0;
    shared.replaceChildren(chosen
      ? make("pre.shared-text", { dir: "auto", tabindex: "0", "aria-label": "What I share" },
        writeFootprint(parts(true)))
      : make("p.hint", {}, "Nothing. Tick “Share this” beside what you want to show."));
    sharing.hidden = !chosen;
  }

  const sharing = button("Save what I share", () =>
    save("what-i-share.md", writeFootprint(parts(true))));

  const ticks = TICKS.map(({ title, items: those }) => make("fieldset.ticks", {},
    make("legend", {}, title),
    those.map(({ key, words }) => {
      const box = make("input", { type: "checkbox", change: () => {
        footprint.change({ tick: [key, box.checked] });
        look();
      } });
      box.checked = footprint.ticked.has(key);
      return make("label", {}, box, words);
    })));

  const plan = Object.entries(PLAN).map(([key, title]) => {
    const field = make("textarea.plain-field", { rows: "2", dir: "auto", input: () => {
      footprint.change({ plan: [key, field.value] });
      drawShared();
    } });
    field.value = footprint.plan[key] ?? "";
    field.placeholder = PLAN_HINTS[key];
    return make("div.planned", {},
      make("label.stacked", {}, make("span", {}, title), field),
      share(key, "Share this"));
  });

  drawShared();
  return {
    element: make("div.placement", {}, heading("What someone might notice, in three minutes"),
      make("p.lead", {}, "See yourself as somebody meeting you for the first time " +
        "might: before your first placement, before you qualify, then once a year."),
      make("ul.promises", {}, PROMISES.map((words) => make("li", {}, words))),
      make("div.columns", {},
        make("section", {}, make("h2", {}, "Paste some of your posts"),
          make("label.stacked", { for: "own-posts" }, make("span", {},
            "Your own posts only, with an empty line between them. A date in front is fine.")),
          text),
        make("section", {}, make("h2", {}, "Or tick what you find"), ticks)),
      make("section.what", {}, make("h2", {}, "Three piles"), said, near, piles),
      make("section.plan", {}, make("h2", {}, "My plan"),
        make("p.hint", {}, "In your words. One small thing is enough."), plan),
      make("section.give", {}, make("h2", {}, "What my educator would see"),
        make("p.hint", {}, "Only what you chose. Nobody sees the rest, and nobody is told how much there was."),
        shared,
        make("p.tools", {}, sharing,
          button("Save it all, for me", () => {
            save("what-someone-might-notice.md", writeFootprint(parts(false)));
            footprint.saved();
          })))),
    enter: look,
  };
}

const HINTS = {
  keep: "Things a person you support might smile at.",
  tidy: "One click each: who can see it, a tag, the archive.",
  talk: "With your educator or supervisor. No shame; also what you cannot change.",
};
const PLAN_HINTS = {
  week: "I will look at who can see my old posts.", placement: "",
  qualifying: "", thanks: "Somebody who taught me something",
};
const PROMISES = [
  "This is a picture, not a verdict. Most people find something.",
  "Nothing here decides whether you may practise.",
  "It is yours alone: nothing leaves this page unless you save it. Nobody is looked up.",
];

const lower = (words) => words.charAt(0).toLowerCase() + words.slice(1);

/** @param {number | null} year */
function ago(year) {
  const years = year === null ? 0 : new Date().getFullYear() - year;
  if (years < 2) return null;
  return make("p.hint", {}, `About ${years} years ago. You have grown since.`);
}
