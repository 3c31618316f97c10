/* The questions about a setting, as lists to choose from. */
import { FACETS } from "../../core/setting.mjs";
import { make } from "../../pages/make.mjs";

/** The words before each list; the lists' own finish the sentence. */
export const LABELS = {
  audience: "Who can see it", identity: "Signed", role: "I am",
  medium: "I am writing",
};

/** @param {string} facet @param {string} value
    @param {(value: string) => void} chosen
    @param {string} [prefix] of ids, where one page asks twice */
export function choice(facet, value, chosen, prefix = "") {
  const id = `${prefix}${facet}`;
  const select = make("select", {
    id, change: ({ currentTarget }) => chosen(currentTarget.value),
  }, FACETS[facet].map(([known, words]) =>
    make("option", { value: known }, capital(words))));
  select.value = value;
  return make("p.choice", {}, make("label", { for: id }, LABELS[facet]), select);
}

/** @param {string} words */
export const capital = (words) => words[0].toUpperCase() + words.slice(1);

/** How the person reads a value. @param {string} facet @param {string} value */
export const wordsOf = (facet, value) =>
  FACETS[facet].find(([known]) => known === value)?.[1] ?? value;

/** What a site's choice says of the setting, beside being off.
    @param {any} site @returns {[string, string][]} */
export const facetsOf = (site) =>
  Object.entries(site ?? {}).filter(([facet]) => facet in FACETS);
