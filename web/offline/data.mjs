/* What build.mjs put into the page. */

/** An element that the template is known to have. @param {string} id
    @returns {any} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/** @param {string} name */
export const data = (name) => JSON.parse(byId(`data-${name}`).textContent);

/** What is text as it is. @param {string} name */
export const dataText = (name) => byId(`data-${name}`).textContent.trim();
