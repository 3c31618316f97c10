/* What a proposed change would do, seen at once: on this post, and on all the
   posts that the pack itself brings. */
import { affected, writeProposal } from "../../core/proposal.mjs";
import { make } from "../make.mjs";
import { drawFault } from "../own-pack.mjs";
import { noticed, summary } from "./noticed.mjs";

const FILE = "proposal.md";
/** Posts are shown up to here; the rest are counted. */
const MOST = 12;

/** What Earshot says today, in a sentence. @param {any} result
    @param {string} principle @param {string} title */
export function today(result, principle, title) {
  const { groups } = summary(result);
  const mine = groups.find((one) => one.principle === principle);
  if (mine) return `“${title}” speaks (${mine.level}).`;
  return groups.length === 0 ? "nothing is said."
    : `“${title}” says nothing; another principle speaks.`;
}

/** @param {import("./teach.mjs").Context} context
    @param {import("../../core/proposal.mjs").Change} change
    @returns {Promise<HTMLElement>} */
export async function outcome({ library, check }, change) {
  const { kind, post, setting, principle } = change;
  if (kind === "thought") return make("div", {}, make("p", {}, "A thought for " +
    "people: it goes into the proposal as it is."));
  const before = post.trim() ? await check(post, setting) : null;
  if (kind === "fires" || kind === "quiet") return already(change, before);
  const posts = affected(change, library.told.principles);
  const files = [{ name: FILE, text: writeProposal([change]) }];
  return library.suppose(files, async ({ diagnostics, packs, proof }) => {
    const faults = diagnostics.filter(({ file }) => file === FILE);
    if (faults.length > 0) return faulty(faults, files);
    if (kind === "reword") return reworded(packs, principle);
    const after = await Promise.all(posts.map((one) => check(one.text, one.setting)));
    if (kind === "mute") return muted(posts, after);
    const now = await check(post, setting);
    return make("div", {}, sides(before, now, library.told, packs),
      proofOf(proof), spoken(posts, after));
  });
}

function already({ kind, principle }, result) {
  const speaks = summary(result).groups.some((one) => one.principle === principle.id);
  const so = speaks === (kind === "fires");
  return make("div", {}, make("p", {}, `Today ${today(result, principle.id, principle.title)} `,
    make("strong", {}, so ? "So this is as you wish already; as an example it " +
      "would keep it so." : "So this would be a change. Whoever keeps the pack " +
      "can begin with your post.")));
}

const faulty = (faults, files) => make("div", {},
  make("p", {}, "It cannot be tried yet:"),
  make("ul.faults", {}, faults.map((one) => drawFault(one, files))));

const sides = (before, now, told, packs) => make("div.pair", {},
  make("section", {}, make("h4", {}, "Today"), noticed(before, told)),
  make("section", {}, make("h4", {}, "With your change"), noticed(now, packs)));

function reworded({ principles }, { id }) {
  const one = principles.find((principle) => principle.id === id);
  return make("div", {}, make("h4", {}, "The card would read"),
    make("article.notice", { data: { level: "note" } },
      make("h3", {}, one?.title), make("p", {}, one?.wordings[0]),
      one?.question && make("p.question", {}, one.question)));
}

/** Its own two posts, when they do not come out as they should. */
function proofOf(proof) {
  const mine = proof.failures.filter(({ file }) => file === FILE);
  if (mine.length === 0) return null;
  return make("ul.posts", {}, mine.map(({ message }) => make("li", {},
    /stays quiet\.$/.test(message) ? "Your post does not get it: these words are not found in it."
      : /stay quiet here/.test(message) ? "Your near miss gets it too."
        : message)));
}

/** Where proposed words would speak although the pack says to be quiet. */
function spoken(posts, after) {
  const hit = posts.filter((_, n) => after[n].findings.some(({ signal }) =>
    signal.startsWith("proposed-")));
  return make("div", {}, make("h4", {}, "On the posts that the pack wants quiet"),
    make("p", {}, hit.length === 0
      ? `It stays quiet on all ${posts.length}.`
      : `It would speak on ${hit.length} of ${posts.length}:`), list(hit));
}

/** Which of its posts would get no reminder at all. */
function muted(posts, after) {
  const lost = posts.filter((one, n) => !after[n].findings.some(({ principle }) =>
    principle === one.principle));
  return make("div", {}, make("p", {}, lost.length === 0
    ? `Nothing would be lost: the other signals still speak on all ${posts.length} posts.`
    : `${lost.length} of the ${posts.length} posts that it should speak on would ` +
      "get nothing from this principle:"), list(lost));
}

const list = (posts) => make("ul.posts", {},
  posts.slice(0, MOST).map(({ text }) => make("li", { dir: "auto" }, text)),
  posts.length > MOST && make("li", {}, `and ${posts.length - MOST} more`));
