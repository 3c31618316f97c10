/* What the teaching pages know without a page: a group's work as a file, a
   scenario as steps, what a pack says about rooms. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { GroupWork, readWork, writeWork } from "../../web/core/groupwork.mjs";
import { effectOf, readLine, speaksOf, telling } from "../../web/core/rooms.mjs";
import { FACETS, tellSetting, timeOf } from "../../web/core/setting.mjs";
import { stepFor, stepsOf, timed } from "../../web/core/steps.mjs";
import { Engine } from "../../web/engine/engine.mjs";
import { pack, scenarios, wasm } from "./files.mjs";

const scenario = { title: "The visit", questions: ["Why?", "Who?"] };

describe("a group's work", () => {
  const texts = ["One line", "Two\nlines", "", " spaces around ", "> quoted\n## head",
    "a\n\nb", "שלום 👩‍👧", "`code` *stars*", "### 1. Not a heading", "\n"];
  for (const text of texts) {
    test(`comes back to the letter: ${JSON.stringify(text)}`, () => {
      const work = new GroupWork();
      work.note("scenarios/visit", scenario, { rewrite: text });
      work.note("scenarios/visit", scenario, { answer: [1, text] });
      const { entries, faults } = readWork(writeWork(work.entries));
      assert.deepEqual(faults, []);
      assert.equal(entries.get("scenarios/visit").rewrite, text);
      assert.equal(entries.get("scenarios/visit").answers[1] ?? "", text);
      assert.equal(writeWork(entries), writeWork(work.entries));
    });
  }

  test("comes back from another system's line ends, too", () => {
    const work = new GroupWork();
    work.note("a/b", scenario, { rewrite: "one\ntwo" });
    for (const ends of ["\r\n", "\r"]) {
      const file = `\ufeff${writeWork(work.entries).replaceAll("\n", ends)}`;
      assert.equal(readWork(file).entries.get("a/b").rewrite, "one\ntwo");
    }
  });

  test("is unsaved from the first word to saving, and not when emptied", () => {
    const work = new GroupWork();
    let told = 0;
    work.listen(() => { told += 1; });
    work.note("a/b", scenario, { answer: [0, "because"] });
    assert.equal(work.unsaved, true);
    work.note("a/b", scenario, { answer: [0, "because"] });
    assert.equal(told, 1);
    work.saved();
    assert.equal(work.unsaved, false);
    work.note("a/b", scenario, { answer: [0, ""] });
    assert.equal(work.unsaved, false);
    assert.equal(work.entries.size, 0);
  });

  test("that is broken says where, and the rest opens", () => {
    const file = writeWork(new Map([["a/b", { ...scenario, rewrite: "mine", answers: ["x"] }]]));
    const broken = file.replace("### 1.", "### One.").replace("> mine", "> mine\nstray") +
      "\n## No name\n\n> lost\n\n## The end `a/c`\n\n> before its heading\n\n### Our words\n\n> last\n";
    const { entries, faults } = readWork(broken);
    assert.deepEqual([...entries].map(([key, { rewrite }]) => [key, rewrite]),
      [["a/b", "mine"], ["a/c", "last"]]);
    const lines = broken.split("\n");
    assert.deepEqual(faults.map(({ line, text }) => [text, lines[line - 1]]), [
      ["stray", "stray"], ["### One. Why?", "### One. Why?"], ["> x", "> x"],
      ["## No name", "## No name"], ["> lost", "> lost"],
      ["> before its heading", "> before its heading"]]);
    for (const { message } of faults) assert.match(message, /left out/);
  });

  test("that is another kind of file says so", () => {
    for (const text of ["", "Just prose.\n", "{}", "# Pack: x `x`\n\n## Draft\n"]) {
      const { entries, faults } = readWork(text);
      assert.equal(entries.size, 0);
      assert.ok(faults.length > 0, text);
    }
  });
});

describe("steps", () => {
  const all = { ...scenario, draft: "A", good: [["p", "x"]] };
  test("reveal questions one by one, and good only when asked", () => {
    assert.deepEqual(stepsOf(all).map(({ kind, shown }) => shown ? `${kind} ${shown}` : kind),
      ["title", "situation", "draft", "questions 1", "questions 2", "noticed", "ask", "good", "end"]);
  });
  test("have the group's words when there are any", () => {
    assert.ok(stepsOf(all, { rewrite: "B" }).some(({ kind }) => kind === "words"));
    assert.ok(!stepsOf(all, { rewrite: "A" }).some(({ kind }) => kind === "words"));
    assert.ok(!stepsOf({ ...all, good: [] }).some(({ kind }) => /ask|good/.test(kind)));
  });
  test("go by keyboard and clicker, and stay inside", () => {
    for (const key of ["PageDown", "ArrowRight", " ", "Enter"]) assert.equal(stepFor(key, 2, 9), 3);
    for (const key of ["PageUp", "ArrowLeft", "Backspace"]) assert.equal(stepFor(key, 2, 9), 1);
    assert.deepEqual(["Home", "End", "x"].map((key) => stepFor(key, 2, 9)), [0, 8, null]);
    assert.equal(stepFor("PageDown", 8, 9), 8);
    assert.equal(stepFor("PageUp", 0, 9), 0);
  });
  test("of the facilitator have their time", () => {
    assert.deepEqual(timed([["i", "5 min: Read."], ["p", "Be kind."], ["i", "10 min: Talk."]]), [
      { from: 0, until: 5, text: "Read." }, { from: null, until: null, text: "Be kind." },
      { from: 5, until: 15, text: "Talk." }]);
  });
});

describe("a setting, told", () => {
  test("in words", () => {
    assert.equal(tellSetting("open/named/student/tweet"), "A short post by a student, own name; anyone can see it");
    assert.equal(tellSetting("dm/anon/any/whatsapp;t=23:05"), "A message, another name; one person can see it, at 23:05");
    assert.equal(timeOf("open/named/student/tweet"), "");
  });
  test("every value has words", () => {
    for (const [facet, values] of Object.entries(FACETS)) {
      for (const [value] of values) {
        const parts = { audience: "open", identity: "named", role: "student", medium: "tweet", [facet]: value };
        assert.doesNotMatch(tellSetting(Object.values(parts).join("/")), /undefined/);
      }
    }
  });
});

describe("what a pack says about rooms", () => {
  const at = (text, setting) => speaksOf(readLine(text), setting);
  test("is heard where it is said", () => {
    assert.ok(at("lived: off", "open/named/lived/tweet"));
    assert.ok(!at("lived: off", "open/named/student/tweet"));
    assert.ok(at("locked, group: one level lower", "group/named/student/tweet"));
    assert.ok(at("anon and tweet, comment: one level higher", "open/anon/any/comment"));
    assert.ok(!at("anon and tweet, comment: one level higher", "open/named/any/comment"));
    assert.ok(at("only in anon", "open/named/any/tweet"), "that is where it is off");
    assert.ok(!at("only in role student, carer", "open/named/carer/tweet"));
    assert.ok(at("22:00-05:59: add: It is late.", "open/named/any/tweet;t=23:40"));
    assert.ok(at("22:00-05:59: add: It is late.", "open/named/any/tweet;t=01:00"));
    assert.ok(!at("22:00-05:59: add: It is late.", "open/named/any/tweet;t=12:00"));
    assert.ok(!at("22:00-05:59: add: It is late.", "open/named/any/tweet"));
    assert.ok(at("0.6 in role student, qualified, carer", "open/named/carer/tweet"));
    assert.ok(at("*pause* from 3.0 with 2 kinds in role student needs [x]", "open/named/student/tweet"));
    assert.ok(!at("something nobody understands", "open/named/student/tweet"));
  });
  test("only counts when it tells the rooms apart", () => {
    const rooms = ["open/named/student/tweet", "open/named/lived/tweet"];
    assert.deepEqual(telling(["lived: off", "lived: off", "open: at most note", "dm: off"], rooms)
      .map(({ line, at: there }) => [line.text, there]), [["lived: off", [false, true]]]);
  });
  test("is told in a sentence", () => {
    const told = (text) => effectOf(readLine(text));
    assert.equal(told("lived: off"), "this stays quiet");
    assert.equal(told("any: only with [practice], [someone I work with]"),
      "this speaks only when the post also has practice, someone I work with");
    assert.equal(told("group: add: Even good groups leak."), "the card adds: “Even good groups leak.”");
    assert.equal(told("dm: at most note"), "this is at most a quiet note");
    assert.equal(told("dm: at most murmur"), "this is at most murmur");
  });

  test("every such line of the default pack is understood", async () => {
    const engine = await Engine.create(wasm());
    engine.load([pack(), scenarios()]);
    const texts = engine.packs().principles.flatMap(({ settings, signals }) =>
      [...settings, ...signals.flatMap((signal) => signal.settings)]);
    assert.ok(texts.length > 30, `${texts.length}`);
    for (const text of texts) {
      const line = readLine(text);
      assert.ok(line.where.length + line.hours.length > 0, text);
      assert.notEqual(effectOf(line), line.effect, text);
    }
  });

  test("agrees with the engine: where it is said to be off, nothing is found", async () => {
    const engine = await Engine.create(wasm());
    engine.load([pack()]);
    let looked = 0;
    for (const { id, settings, signals } of engine.packs().principles) {
      const off = settings.map(readLine).filter(({ effect }) => effect === "off");
      for (const { fires } of signals) {
        for (const { setting, text } of fires) {
          for (const role of ["lived", "any", "educator"]) {
            const there = setting.replace(/^(\w+)\/(\w+)\/\w+/, `$1/$2/${role}`);
            if (!off.some((line) => speaksOf(line, there))) continue;
            looked += 1;
            assert.ok(!engine.check(text, there).findings.some((one) => one.principle === id),
              `${id} at ${there}: ${text}`);
          }
        }
      }
    }
    assert.ok(looked > 20, `${looked}`);
  });
});
