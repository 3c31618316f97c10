// Prints src/text/fold.c's tables as a C header: which characters have a
// plain spelling in ASCII, and which have a lower case of the same length.
//
//   node src/text/fold.mjs > build/gen/fold_table.h
//
// The ranges hold only characters assigned by Unicode 6.0, and Unicode never
// changes the decomposition or case of an assigned character, so that the
// output does not depend on the ICU of the node that runs this.

/** Looked up with NFKD; an entry is made when plain ASCII comes out. */
const PLAIN = [
  [0x00aa, 0x00be], // Latin-1: ordinals, superscripts, fractions
  [0x00c0, 0x024f], // Latin-1 to Latin Extended-B
  [0x0262, 0x02b8], // small capitals of IPA, modifier letters
  [0x02e0, 0x02e3], // modifier letters
  [0x0660, 0x0669], // Arabic-Indic digits
  [0x06f0, 0x06f9], // Eastern Arabic-Indic digits
  [0x0966, 0x096f], // Devanagari digits
  [0x1d00, 0x1d6a], // small capitals, modifier letters
  [0x1e00, 0x1eff], // Latin Extended Additional
  [0x2070, 0x209c], // super- and subscripts
  [0x2100, 0x2189], // letterlike, number forms (Roman numerals, fractions)
  [0x2460, 0x24ff], // enclosed alphanumerics
  [0x2776, 0x2793], // circled digits of the dingbats
  [0xa730, 0xa731], // small capitals F and S
  [0xfb00, 0xfb06], // ligatures
  [0xff01, 0xff5e], // fullwidth forms
  [0x1d400, 0x1d6a3], // mathematical alphanumerics, Latin
  [0x1d7ce, 0x1d7ff], // mathematical digits
  [0x1f100, 0x1f10a], // digits with full stop or comma
  [0x1f110, 0x1f149], // letters in brackets, circles, squares
  [0x1f150, 0x1f169], // white letters in black circles
  [0x1f170, 0x1f189], // white letters in black squares
];

/** Lower case where it has the same length in UTF-8. */
const CASED = [
  [0x0180, 0x024f], // what stays of Latin Extended-B
  [0x0370, 0x0377], // Greek
  [0x0386, 0x03ff],
  [0x0400, 0x0525], // Cyrillic
  [0x0531, 0x0556], // Armenian
];

/** Letters that have no decomposition but look or read like these. */
const OWN = new Map([
  ["Æ", "AE"], ["æ", "ae"], ["Œ", "OE"], ["œ", "oe"], ["ß", "ss"],
  ["ẞ", "SS"], ["Ø", "O"], ["ø", "o"], ["Đ", "D"], ["đ", "d"], ["Ð", "D"],
  ["ð", "d"], ["Þ", "Th"], ["þ", "th"], ["Ħ", "H"], ["ħ", "h"], ["ı", "i"],
  ["ĸ", "k"], ["Ł", "L"], ["ł", "l"], ["Ŋ", "Ng"], ["ŋ", "ng"], ["Ŧ", "T"],
  ["ŧ", "t"], ["ƒ", "f"], ["ŀ", "l"], ["Ŀ", "L"],
  // marks behind a name, no part of it
  ["™", ""], ["℠", ""],
]);
const SMALL_CAPITALS = {
  a: "ᴀ", b: "ʙ", c: "ᴄ", d: "ᴅ", e: "ᴇ", f: "ꜰ", g: "ɢ", h: "ʜ", i: "ɪ",
  j: "ᴊ", k: "ᴋ", l: "ʟ", m: "ᴍ", n: "ɴ", o: "ᴏ", p: "ᴘ", r: "ʀ", s: "ꜱ",
  t: "ᴛ", u: "ᴜ", v: "ᴠ", w: "ᴡ", y: "ʏ", z: "ᴢ",
};
for (const [plain, styled] of Object.entries(SMALL_CAPITALS))
  OWN.set(styled, plain);

/** `count` characters from `first` on read as the texts in order. */
function series(first, texts) {
  texts.forEach((text, i) => OWN.set(String.fromCodePoint(first + i), text));
}
const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const numbers = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
for (const first of [0x0660, 0x06f0, 0x0966]) series(first, numbers(0, 9));
for (const first of [0x2776, 0x2780, 0x278a]) series(first, numbers(1, 10));
series(0x24eb, numbers(11, 20));
series(0x24f5, numbers(1, 10));
series(0x24ff, ["0"]);
for (const first of [0x1f150, 0x1f170]) series(first, alphabet);

function plain(code) {
  const character = String.fromCodePoint(code);
  const text = OWN.get(character) ?? character.normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\u2044/g, "/").replace(/\u02bc/g, "'")
    // a word spelled in letters in brackets is to be read as a word
    .replace(/^\(([A-Za-z]|\d+)\)$/, "$1").replace(/^(\d+)[.,]$/, "$1")
    .replace(/^\u3014S\u3015$/, "S");
  return /^[\x21-\x7e]+$/.test(text) ? text : "";
}

function lower(code) {
  const small = String.fromCodePoint(code).toLowerCase();
  const folded = small.codePointAt(0);
  const bytes = (c) => Buffer.byteLength(String.fromCodePoint(c));
  return [...small].length === 1 && bytes(folded) === bytes(code)
    ? folded : code;
}

const pool = new Map();
const data = [];
const pages = PLAIN.map(([first, last]) => {
  const page = [first, last, data.length];
  for (let code = first; code <= last; code++) {
    const text = plain(code);
    if (text.length > 1 && !pool.has(text)) pool.set(text, pool.size);
    data.push(text.length > 1 ? 0x80 + pool.get(text)
      : text ? text.charCodeAt(0) : 0);
  }
  return page;
});
if (pool.size > 0x80) throw new Error(`${pool.size} texts, room for 128`);
const widest = Math.max(...[...pool.keys()].map((text) => text.length));

// Runs of the same distance: every one (step 1) or every other (step 2).
const cases = [];
for (const [first, last] of CASED)
  for (let code = first; code <= last; code++) {
    const delta = lower(code) - code;
    if (delta === 0 || plain(code)) continue;
    const run = cases.at(-1);
    const step = run ? code - run.last : 0;
    if (run && run.delta === delta && (step === 1 || step === 2)
        && (run.step === step || run.first === run.last))
      Object.assign(run, { last: code, step });
    else
      cases.push({ first: code, last: code, step: 1, delta });
  }

const hex = (n) => "0x" + n.toString(16).toUpperCase();
function rows(items) {
  const out = [];
  let row = " ";
  for (const item of items) {
    if (row.length + item.length + 2 > 78) { out.push(row); row = " "; }
    row += ` ${item},`;
  }
  return out.concat(row).join("\n");
}
console.log(`/* Generated by src/text/fold.mjs; do not edit. */
#define FOLD_TEXT_BYTES ${widest}
static const struct {
  uint32_t first, last;
  uint16_t at;
} fold_pages[] = {
${rows(pages.map(([a, b, at]) => `{${hex(a)}, ${hex(b)}, ${at}}`))}
};
/* 0: nothing; below 0x80: that character; above: a text. */
static const uint8_t fold_data[] = {
${rows(data.map(String))}
};
static const char fold_texts[][FOLD_TEXT_BYTES + 1] = {
${rows([...pool.keys()].map((text) => JSON.stringify(text)))}
};
static const struct {
  uint16_t first, last;
  int16_t delta;
  uint8_t step;
} fold_cases[] = {
${rows(cases.map((c) =>
    `{${hex(c.first)}, ${hex(c.last)}, ${c.delta}, ${c.step}}`))}
};`);
