/* The state light, in words. Silence must never read as approval, so there is
   always a line, and none of them says that all is well. */

/** @typedef {import("../core/session.mjs").View} View */

const LINES = {
  empty: "Ready when you are.",
  checking: "Reading along…",
  part: "Only the first part was checked: this is more than Earshot can read " +
    "in one go.",
  restarted: "Earshot stumbled over this and started afresh. Your draft is " +
    "untouched, but this version of it was not checked.",
  cannot: "Earshot cannot check here: this browser did not let it start. " +
    "Nothing on this page has been checked.",
};

const counted = (count) => count === 1 ? "1 reminder" : `${count} reminders`;

/** @param {View} view @returns {{light: string, text: string}} */
export function stateLine({ light, paused, count, cheers }) {
  if (light === "checking" || (light === "read" && !paused)) {
    return { light: "checking", text: LINES.checking };
  }
  if (light !== "read") return { light, text: LINES[light] };
  if (count > 0) return { light: "some", text: `${counted(count)} for you.` };
  if (cheers.length > 0) {
    return { light: "none", text: "Nothing more to add. That is not an approval." };
  }
  return { light: "none", text: "Nothing to add. That is not an approval." };
}

/** What is read out, or null when it is not the moment: only when the person
    has paused and there is an answer.
    @param {View} view @param {string} keys that lead to the reminders
    @returns {string | null} */
export function announcement(view, keys = "Control and Enter") {
  const { light, paused, count, cheers } = view;
  if (light === "empty") return "";
  if (!paused || light === "checking") return null;
  const { text } = stateLine(view);
  if (light !== "read") return text;
  const cheer = cheers.length > 0 ? " And something kind to say." : "";
  if (count === 0) return text + cheer;
  return `${counted(count)}. ${keys} goes there.`;
}
