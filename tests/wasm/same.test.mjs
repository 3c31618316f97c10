// The shipped module against two others that must say the same: itself asked
// afresh after every edit, and an oracle without short cuts that only tests
// have (build/oracle.wasm). Drafts are the packs' own examples, cut and mixed
// at random.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { defaultPack } from "../bench/earshot.mjs";
import { Engine } from "../../web/engine/engine.mjs";

const bytes = (name) => readFileSync(new URL(`../../build/${name}`, import.meta.url));
const golden = [{ name: "pack.md", text: readFileSync(new URL("../golden/pack.md", import.meta.url), "utf8") }];

async function engine(name, files) {
  const made = await Engine.create(bytes(name));
  // Neither pack has a pattern that is called slow.
  assert.deepEqual(made.load([{ files }]), []);
  return made;
}

const encoder = new TextEncoder();

/** What one export says of a draft. */
function ask({ exports }, name, text, kind, setting) {
  const put = (s) => {
    const part = encoder.encode(s);
    const at = exports.take(part.length || 1);
    new Uint8Array(exports.memory.buffer).set(part, at);
    return [at, part.length];
  };
  const draft = put(text);
  const where = put(setting);
  const at = exports[name](...draft, kind, ...where);
  assert.notEqual(at, 0);
  const answer = new TextDecoder().decode(
    new Uint8Array(exports.memory.buffer, at, exports.answer_length()));
  exports.give(where[0]);
  exports.give(draft[0]);
  return answer;
}

/** Xorshift (Marsaglia, 2003): the same numbers everywhere. */
function chances(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const SETTINGS = ["", "open/named/student/tweet", "locked/anon/carer/forum;t=23:10",
  "group/named/qualified/group-post", "dm/unstated/lived/whatsapp"];
const BREAKS = ["\n", "\n\n", "\r\n", " ", "\n> ", "\n```\n", "> ", "“", "”", '"', "'",
  "\n- ", "👩‍🍳", "😀", "\u200b", "e\u0301", "\u2028", "etc.\n", "Dr.\n", "&quot;",
  "nine nine nine oh one", "jane dot doe at example dot org", "1.", "...", "?"];

const examples = [...defaultPack(), ...golden]
  .flatMap(({ text }) => [...text.matchAll(/^- (?:`[^`]*` )?([A-Z].{20,})$/gm)]
    .map(([, line]) => line));

function randomDraft(chance, pieces) {
  let text = "";
  for (let n = 0; n < pieces; n += 1) {
    const line = examples[chance(examples.length)];
    text += chance(3) ? line : line.slice(chance(line.length));
    text += chance(4) ? "\n\n".slice(chance(2)) : BREAKS[chance(BREAKS.length)];
  }
  return text;
}

function edited(chance, text) {
  const at = chance(text.length + 1);
  switch (chance(6)) {
    case 0: return text.slice(0, at) + text.slice(at + chance(300));
    case 1: return text.slice(0, at) + text.slice(at + 1 + chance(3));
    case 2: return text.replace(/\n+/, " ");
    case 3: return text.slice(0, at) + examples[chance(examples.length)] + text.slice(at);
    default: return text.slice(0, at) + BREAKS[chance(BREAKS.length)] + text.slice(at);
  }
}

for (const [name, files] of [["golden", golden], ["default", defaultPack()]]) {
  test(`a draft rechecked after each edit, ${name} pack`, async () => {
    const again = await engine("earshot.wasm", files);
    const anew = await engine("earshot.wasm", files);
    const chance = chances(88172645);
    let found = 0;
    for (let round = 0; round < 12; round += 1) {
      let text = randomDraft(chance, round % 2 ? 8 : 60);
      let kind = 0;
      let setting = "";
      for (let n = 0; n < 60; n += 1) {
        if (chance(10) === 0) setting = SETTINGS[chance(SETTINGS.length)];
        if (chance(30) === 0) kind = chance(2);
        const quick = ask(again, "recheck", text, kind, setting);
        assert.equal(quick, ask(anew, "check", text, kind, setting), JSON.stringify(text));
        found += quick.includes('"signal"');
        text = edited(chance, text);
      }
    }
    assert.ok(found > 200, `${found} drafts with findings`);
  });

  test(`the oracle without short cuts, ${name} pack`, async () => {
    const quick = await engine("earshot.wasm", files);
    const oracle = await engine("oracle.wasm", files);
    const chance = chances(2463534242);
    let found = 0;
    for (let n = 0; n < 800; n += 1) {
      const text = randomDraft(chance, 1 + chance(n % 20 ? 4 : 40));
      const setting = SETTINGS[chance(SETTINGS.length)];
      const slow = ask(oracle, "check_naively", text, n % 4 === 0, setting);
      // Short cuts save steps: only a check that ended can be compared.
      if (!slow.startsWith('{"complete":true')) continue;
      assert.equal(ask(quick, "check", text, n % 4 === 0, setting), slow, JSON.stringify(text));
      found += slow.includes('"signal"');
    }
    assert.ok(found > 80, `${found} drafts with findings`);
  });
}

test("the oracle is not handed out", () => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes("oracle.wasm")), {});
  assert.equal(typeof exports.check_naively, "function");
  const shipped = WebAssembly.Module.exports(new WebAssembly.Module(bytes("earshot.wasm")));
  assert.ok(!shipped.some((e) => e.name === "check_naively"));
});
