/* Block editors give every paragraph an editing host of its own. What is written
   there is one draft all the same: a place in one paragraph and an age in the
   next join up. Told by their shape alone: hosts side by side, with no words
   around them that cannot be edited. Asked once when something gets the focus. */

/** Elements looked at, at most: a post longer than that is read block by block. */
const MOST = 4000;

/** What stands around blocks without being words: tools of the editor. */
const TOOLS = new Set(["button", "svg", "style", "script", "template"]);

/** Whether it is edited, or said to be. @param {Element} element */
export const isHost = (element) =>
  /^(|true|plaintext-only)$/.test(element.getAttribute("contenteditable") ?? "false");

/** @typedef {{hosts: number, words: boolean}} Part `words`: that are not in a
      host */

/** @param {Node} node @param {{left: number}} budget @returns {Part} */
function look(node, budget) {
  if (node.nodeType === 3) {
    return { hosts: 0, words: /\S/.test(/** @type {Text} */ (node).data) };
  }
  const part = { hosts: 0, words: false };
  if (node.nodeType !== 1) return part;
  const element = /** @type {Element} */ (node);
  budget.left -= 1;
  if (budget.left < 0) return { hosts: 0, words: true };
  if (isHost(element)) return { hosts: 1, words: false };
  if (TOOLS.has(element.localName) || element.getAttribute("role") === "button") {
    return part;
  }
  for (let at = element.firstChild; at; at = at.nextSibling) {
    const { hosts, words } = look(at, budget);
    part.hosts += hosts;
    part.words ||= words;
  }
  return part;
}

/** The largest element around a host in which hosts stand side by side.
    @param {Element} host @returns {Element | null} null: the host is alone */
export function groupOf(host) {
  const { body } = host.ownerDocument;
  const budget = { left: MOST };
  let group = null;
  let child = host;
  for (;;) {
    const parent = child.parentElement;
    if (!parent || parent === body) return group;
    let beside = 0;
    let words = false;
    for (let at = parent.firstChild; at; at = at.nextSibling) {
      if (at === child) continue;
      const part = look(at, budget);
      words ||= part.words;
      if (part.hosts > 0 && !part.words) beside += 1;
    }
    if (budget.left < 0) return group;
    if (beside > 0) group = parent;
    if (words) return group;
    child = parent;
  }
}
