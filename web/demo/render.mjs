/* The four places as pages. */
import { PLACES } from "./people.mjs";

const NAMES = { feed: "A feed", group: "A closed group", blog: "A blog with comments", chat: "A chat" };

const safe = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

const initials = (who) => who.split(" ").map(([first]) => first).join("").slice(0, 2);

const post = ({ who, handle = "", when, text }) => `<article class="post">
  <span class="face" aria-hidden="true">${safe(initials(who))}</span>
  <div><p class="by"><strong>${safe(who)}</strong> <span>${safe(handle)} · ${safe(when)}</span></p>
  <p>${safe(text)}</p></div>
</article>`;

const field = ({ field: kind, ask }) => (kind === "plain"
  ? `<textarea id="field" rows="4" aria-label="${safe(ask)}" placeholder="${safe(ask)}"></textarea>`
  : `<div id="field" class="rich" contenteditable="true" role="textbox" aria-multiline="true"
      aria-label="${safe(ask)}" data-ask="${safe(ask)}"></div>`);

const composer = (place) => `<section class="composer" aria-label="Write">
  ${field(place)}
  <div class="under"><span>${safe(place.audience)}</span>
  <button type="button" id="send">${safe(place.button)}</button></div>
</section>`;

const article = ({ title, text }) => `<article class="article"><h2>${safe(title)}</h2>
  ${text.map((one) => `<p>${safe(one)}</p>`).join("")}</article>`;

/** @param {string} name of the place @param {(name: string) => string} address
    @returns {string} its page */
export function render(name, address) {
  const place = PLACES[name];
  const posts = `<div id="posts" class="${place.chat ? "chat" : "posts"}">
    ${place.posts.map(post).join("\n")}</div>`;
  const write = composer(place);
  const parts = place.article ? [article(place.article), "<h3>Comments</h3>", posts, write]
    : place.chat ? [posts, write] : [write, posts];
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(place.title)}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css"><script src="/page.js" defer></script></head>
<body class="${name}">
<nav aria-label="Places">${Object.entries(NAMES).map(([other, words]) =>
    `<a href="${address(other)}"${other === name ? ' aria-current="page"' : ""}>${words}</a>`).join("")}</nav>
<header><h1>${safe(place.title)}</h1><p>${safe(place.lead)}</p></header>
<main>${parts.join("\n")}</main>
<footer>Everybody here is invented. What you write stays on this page and is gone when you close it.</footer>
</body></html>`;
}
