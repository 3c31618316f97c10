/* Changes that a group proposes to a pack. Written as one Markdown file that
   is a pack itself: whoever keeps the pack reads the reasons, and can load it
   beside theirs to see what it does. */

/** What can be proposed, in the words of the page. */
export const KINDS = {
  fires: "This post should get a reminder",
  quiet: "This post should stay quiet",
  words: "Look for further words",
  mute: "This signal should say nothing",
  reword: "Say the reminder in other words",
  thought: "Something to talk about",
};

/** @typedef {object} Change
    @property {keyof typeof KINDS} kind
    @property {{id: string, pack: string, title: string}} principle
    @property {{id: string, title: string} | null} signal for "mute"
    @property {string} post to the letter
    @property {string} setting as it is written
    @property {string} today what Earshot says now, in a sentence
    @property {string} near for "words": a post that should stay quiet
    @property {string} words phrases by the line, or the reminder
    @property {string} question of a reminder in other words
    @property {string} why */

/** One line, as an item of a list needs it. @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
/** Prose that begins nothing: no heading, list or quote of its own.
    @param {string} text */
const prose = (text) => oneLine(text).replace(/^([#>+*-]|\d+[.)])/, "\\$1");
const example = ({ post, setting }) => `- \`${setting}\` ${oneLine(post)}`;

/** What is missing before a change can be tried or kept; null when nothing is.
    @param {Change} change @returns {string | null} */
export function lacking({ kind, post, near, words, signal, why }) {
  if (kind === "words" && !words.trim()) return "Write the words to look for, one phrase a line.";
  if (/fires|quiet|words/.test(kind) && !post.trim()) return "Write a post above.";
  if (kind === "words" && !near.trim()) {
    return "Write a near miss: a post that should stay quiet although it is close.";
  }
  if (kind === "mute" && !signal) return "Choose the signal.";
  if (kind === "reword" && !words.trim()) return "Write the reminder in your words.";
  if (kind === "thought" && !why.trim()) return "Write what you think.";
  return null;
}

/** @param {Change} change @param {number} n @returns {string} a part of a pack,
      or nothing when there is nothing the program could do */
function ruleOf({ kind, principle, signal, words, question, why, near, ...post }, n) {
  const { pack, id } = principle;
  if (kind === "mute") return `# Mute: ${pack} \`${id}\`\n\n- ${signal?.id}`;
  if (kind === "reword") {
    const asked = question.trim() ? `\n\n> ${oneLine(question)}` : "";
    return `# Reword: ${pack} \`${id}\`\n\n${prose(words)}${asked}`;
  }
  if (kind !== "words") return "";
  const phrases = words.split("\n").map(oneLine).filter(Boolean);
  return [`# Extend: ${pack} \`${id}\``, `## Signal: proposed words \`proposed-${n + 1}\``,
    prose(why) || "Proposed by a group.",
    `### Looks for\n\n${phrases.map((phrase) => `- ${phrase}`).join("\n")}`,
    "### Levels\n\n- note",
    `### Fires\n\n${example(post)}`,
    `### Stays quiet\n\n${example({ post: near, setting: post.setting })}`].join("\n\n");
}

/** @param {Change} change */
function told({ kind, principle, signal, post, setting, today, why }) {
  const about = /fires|quiet/.test(kind) && post.trim();
  return [`### ${principle.title}: ${KINDS[kind].toLowerCase()}`,
    signal && kind === "mute" && `- Signal: ${signal.title} \`${signal.id}\``,
    about && `> ${oneLine(post)}`,
    about && `- Setting: \`${setting}\`\n- Today: ${today}`,
    why.trim() && `Why: ${prose(why)}`].filter(Boolean).join("\n\n");
}

const HEAD = `# Pack: A proposal for the principles \`proposal\`

- Version: 0.1.0
- Language: en-GB
- Licence: CC BY 4.0

For whoever keeps the pack. Everything below this heading, down to the next one
like it, is for people to read. What follows then is what Earshot would do: open
this file under “Your own pack” and try it. Everybody in it is invented.`;

/** @param {Change[]} changes @returns {string} a pack */
export function writeProposal(changes) {
  const rules = changes.map(ruleOf).filter(Boolean);
  return `${[HEAD, "## What we propose, and why", ...changes.map(told), ...rules]
    .join("\n\n")}\n`;
}

/** The posts of a pack that tell what a change does to what is there: for
    further words those that should stay quiet, for a signal that says nothing
    those that it should speak on.
    @param {Change} change @param {any[]} principles
    @returns {{setting: string, text: string, principle: string}[]} */
export function affected({ kind, principle, signal }, principles) {
  const of = (one, what, signals) => signals.flatMap((each) =>
    each[what].map((post) => ({ ...post, principle: one.id })));
  if (kind === "words") {
    return principles.flatMap((one) => of(one, "quiet", one.signals));
  }
  const mine = principles.find(({ id }) => id === principle.id);
  if (kind !== "mute" || !mine) return [];
  return of(mine, "fires", mine.signals.filter(({ id }) => id === signal?.id));
}

/** What a group proposes, until it is in a file. */
export class Proposal {
  /** @type {Change[]} */
  changes = [];
  unsaved = false;

  /** @param {Change} change */
  add(change) {
    this.changes = [...this.changes, change];
    this.unsaved = true;
  }

  /** @param {Change} change */
  remove(change) {
    this.changes = this.changes.filter((one) => one !== change);
    this.unsaved = this.changes.length > 0;
  }

  saved() {
    this.unsaved = false;
  }
}
