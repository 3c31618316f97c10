import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { choose, foldKey, groupByPrinciple } from "../../web/core/choose.mjs";
import { segments, touchesCaretWord } from "../../web/core/segments.mjs";
import {
  DEFAULT, FACETS, readSetting, writeSetting,
} from "../../web/core/setting.mjs";
import { findEdit, shiftFinding, shiftSpan } from "../../web/core/shift.mjs";
import { Wordings, dayNumber } from "../../web/core/wording.mjs";

const finding = (principle, level, start = 0, end = 5) => ({
  pack: "p", principle, signal: "s", level, start, end, evidence: [],
  fingerprint: `${principle}${start}`,
});

describe("setting", () => {
  test("every value survives being written and read", () => {
    for (const [facet, values] of Object.entries(FACETS)) {
      for (const [value] of values) {
        const setting = { ...DEFAULT, [facet]: value };
        assert.deepEqual(readSetting(writeSetting(setting)), setting);
      }
    }
  });

  test("the time is two digits each, and only there when wanted", () => {
    const late = new Date(2026, 0, 2, 3, 4);
    assert.equal(writeSetting(DEFAULT, late), "open/unstated/any/tweet;t=03:04");
    assert.equal(writeSetting(DEFAULT), "open/unstated/any/tweet");
  });

  test("what cannot be read falls back, value by value", () => {
    assert.deepEqual(readSetting("group/nonsense/student"),
      { ...DEFAULT, audience: "group", role: "student" });
    for (const text of [null, undefined, "", "///", "constructor/toString"]) {
      assert.deepEqual(readSetting(text), DEFAULT);
    }
  });
});

describe("edits", () => {
  const apply = (text, { at, removed }, words) =>
    text.slice(0, at) + words + text.slice(at + removed);

  test("the edit found rebuilds the text", () => {
    const texts = ["", "a", "aa", "aaa", "aba", "abab", "x🙂y", "x🙁y", "🙂🙂"];
    for (const before of texts) {
      for (const after of texts) {
        const edit = findEdit(before, after);
        if (before === after) {
          assert.equal(edit, null);
          continue;
        }
        const words = after.slice(edit.at, edit.at + edit.inserted);
        assert.equal(apply(before, edit, words), after);
      }
    }
  });

  test("a span that survives an edit still holds the same words", () => {
    const before = "one two three two one";
    const spans = [];
    for (let start = 0; start < before.length; start += 1) {
      for (let end = start + 1; end <= before.length; end += 1) {
        spans.push({ start, end });
      }
    }
    for (const after of ["one two three", "two one", "one 2 three two one",
      "one two three two one!", "?one two three two one", "", "one  two three two one"]) {
      const edit = findEdit(before, after);
      for (const span of spans) {
        const moved = shiftSpan(span, edit);
        if (!moved) continue;
        assert.equal(after.slice(moved.start, moved.end),
          before.slice(span.start, span.end), `${after} ${JSON.stringify(span)}`);
      }
    }
  });

  test("what an edit touches or borders on is gone", () => {
    const cat = { start: 4, end: 7 };
    const on = (before, after) => shiftSpan(cat, findEdit(before, after));
    assert.equal(on("the cat sat", "the cats sat"), null);
    assert.equal(on("the cat sat", "the bcat sat"), null);
    assert.equal(on("the cat sat", "the ct sat"), null);
    assert.deepEqual(on("the cat sat", "oh, the cat sat"), { start: 8, end: 11 });
    assert.deepEqual(on("the cat sat", "the cat sits"), cat);
  });

  test("a finding goes when any of its evidence does", () => {
    const whole = {
      ...finding("jigsaw", "pause", 0, 5),
      evidence: [{ class: "age", start: 10, end: 12 }],
    };
    assert.equal(shiftFinding(whole, { at: 11, removed: 1, inserted: 1 }), null);
    assert.equal(
      shiftFinding(whole, { at: 7, removed: 0, inserted: 3 }).evidence[0].start, 13);
  });
});

describe("choice", () => {
  const state = { touched: null, opened: null, paused: true };
  const hold = finding("details", "hold");
  const pause = finding("jigsaw", "pause");
  const note = finding("words", "note");
  const ask = finding("rooms", "ask");
  const cheer = finding("share", "cheer");

  test("one open, one folded, the rest behind more", () => {
    const choice = choose([hold, pause, note, ask], state);
    assert.equal(choice.open.principle, "details");
    assert.equal(choice.folded.principle, "jigsaw");
    assert.deepEqual(choice.more.map((one) => one.principle), ["words", "rooms"]);
    assert.equal(choice.count, 4);
  });

  test("a note and an ask wait until they are touched", () => {
    assert.equal(choose([note, ask], state).open, null);
    const touched = choose([note, ask], { ...state, touched: "rooms" });
    assert.equal(touched.open.principle, "rooms");
    assert.equal(touched.folded.principle, "words");
  });

  test("nothing opens by itself while somebody types", () => {
    assert.equal(choose([hold], { ...state, paused: false }).open, null);
  });

  test("an open card stays, unless something more pressing comes", () => {
    const open = (findings) =>
      choose(findings, { ...state, opened: "jigsaw" }).open.principle;
    const other = finding("location", "pause");
    assert.equal(open([other, pause]), "jigsaw");
    assert.equal(open([hold, pause]), "details");
  });

  test("a card folded away stays folded until it presses more", () => {
    const [group] = groupByPrinciple([pause]);
    const foldedAway = new Set([foldKey(group)]);
    assert.equal(choose([pause], { ...state, foldedAway }).open, null);
    const worse = finding("jigsaw", "hold");
    assert.equal(choose([worse], { ...state, foldedAway }).open.level, "hold");
  });

  test("a principle speaks once; its first finding leads", () => {
    const again = finding("jigsaw", "note", 9, 12);
    const choice = choose([pause, note, again], state);
    assert.deepEqual(choice.open.findings, [pause, again]);
    assert.equal(choice.count, 2);
  });

  test("a cheer may stand by a note, never by something pressing", () => {
    assert.equal(choose([note, cheer], state).cheers.length, 1);
    assert.equal(choose([pause, cheer], state).cheers.length, 0);
    assert.equal(choose([cheer], state).count, 0);
  });

  test("no more than two cheers, and none twice", () => {
    const cheers = ["a", "b", "c"].map((one) => finding(one, "cheer"));
    const again = { ...cheer, signal: "t" };
    const [group, ...rest] = choose([cheer, again], state).cheers;
    assert.deepEqual(group.findings, [cheer, again]);
    assert.deepEqual(rest, []);
    assert.equal(choose(cheers, state).cheers.length, 2);
  });
});

describe("segments", () => {
  test("overlaps are cut, and the more pressing mark is drawn", () => {
    const pieces = segments([
      { start: 0, end: 6, level: "note" },
      { start: 4, end: 9, level: "pause", open: true },
      { start: 8, end: 12, level: null, evidence: true },
    ], 20);
    assert.deepEqual(
      pieces.map(({ start, end, level, evidence, open }) =>
        [start, end, level, evidence, open]),
      [[0, 4, "note", false, false], [4, 6, "pause", false, true],
        [6, 8, "pause", false, true], [8, 9, "pause", true, true],
        [9, 12, null, true, false]]);
  });

  test("marks outside the text, or empty, are not drawn", () => {
    const outside = [{ start: 3, end: 9 }, { start: -1, end: 2 },
      { start: 2, end: 2 }, { start: 4, end: 3 }];
    assert.deepEqual(
      segments(outside.map((one) => ({ ...one, level: "note" })), 8), []);
  });

  test("the word under the caret is known, with its apostrophe", () => {
    const text = "my client’s mum";
    const client = { start: 3, end: 11 };
    assert.equal(touchesCaretWord(text, 5, client), true);
    assert.equal(touchesCaretWord(text, 11, client), true);
    assert.equal(touchesCaretWord(text, 12, client), false);
    assert.equal(touchesCaretWord(text, 2, client), false);
  });
});

describe("wordings", () => {
  test("a reminder keeps its wording, the next one gets another", () => {
    const wordings = new Wordings(7);
    const first = wordings.pick("jigsaw", "a", 3);
    assert.equal(wordings.pick("jigsaw", "a", 3), first);
    assert.notEqual(wordings.pick("jigsaw", "b", 3), first);
    assert.equal(wordings.pick("words", "c", 1), 0);
    assert.equal(wordings.pick("words", "c", 0), 0);
  });

  test("days in a row begin with different wordings", () => {
    const on = (day) => new Wordings(dayNumber(new Date(2026, 4, day, 23)))
      .pick("jigsaw", "a", 4);
    assert.equal(new Set([1, 2, 3, 4].map(on)).size, 4);
  });
});
