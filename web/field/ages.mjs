/* An age, told as a time of life. */

const ONES = `zero one two three four five six seven eight nine ten eleven twelve
  thirteen fourteen fifteen sixteen seventeen eighteen nineteen`.split(/\s+/);
const TENS = `_ _ twenty thirty forty fifty sixty seventy eighty ninety`.split(" ");
/** In figures, perhaps with letters right behind ("7yo"), or in whole words:
    "four" is no part of "fourteen". */
const NUMBER = new RegExp(`\\b(\\d{1,3}(?![\\d'’])|(?:(?:${
  TENS.slice(2).join("|")})(?:[ -](?:${ONES.slice(1, 10).join("|")}))?|${
  ONES.join("|")})(?![\\p{L}'’]))`, "iu");

/** @param {string} words @returns {number} */
function valueOf(words) {
  if (/^\d/.test(words)) return Number(words);
  const [first, second] = words.toLowerCase().split(/[ -]/);
  const tens = TENS.indexOf(first);
  if (tens < 0) return ONES.indexOf(first);
  return tens * 10 + (second ? ONES.indexOf(second) : 0);
}

/** As a noun and before one, by the age at which it ends. */
const STAGES = [
  [3, "a small child", "small"], [12, "a young child", "young"],
  [19, "a teenager", "teenage"], [64, "an adult", "grown-up"],
  [200, "an older person", "older"],
];

const stageOf = (age) => STAGES.find(([until]) => age <= until);

/** Who may be described by an age: with one of these next or next but one, the
    age stands before a noun; else it is one itself ("a 7yo who sings"). */
const PEOPLE = new RegExp(`^[\\s-]+(?:[\\p{L}'’-]+ )?(?:lads?|boys?|girls?|m[ae]n|
  wom[ae]n|lad(?:y|ies)|gents?|gentlem[ae]n|child(?:ren)?|kids?|bab(?:y|ies)|
  sons?|daughters?|brothers?|sisters?|siblings?|mums?|dads?|persons?|people|
  residents?|clients?|patients?|tenants?|pupils?|students?|twins?|nans?|
  fellas?|blokes?|chaps?|lass(?:es)?|weans?|bairns?|carers?|neighbours?)\\b`
  .replace(/\s*\n\s*/g, ""), "iu");

/** @param {{words: string, before: string, after: string}} detail
    @returns {{words: string, more?: number, less?: number} | null} */
export function ageWords({ words, before, after }) {
  const found = NUMBER.exec(words);
  if (!found) return null;
  const [digits] = found;
  const rest = words.slice(found.index + digits.length);
  const head = words.slice(0, found.index);
  if (/^\s*(foot|stone|ft|st|kg|pounds|weeks? ago|days?)\b/i.test(rest + after)) {
    return null;
  }
  if (/^\s*(birthday)/i.test(rest)) return { words: "birthday" };
  if (/^year $/i.test(head)) {
    return { words: valueOf(digits) < 7 ? "primary school" : "secondary school" };
  }
  if (/^turn(ed|ing) $/i.test(head)) {
    return { words: /ed /i.test(head) ? "had a birthday" : "having a birthday" };
  }
  const months = /^[\s-]*(month|week|day)/i.test(rest);
  const [, noun, adjective] = stageOf(months ? 1 : valueOf(digits));
  if (/^aged? $/i.test(head)) return takenOut(before);
  if (/^[\s-]*(year|yr|month|week|y\/?o\b)/i.test(rest)) {
    return old(noun, adjective, before, after);
  }
  // Behind "he is", alone between commas, and the like.
  return { words: `${head}${noun}${rest}` };
}

/** "a 14 year old lad", "a 7yo who": before a noun, or as one.
    @returns {{words: string, less?: number}} */
function old(noun, adjective, before, after) {
  const [article = ""] = /\b(?:an?) $/i.exec(before) ?? [];
  const owned = /\b(?:the|my|our|his|her|their|this|that|one|of) $/i.test(before);
  if (!PEOPLE.test(after)) {
    const plain = owned ? noun.replace(/^an? /, "") : noun;
    return { words: large(article, plain), less: article.length };
  }
  const kept = article ? `${/^[aeiou]/.test(adjective) ? "an" : "a"} ` : "";
  return { words: large(article, kept + adjective), less: article.length };
}

const large = (was, words) => /^A/.test(was)
  ? words.charAt(0).toUpperCase() + words.slice(1) : words;

/** "a boy aged 6" says as much without it. */
function takenOut(before) {
  const [gap = ""] = /,\s$/.exec(before) ?? [];
  return { words: "", less: gap.length };
}
