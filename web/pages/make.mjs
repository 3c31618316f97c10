/* Elements, made in one place. Only the tags and attributes named here can be
   made, none of which can fetch, run or send anything; a lint over the built
   page (tests/web/build.test.mjs) sees to it that nobody makes them elsewhere. */

const TAGS = new Set(`a abbr article aside b blockquote br button caption code
  del details div dl dt dd em fieldset figure figcaption h1 h2 h3 h4 h5 h6
  header hr i input kbd label legend li mark nav ol option p pre q s samp
  section select small span strong sub summary sup table tbody td textarea th
  thead tr u ul`.split(/\s+/));

const ATTRIBUTES = new Set(`aria-controls aria-current aria-describedby
  aria-expanded aria-hidden aria-label aria-labelledby aria-live class colspan
  dir for hidden id lang name open role rows scope start tabindex title type
  value`.split(/\s+/));

/** @typedef {any} Part a node, a string, or nothing */

/** make("p.note", {id: "x"}, "text", element, …). Handlers are given as
    functions under their event's name: {click: () => …}; data-* under "data".
    @param {string} name tag and classes
    @param {Record<string, any>} [traits]
    @param {...(Part | Part[])} parts
    @returns {any} */
export function make(name, traits = {}, ...parts) {
  const [tag, ...classes] = name.split(".");
  if (!TAGS.has(tag)) throw new Error(`no <${tag}> here`);
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const [trait, value] of Object.entries(traits)) {
    if (typeof value === "function") element.addEventListener(trait, value);
    else if (trait === "data") Object.assign(element.dataset, value);
    else if (trait === "hash") setHash(element, value);
    else setAttribute(element, trait, value);
  }
  element.append(...parts.flat().filter(isPart));
  return element;
}

/** @param {any} part */
const isPart = (part) =>
  part !== null && part !== undefined && part !== false;

function setAttribute(element, trait, value) {
  if (value === false || value === null || value === undefined) return;
  if (!ATTRIBUTES.has(trait)) throw new Error(`no ${trait}="" here`);
  element.setAttribute(trait, value === true ? "" : String(value));
}

/** A link within the page, the only kind there is. */
function setHash(element, id) {
  element.setAttribute("href", `#${encodeURIComponent(id)}`);
}
