/* Gentler words: each row is a draft with its details in brackets and their
   class, and what it reads like afterwards. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { softer } from "../../web/field/soften.mjs";

/** "[age:14] from [place:in Leeds]" → text and evidence. */
function parse(marked) {
  const evidence = [];
  let text = "";
  for (const [, plain, kind, words] of marked.matchAll(
    /([^[]*)(?:\[([^:\]]+):([^\]]*)\])?/g)) {
    text += plain;
    if (!kind) continue;
    evidence.push({ class: kind, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, evidence };
}

function softened(marked) {
  const { text, evidence } = parse(marked);
  return softer(evidence, text).reduceRight((now, { start, end, words }) =>
    now.slice(0, start) + words + now.slice(end), text);
}

const ROWS = [
  ["A lad, [age:14], rang.", "A lad, a teenager, rang."],
  ["Tyler[age:, 6,] from here", "Tyler, a young child, from here"],
  ["my [age:14 year old] lad", "my teenage lad"],
  ["a [age:7yo] who sings", "a young child who sings"],
  ["an [age:84 year old] lady", "an older lady"],
  ["An [age:8 year old] who sings", "A young child who sings"],
  ["worked with a [age:45 year old] man", "worked with a grown-up man"],
  ["[age:he's 11]. Bless", "he's a young child. Bless"],
  ["a boy [age:aged 6] sang", "a boy sang"],
  ["a boy, [age:aged 6] sang", "a boy sang"],
  ["a [age:14 year old] autistic lad", "a teenage autistic lad"],
  ["she [age:turned fourteen] at last", "she had a birthday at last"],
  ["in [age:year 5] now", "in primary school now"],
  ["he [age:is 6] foot 5", "he is 6 foot 5"],
  ["there is a [age:newborn] here", "there is a newborn here"],
  ["the [age:eight year old] interprets", "the young child interprets"],
  ["a [age:five month old] baby", "a small baby"],
  ["[age:twenty-one] and free", "an adult and free"],
  ["he is [age:fourteen], that lad", "he is a teenager, that lad"],
  ["she is [age:seventy]. Well", "she is an older person. Well"],
  ["a [age:sixteen year old] girl", "a teenage girl"],
  ["met [place:in Thornhill] and left", "met locally and left"],
  ["met [place:on Elm] Road 9 and left", "met locally and left"],
  ["a lad [place:from Leeds], 14", "a lad from nearby, 14"],
  ["walked round [place:Piccadilly Gardens] twice", "walked round a local street twice"],
  ["the [place:Fellgate estate] again", "a place nearby again"],
  ["by the [place:bus shelter] again", "by the bus shelter again"],
  ["[place:behind the] fridge", "behind the fridge"],
  ["told me [fresh:yesterday].", "told me recently."],
  ["[fresh:Yesterday] he sang", "Recently he sang"],
  ["court is [fresh:tomorrow]", "court is soon"],
  ["I [fresh:just left] him", "I just left him"],
  ["my visit to [name:Mrs Okafor] today", "my visit to someone I support today"],
  ["with [name:Jayden] Smith today", "with someone I support today"],
  ["Saw Mrs [name:Patel] today", "Saw someone I support today"],
  ["[name:Jayden] cried", "Someone I support cried"],
  ["smelly [name:Ken's] bath", "smelly someone I support’s bath"],
  ["[someone I work with:My client] [name:Jade] is here", "My client is here"],
  ["saw [relation:his mum] [name:Ann] Lee, then", "saw his mum, then"],
  ["[someone I work with:my lad] [name:Ken's] bath", "my lad’s bath"],
  ["[someone I work with:My client]. [name:Jade] cried", "My client. Someone I support cried"],
  ["hates school. [digits after a health word:NHS number 999 000 0018] ok",
    "hates school. ok"],
  ["ring [phone number:07700 900123].", "ring."],
  ["lives at [full address:12 Elm Road] now", "lives at an address now"],
  ["with [relation:his mum] and [nothing known:x]", "with his mum and x"],
];

describe("softer details", () => {
  for (const [marked, wanted] of ROWS) {
    test(marked, () => assert.equal(softened(marked), wanted));
  }

  test("details that overlap are changed once, and each change tells what was",
    () => {
      const { text } = parse("a 14 year old lad");
      const changes = softer([
        { class: "age", start: 2, end: 13 }, { class: "age", start: 2, end: 4 },
      ], text);
      assert.deepEqual(changes, [
        { start: 0, end: 13, was: "a 14 year old", words: "a teenage" }]);
    });
});
