/* A proposal is a pack: what is written loads, says why, and does what the
   page said it would. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { KINDS, Proposal, affected, lacking, writeProposal } from "../../web/core/proposal.mjs";
import { Engine } from "../../web/engine/engine.mjs";
import { pack, wasm } from "./files.mjs";

const principle = { id: "jigsaw", pack: "social-work-uk", title: "Let people stay unrecognisable" };
const change = (more) => ({
  kind: "thought", principle, signal: null, post: "", near: "", words: "", question: "",
  why: "", today: "nothing is said.", setting: "open/named/student/tweet", ...more,
});

describe("a proposal", () => {
  let engine;
  before(async () => {
    engine = await Engine.create(wasm());
  });
  const load = (changes) => {
    const text = writeProposal(changes);
    return { text, diagnostics: engine.load([pack(), { files: [{ name: "proposal.md", text }] }]) };
  };

  test("with everything in it is a pack without a fault", () => {
    const { text, diagnostics } = load([
      change({ kind: "fires", post: "A post.\nTwo lines.", why: "Because." }),
      change({ kind: "quiet", post: "# not a heading", why: "- not a list" }),
      change({ kind: "words", words: "yellow umbrella\n\nred wellies", post: "Her yellow umbrella.",
        near: "An umbrella.", why: "> not a quote" }),
      change({ kind: "mute", signal: { id: "work-anecdote", title: "A story" }, why: "Too much." }),
      change({ kind: "reword", words: "Let the edges go\nsoft.", question: "Who is it?" }),
      change({ why: "1. We should talk." }),
    ]);
    assert.deepEqual(diagnostics, []);
    for (const words of ["> A post. Two lines.", "Why: Because.", "- Today: nothing is said.",
      "Why: \\- not a list", "Why: \\1. We should talk."]) {
      assert.ok(text.includes(words), words);
    }
    const { principles } = engine.packs();
    const jigsaw = principles.find(({ id }) => id === "jigsaw");
    assert.equal(jigsaw.wordings[0], "Let the edges go soft.");
    assert.equal(jigsaw.question, "Who is it?");
    assert.ok(jigsaw.signals.some(({ id, muted }) => id === "work-anecdote" && muted));
    assert.deepEqual(engine.prove().failures.filter(({ file }) => file === "proposal.md"), []);
    const found = engine.check("Her yellow umbrella.", "open/named/student/tweet").findings;
    assert.ok(found.some(({ signal, level }) => signal === "proposed-3" && level === "note"));
  });

  test("with a phrase at fault has it named", () => {
    const { text, diagnostics } = load([
      change({ kind: "words", words: "tea (green", post: "Green tea.", near: "Tea." })]);
    assert.equal(diagnostics[0].code, "unclosed");
    assert.ok(text.split("\n")[diagnostics[0].line - 1].includes("tea (green"));
  });

  test("whose posts do not hold is found out", () => {
    load([change({ kind: "words", words: "umbrella", post: "A hat.", near: "An umbrella." })]);
    const mine = engine.prove().failures.filter(({ file }) => file === "proposal.md");
    assert.equal(mine.length, 2);
  });

  test("is asked for what it lacks", () => {
    for (const kind of Object.keys(KINDS)) assert.ok(lacking(change({ kind })), kind);
    const whole = { post: "p", near: "n", words: "w", signal: { id: "s", title: "S" }, why: "y" };
    for (const kind of Object.keys(KINDS)) assert.equal(lacking(change({ kind, ...whole })), null);
  });

  test("knows which posts of the pack to look at", () => {
    engine.load([pack()]);
    const { principles } = engine.packs();
    const quiet = affected(change({ kind: "words" }), principles);
    assert.ok(quiet.length > 100);
    const [signal] = principles.find(({ id }) => id === "jigsaw").signals;
    const fires = affected(change({ kind: "mute", signal }), principles);
    assert.equal(fires.length, signal.fires.length);
    assert.deepEqual(affected(change({ kind: "reword" }), principles), []);
  });

  test("is unsaved until it is saved, or empty", () => {
    const proposal = new Proposal();
    const one = change({ why: "x" });
    proposal.add(one);
    assert.equal(proposal.unsaved, true);
    proposal.saved();
    assert.equal(proposal.unsaved, false);
    proposal.add(change({ why: "y" }));
    proposal.remove(one);
    assert.equal(proposal.unsaved, true);
    proposal.remove(proposal.changes[0]);
    assert.equal(proposal.unsaved, false);
  });
});
