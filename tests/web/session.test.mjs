import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { beforeEach, describe, test } from "node:test";
import { Dismissals } from "../../web/core/dismiss.mjs";
import { Session } from "../../web/core/session.mjs";
import { announcement, stateLine } from "../../web/pages/state.mjs";

/** Finds words in a text, as an engine would. */
function look(text, words = { client: "pause", girl: "ask", thanks: "cheer" }) {
  const findings = [];
  for (const [word, level] of Object.entries(words)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      findings.push({
        pack: "p", principle: `about-${word}`, signal: "s", level,
        start: at, end: at + word.length,
        evidence: [{ class: null, start: at, end: at + word.length }],
      });
    }
  }
  return { complete: true, findings };
}

let session;
let views;
let checks;
let timers;
const view = () => views.at(-1);
const marked = () => view().marks.map(({ start, end }) =>
  view().text.slice(start, end));

/** Lets everything that can go on without the engine go on. */
const settle = () => new Promise((done) => setImmediate(done));
/** Answers the oldest open check, and waits until the session has taken it in
    (fingerprints are made by another thread) or asks again. */
async function reply(result) {
  const { text, done } = checks.shift();
  done(result ?? look(text));
  while (session.busy && checks.length === 0) await settle();
}
const pauseNow = () => timers.splice(0).forEach((timer) => timer());

beforeEach(() => {
  views = [];
  checks = [];
  timers = [];
  session = new Session({
    check: (text) => new Promise((done, fail) =>
      checks.push({ text, done, fail })),
    setting: () => "open/named/student/tweet",
    dismissals: new Dismissals(webcrypto.subtle, new Uint8Array(32)),
    show: (one) => views.push(one),
    clock: {
      after: (what) => { timers.push(what); return what; },
      cancel: (what) => { timers = timers.filter((one) => one !== what); },
    },
  });
});

describe("session", () => {
  test("one check at a time; what is typed meanwhile is checked next", async () => {
    session.write("my client", 9);
    session.write("my client i", 11);
    session.write("my client is", 12);
    assert.deepEqual(checks.map(({ text }) => text), ["my client"]);
    await reply();
    assert.deepEqual(checks.map(({ text }) => text), ["my client is"]);
    await reply();
    assert.equal(checks.length, 0);
    assert.deepEqual(marked(), ["client"]);
  });

  test("an answer about an older text is carried over the edit", async () => {
    session.write("my client ", 10);
    session.write("oh my client ", 3);
    await reply();
    assert.deepEqual(marked(), ["client"]);
    session.write("oh my clint ", 11);
    await reply();
    assert.deepEqual(marked(), []);
  });

  test("marks move at once, before the next answer", async () => {
    session.write("my client said");
    await reply();
    session.write("So my client said", 3);
    assert.deepEqual(marked(), ["client"]);
    assert.equal(view().light, "checking");
  });

  test("the word being typed is not marked until the person pauses", async () => {
    session.write("my client", 9);
    await reply();
    assert.deepEqual(marked(), []);
    assert.equal(view().open, null);
    pauseNow();
    assert.deepEqual(marked(), ["client"]);
    assert.equal(view().open.principle, "about-client");
  });

  test("words put in at one stroke are whole at once", async () => {
    session.write("my client", 9);
    session.write("my client", null);
    await reply();
    assert.equal(timers.length, 0);
    assert.equal(view().open.principle, "about-client");
  });

  test("no timer is left after the pause", async () => {
    session.write("my client", 9);
    await reply();
    pauseNow();
    assert.equal(timers.length, 0);
  });

  test("keep it: never again for these words, wherever they go", async () => {
    session.write("my client");
    await reply();
    session.answer("keep", view().open.findings);
    assert.equal(view().count, 0);
    session.write("hello, My  client and that client");
    await reply();
    assert.equal(view().count, 0);
    session.undo();
    assert.equal(view().count, 1);
  });

  test("kept words that become more pressing may speak again", async () => {
    session.write("my client, you know");
    await reply(look(session.text, { client: "note" }));
    session.answer("keep", [session.at(5)]);
    assert.deepEqual(marked(), []);
    const longer = (level) => {
      session.again();
      return reply({ complete: true, findings: [{
        pack: "p", principle: "about-client", signal: "s", level,
        start: 0, end: 9, evidence: [],
      }] });
    };
    await longer("note");
    assert.deepEqual(marked(), []);
    await longer("hold");
    assert.deepEqual(marked(), ["my client"]);
  });

  test("not relevant: the kind stays away for good, others do not", async () => {
    session.write("my client");
    await reply();
    session.answer("irrelevant", view().open.findings);
    session.write("another client and a girl");
    await reply();
    assert.deepEqual(marked(), ["girl"]);
  });

  test("an empty draft forgets what it showed, not what was answered", async () => {
    session.write("my client");
    await reply();
    session.answer("keep", view().open.findings);
    session.write("");
    assert.equal(view().light, "empty");
    assert.equal(view().answered, 0);
    session.write("my client");
    await reply();
    assert.equal(view().count, 0);
  });

  test("emptied while a check is away: its answer is not shown", async () => {
    session.write("my client");
    session.write("");
    await reply();
    assert.equal(view().light, "empty");
    assert.deepEqual(marked(), []);
    session.write("client");
    await reply();
    assert.deepEqual(marked(), ["client"]);
  });

  test("a check that fails says so and never looks like an all clear", async () => {
    session.write("my client");
    checks.shift().fail(new Error("gone"));
    for (let i = 0; i < 5; i += 1) await settle();
    assert.equal(view().light, "cannot");
    session.write("my client is");
    assert.equal(view().light, "cannot");
    assert.equal(checks.length, 0);
  });

  test("what is not held anywhere is text", async () => {
    session.write("my client from Thornwick");
    await reply();
    session.answer("keep", view().open.findings);
    const held = JSON.stringify(session.dismissals.answers, (_, value) =>
      value instanceof Set ? [...value] : value);
    assert.doesNotMatch(held, /Thornwick|my client/);
    assert.match(held, /[0-9a-f]{32}/);
  });
});

describe("state light", () => {
  const line = (part) => stateLine({
    light: "read", paused: true, count: 0, cheers: [], ...part }).text;

  test("no line approves", () => {
    const lights = ["empty", "checking", "read", "part", "restarted", "cannot"];
    for (const light of lights) {
      assert.doesNotMatch(line({ light }),
        /\b(safe|okay|ok|fine|good to go|all clear|passed)\b|[✓✔]/i);
    }
    assert.match(line({}), /not an approval/);
  });

  test("silence while somebody types; a count when they pause", () => {
    const said = (part) => announcement({
      light: "read", paused: true, count: 2, cheers: [], ...part });
    assert.equal(said({ paused: false }), null);
    assert.equal(said({ light: "checking" }), null);
    assert.match(said({}), /^2 reminders\./);
    assert.match(said({ count: 1 }), /^1 reminder\./);
    assert.equal(said({ light: "empty" }), "");
  });
});
