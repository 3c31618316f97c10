/* What someone might notice: posts told apart, sorted into piles, and only
   shared by choice. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  Footprint, SETTING, counted, sortPost, sortTicks, splitPosts, writeFootprint,
} from "../../web/core/footprint.mjs";
import { THEMES, TICKS } from "../../web/core/footprint-words.mjs";
import { Engine } from "../../web/engine/engine.mjs";
import { pack, wasm } from "./files.mjs";

describe("posts", () => {
  const cases = {
    "one a line": ["a\nb\r\nc", ["a", "b", "c"]],
    "with empty lines between": ["a\nb\n\nc\n \n\nd", ["a\nb", "c", "d"]],
    "none": [" \n ", []],
  };
  for (const [what, [text, posts]] of Object.entries(cases)) {
    test(what, () => assert.deepEqual(splitPosts(text).map((one) => one.text), posts));
  }

  const dates = {
    "12/05/2017 Mud": [2017, "Mud"], "2015-03-02: Mud": [2015, "Mud"],
    "[2015-03-02 14:05] Mud": [2015, "Mud"], "3 May 2016 – Mud": [2016, "Mud"],
    "May 3, 2016 Mud": [2016, "Mud"], "2014 – Mud": [2014, "Mud"],
    "Mud in 2014": [null, "Mud in 2014"], "1066 and all that": [null, "1066 and all that"],
    "2015-03-02": [2015, "2015-03-02"], "12 pubs 2017": [null, "12 pubs 2017"],
  };
  for (const [written, [year, text]] of Object.entries(dates)) {
    test(`a date: ${written}`, () => assert.deepEqual(splitPosts(written), [{ text, year }]));
  }
});

describe("piles", () => {
  const post = { text: "x", year: null };
  const finding = (principle, level = "note", signal = "s") => ({ principle, level, signal });
  test("the post goes to the pile of what weighs most", () => {
    assert.equal(sortPost(post, 0, []).pile, "keep");
    assert.equal(sortPost(post, 0, [finding("share", "cheer")]).pile, "keep");
    assert.equal(sortPost(post, 0, [finding("location"), finding("share", "cheer")]).pile, "tidy");
    assert.equal(sortPost(post, 0, [finding("location"), finding("dignity")]).pile, "talk");
    assert.equal(sortPost(post, 0, [finding("nobody-knows")]).pile, "tidy");
  });
  test("what leads to a door comes first", () => {
    assert.equal(sortPost(post, 0, [finding("location")]).near, true);
    assert.equal(sortPost(post, 0, [finding("words")]).near, false);
    assert.ok(sortTicks(["reach-home"])[0].near && !sortTicks(["reach-phone"])[0].near);
  });
  test("strengths are told first, and nothing is a score", () => {
    const items = [finding("dignity"), finding("location")].map((one, n) => sortPost(post, n, [one]));
    items.push(...sortTicks(["good-cause"]));
    assert.equal(counted(items, new Map()), "1 to keep and enjoy; 1 to tidy or lock; 1 to talk over");
    assert.equal(counted(items, new Map([["post-0", "keep"]])), "2 to keep and enjoy; 1 to tidy or lock");
  });

  let engine;
  before(async () => {
    engine = await Engine.create(wasm());
    engine.load([pack()]);
  });
  test("every principle of the pack has its words, but the one that cheers", () => {
    for (const { id } of engine.packs().principles) {
      assert.ok(id === "share" || THEMES.has(id), id);
    }
  });
  test("the domain's own example is sorted as its teacher would", () => {
    const sort = (text) => sortPost({ text, year: null }, 0, engine.check(text, SETTING).findings).pile;
    assert.equal(sort("Festival 2017, mud up to my knees and cider for breakfast"), "keep");
    assert.equal(sort("Gym every Tuesday at six, then home to Larkfield Road if anyone wants to join"), "tidy");
    assert.equal(sort("Another no-show. Junkies never change."), "talk");
  });
  test("the words are kind: none that we do not use, all whole", () => {
    const items = TICKS.flatMap((part) => part.items);
    assert.ok(items.length >= 20 && TICKS.length === 7);
    assert.equal(new Set(items.map(({ key }) => key)).size, items.length);
    for (const one of [...items, ...THEMES.values()]) {
      assert.ok(one.title && one.took && one.natural && one.option && one.pile, one.title);
    }
    assert.doesNotMatch(JSON.stringify([TICKS, ...THEMES]),
      /\b(breach|violat\w*|misconduct|safe|wrong|fail\w*|score|risk\w*)\b/i);
  });
});

describe("sharing", () => {
  const print = new Footprint();
  const items = [sortPost({ text: "Mine\nalone", year: null }, 0, []),
    sortPost({ text: "For both", year: null }, 1, [])];
  const write = (shared) => writeFootprint({ items, moved: print.moved, plan: print.plan, shared });

  test("is only what was chosen", () => {
    print.change({ text: "Mine\nalone\n\nFor both" });
    print.change({ share: ["post-1", true], plan: ["week", "Look"] });
    const shared = write(print.shared);
    assert.match(shared, /^# What I would like to share[\s\S]*> For both/);
    assert.doesNotMatch(shared, /Mine|Look|Tidy/);
    print.change({ share: ["week", true] });
    assert.match(write(print.shared), /### This week\n\n> Look/);
  });
  test("for oneself is everything", () => {
    assert.match(write(null), /> Mine\n> alone[\s\S]*> For both[\s\S]*> Look/);
  });
  test("does not pass on to another text", () => {
    print.change({ move: ["post-1", "talk"], text: "Other posts" });
    assert.ok(!print.shared.has("post-1") && print.shared.has("week"));
  });
  test("is unsaved until saved", () => {
    assert.equal(print.unsaved, true);
    print.saved();
    assert.equal(print.unsaved, false);
    const other = new Footprint();
    other.change({ text: " " });
    assert.equal(other.unsaved, false);
  });
});
