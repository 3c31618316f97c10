/* Where and as whom one posts. Declared by the person, never inferred.
   Written as the engine reads it: audience/identity/role/medium[;t=HH:MM]. */

/** @typedef {{audience: string, identity: string, role: string,
      medium: string}} Setting */

/** In the order of the written form; each value with the words a person
    reads, which finish the sentence "I am writing …". */
export const FACETS = {
  audience: [
    ["open", "anyone can see it"],
    ["locked", "followers can see it"],
    ["group", "a group can see it"],
    ["dm", "a few can see it"],
  ],
  identity: [
    ["named", "with my own name"],
    ["anon", "with another name"],
    ["unstated", "I’d rather not say"],
  ],
  role: [
    ["student", "a student"],
    ["qualified", "a qualified worker"],
    ["carer", "a care worker"],
    ["educator", "an educator"],
    ["lived", "myself: it is my story"],
    ["any", "someone else"],
  ],
  medium: [
    ["tweet", "a short post"],
    ["comment", "a reply"],
    ["blog", "a blog post"],
    ["facebook", "a Facebook post"],
    ["group-post", "a post in a group"],
    ["linkedin", "a LinkedIn post"],
    ["instagram", "an Instagram post"],
    ["tiktok", "a TikTok"],
    ["whatsapp", "a WhatsApp chat"],
    ["forum", "a forum post"],
  ],
};

/** What holds when nobody has said anything. @type {Setting} */
export const DEFAULT = {
  audience: "open", identity: "unstated", role: "any", medium: "tweet",
};

/** The same values, told about somebody else in a few words. */
const SHORT = {
  audience: {
    open: "anyone can see it", locked: "followers can see it",
    group: "a group can see it", dm: "one person can see it",
  },
  identity: { named: "own name", anon: "another name", unstated: "" },
  role: {
    student: "a student", qualified: "a qualified worker",
    carer: "a care worker", educator: "an educator",
    lived: "somebody with a story of their own", any: "",
  },
  medium: {
    tweet: "A short post", comment: "A reply", blog: "A blog post",
    facebook: "A Facebook post", "group-post": "A post in a group",
    linkedin: "A LinkedIn post", instagram: "An Instagram post",
    tiktok: "A TikTok", whatsapp: "A chat message", forum: "A forum post",
  },
};

/** @param {string} text a setting as it is written @returns {string} "A short
      post by a student, own name; anyone can see it, at 23:40" */
export function tellSetting(text) {
  const setting = readSetting(text);
  const word = (facet) => SHORT[facet][setting[facet]];
  const message = setting.audience === "dm" ? "A message" : word("medium");
  const by = word("role") && ` by ${word("role")}`;
  const name = word("identity") && `, ${word("identity")}`;
  const time = timeOf(text);
  return `${message}${by}${name}; ${word("audience")}${time && `, at ${time}`}`;
}

/** @param {string} text a setting as it is written @returns {string} "23:40",
      or nothing */
export const timeOf = (text) => /;t=(\d\d:\d\d)/.exec(text)?.[1] ?? "";

const two = (number) => String(number).padStart(2, "0");

/** @param {Setting} setting @param {Date | null} [now] the device's clock, or
    null when the person does not want it read */
export function writeSetting(setting, now = null) {
  const words = Object.keys(FACETS).map((facet) => setting[facet]).join("/");
  if (!now) return words;
  return `${words};t=${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** Values that do not exist fall back to the default, one by one.
    @param {string | null | undefined} text @returns {Setting} */
export function readSetting(text) {
  const values = String(text ?? "").split(";")[0].split("/");
  const read = { ...DEFAULT };
  Object.entries(FACETS).forEach(([facet, known], index) => {
    if (known.some(([value]) => value === values[index])) {
      read[facet] = values[index];
    }
  });
  return read;
}
