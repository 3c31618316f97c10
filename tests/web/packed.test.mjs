import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { squeeze, squeezed } from "../../web/engine/pack.mjs";
import { bytesOf, unpack, unpackPacks } from "../../web/engine/packed.mjs";
import { server } from "../../web/engine/serve.mjs";
import { pack, wasm } from "./files.mjs";

const SETTING = "open/named/qualified/tweet";
const SLIP = "One of my lads, Tommo, passed his driving test.";

describe("what the build packed", () => {
  test("comes out as it went in", async () => {
    const all = Uint8Array.from({ length: 70000 }, (_, n) => (n * n) % 251);
    for (const bytes of [new Uint8Array(0), Uint8Array.of(0), all]) {
      assert.deepEqual(await unpack(squeeze(bytes)), bytes);
    }
    assert.deepEqual(await unpackPacks([squeezed(pack())]),
      [{ ...pack(), proved: true }]);
  });

  test("is the same every time, and names no machine", () => {
    const header = [...bytesOf(squeeze("tea")).subarray(0, 10)];
    assert.deepEqual(header, [31, 139, 8, 0, 0, 0, 0, 0, 2, 255]);
    assert.equal(squeeze("tea"), squeeze("tea"));
  });

  test("is undone by what every system has", () => {
    const script = `import base64, gzip, sys
print(gzip.decompress(base64.a85decode(sys.stdin.read())).decode())`;
    const tea = "tea and toast, ".repeat(9);
    const adobe = execFileSync("tr", ["(-;=-[]-~", "!-u"], { input: squeeze(tea) });
    const back = execFileSync("python3", ["-c", script], { input: adobe });
    assert.equal(back.toString(), `${tea}\n`);
  });

  test("stands in a page and a script as it is", () => {
    const every = Uint8Array.from({ length: 4 * 85 }, (_, n) => n * 97 + (n >> 3));
    const text = squeeze(every);
    assert.match(text, /^[(-~]+$/);
    assert.doesNotMatch(text, /[<\\]/);
  });

  test("is refused when something else came", async () => {
    await assert.rejects(unpack("%%%"));
    await assert.rejects(unpack(btoa("tea and toast")));
    await assert.rejects(unpack(squeeze("tea and toast").slice(0, 20)));
  });
});

describe("a worker that is handed packed things", () => {
  const start = { id: 1, ask: "start", protocol: 1, bytes: squeeze(wasm()) };

  test("answers as with the things themselves", async () => {
    const answers = [];
    for (const [bytes, given] of [[start.bytes, squeezed(pack())],
      [wasm().slice().buffer, pack()]]) {
      const answer = server();
      await answer({ ...start, bytes, packs: [given] });
      answers.push(await answer(
        { id: 2, ask: "check", text: SLIP, setting: SETTING, kind: "plain" }));
    }
    assert.deepEqual(answers[0], answers[1]);
    assert.ok(answers[0].answer.findings.length > 0);
  });

  test("answers in the order of the questions, however long one takes", async () => {
    const answer = server();
    const told = [];
    const note = ({ id }) => told.push(id);
    const empty = { files: [] };
    await Promise.all([
      answer({ ...start, packs: [squeezed(pack())] }).then(note),
      answer({ id: 2, ask: "load", packs: [squeezed(pack())] }).then(note),
      answer({ id: 3, ask: "load", packs: [empty] }).then(note),
      answer({ id: 4, ask: "check", text: SLIP, setting: SETTING, kind: "plain" })
        .then((said) => { note(said); assert.deepEqual(said.answer.findings, []); }),
    ]);
    assert.deepEqual(told, [1, 2, 3, 4]);
  });

  test("goes on after something that cannot be unpacked", async () => {
    const answer = server();
    const broken = await answer({ ...start, bytes: "%%%", packs: [] });
    assert.equal(typeof broken.fault, "string");
    const well = await answer({ ...start, packs: [squeezed(pack())] });
    assert.equal(well.answer.diagnostics.length, 0);
  });
});
