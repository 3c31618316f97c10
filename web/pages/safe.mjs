/* HTML that came from a pack, made harmless. The engine already leaves raw
   HTML and script links out; this does not rely on it. The text is parsed as
   a document that cannot run or load anything, and what is on the list is
   built anew. Links do not stay links: following one would be a request, so
   the address is shown as text, to be read and copied. */
import { make } from "./make.mjs";

const KEEP = new Set(`section h1 h2 h3 h4 h5 h6 p ul ol li blockquote pre code em
  strong br hr`.split(/\s+/));
/** Not even their text is wanted. */
const DROP = new Set(`script style template noscript iframe object embed svg
  math title textarea select head`.split(/\s+/));
/** Deeper than any pack may nest (EARSHOT_PACK_NESTING), with room. */
const DEEPEST = 64;

/** @param {string} html @returns {Node[]} */
export function safe(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return children(parsed.body, 0);
}

/** @param {Node} node @param {number} depth @returns {Node[]} */
function children(node, depth) {
  if (depth > DEEPEST) return [];
  return [...node.childNodes].flatMap((child) => copy(child, depth));
}

/** @param {Node} node @param {number} depth @returns {Node[]} */
function copy(node, depth) {
  if (node.nodeType === Node.TEXT_NODE) {
    return [document.createTextNode(node.textContent)];
  }
  if (!(node instanceof Element)) return [];
  const tag = node.localName;
  if (DROP.has(tag)) return [];
  const inside = children(node, depth + 1);
  if (tag === "a") return [...inside, ...address(node)];
  if (!KEEP.has(tag)) return inside;
  return [make(tag, {}, ...inside)];
}

/** @param {Element} link */
function address(link) {
  const href = link.getAttribute("href") ?? "";
  if (!/^https?:\/\//i.test(href)) return [];
  if (link.textContent.trim() === href) return [];
  return [" ", make("span.address", {}, href)];
}
