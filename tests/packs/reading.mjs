// How hard a text is to read: the Flesch-Kincaid grade (Kincaid and others 1975), where 6.5 is about what somebody of eleven or twelve reads.

// What the rules below miscount.
const COUNTED = new Map(Object.entries({
  people: 2, someone: 2, somebody: 3, everyone: 3, anyone: 3, anybody: 4, being: 2, idea: 3, ideas: 3, media: 3, really: 2, quiet: 2, social: 2,
  science: 2, area: 3, diary: 3, create: 2, created: 3, business: 2, something: 2, sometimes: 2, family: 3, families: 3, details: 2, named: 1,
}));

function syllablesOf(word) {
  const plain = word.toLowerCase().replace(/['’]s$|[^a-z]/g, '');
  if (COUNTED.has(plain)) return COUNTED.get(plain);
  const spoken = plain.replace(/(?<=[^aeiouyl])es$|(?<=[^aeiouytd])ed$|(?<=[^aeiouy])(?<!l)e$|(?<=[aeiouy]l)e$/, '').replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}

/** The words of a text; a number is one, and spoken as it is read. @param {string} text */
export const wordsOf = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? [];

/** Sentences end in . ! ? or …; a colon or a semicolon ends none. @param {string} text */
export function grade(text) {
  const words = wordsOf(text);
  const sentences = text.split(/[.!?…]+["”')]*(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length || 1;
  const syllables = words.reduce((sum, word) => sum + (/\d/.test(word) ? 2 : syllablesOf(word)), 0);
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
}
