import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Client } from "../../web/engine/client.mjs";
import { Engine, MOST_UNITS } from "../../web/engine/engine.mjs";
import { server } from "../../web/engine/serve.mjs";
import { doubleModule } from "./double.mjs";
import { pack, wasm } from "./files.mjs";

const SETTING = "open/named/student/tweet";
const own = (text) => ({ files: [{ name: "own.md", text }] });
const KETTLE = own(`# Pack: Ours \`ours\`

- Version: 1.0.0
- Language: en-GB
- Licence: CC BY 4.0

# Principle: Let the kettle boil \`kettle\`

Tea gives a thought a little air.

> Would they smile?

## Signal: tea at a visit \`tea\`

Why.

### Looks for

- teapot

### Levels

- note

### Fires

- \`note\` A teapot.

### Stays quiet

- A cup.
`);

/** A worker without a thread: the same messages, cloned as a browser would. */
function pretendWorker() {
  const answer = server();
  const worker = {
    ended: false,
    postMessage(data) {
      const question = structuredClone(data);
      answer(question).then((reply) => {
        if (!worker.ended) worker.onmessage({ data: structuredClone(reply) });
      });
    },
    terminate() { worker.ended = true; },
  };
  return worker;
}

describe("engine", () => {
  test("the module imports nothing", async () => {
    const module = await WebAssembly.compile(wasm());
    assert.deepEqual(WebAssembly.Module.imports(module), []);
  });

  test("finds what a pack looks for, in UTF-16 places", async () => {
    const engine = await Engine.create(wasm());
    assert.deepEqual(engine.load([KETTLE]), []);
    const text = "☕ 👩‍👩‍👧 teapot";
    const { complete, findings: [one, ...rest] } = engine.check(text, SETTING);
    assert.equal(complete, true);
    assert.deepEqual(rest, []);
    assert.equal(text.slice(one.start, one.end), "teapot");
    assert.deepEqual([one.pack, one.principle, one.signal, one.level],
      ["ours", "kettle", "tea", "note"]);
    assert.equal(engine.packs().principles[0].title, "Let the kettle boil");
    assert.deepEqual(engine.prove(), { examples: 2, failures: [] });
    assert.match(engine.document(), /<section[^>]*>/);
    assert.match(engine.version(), /^\d+\.\d+\.\d+$/);
  });

  test("a lone surrogate counts as the one unit it is", async () => {
    const engine = await Engine.create(wasm());
    engine.load([KETTLE]);
    const text = "\ud83d \udc00 teapot";
    const { findings } = engine.check(text, SETTING);
    assert.equal(text.slice(findings[0].start, findings[0].end), "teapot");
  });

  test("a faulty pack is named with its place; the others work", async () => {
    const engine = await Engine.create(wasm());
    const broken = KETTLE.files[0].text.replace("- teapot", "- [nobody knows this]");
    const theirs = broken.replaceAll("ours", "theirs").replaceAll("kettle", "pot");
    const diagnostics = engine.load([KETTLE, own(theirs)]);
    const fault = diagnostics.find(({ warning }) => !warning);
    const line = broken.split("\n").findIndex((one) => one.includes("[nobody")) + 1;
    assert.equal(fault.file, "own.md");
    assert.equal(fault.line, line);
    assert.ok(fault.column >= 1 && fault.message && fault.help);
    assert.equal(engine.check("teapot", SETTING).findings.length, 1);
  });

  test("a draft beyond every limit is checked in part, and says so", async () => {
    const engine = await Engine.create(wasm());
    engine.load([KETTLE]);
    const result = engine.check(`teapot ${"x ".repeat(MOST_UNITS)}`, SETTING);
    assert.equal(result.complete, false);
    assert.equal(result.findings.length, 1);
  });

  test("the default pack loads without a fault and holds its examples", async () => {
    const engine = await Engine.create(wasm());
    const faults = engine.load([pack()]).filter(({ warning }) => !warning);
    assert.deepEqual(faults, []);
    assert.deepEqual(engine.prove().failures, []);
  });

  test("the same draft gives the same bytes, after anything else", async () => {
    const engine = await Engine.create(wasm());
    engine.load([pack()]);
    const text = "Had tea with a lady I support in Thornwick today, she is 84.";
    const first = engine.checkText(text, SETTING);
    for (const other of ["", "\0\0", "a".repeat(70000), "> ".repeat(9000)]) {
      engine.check(other, SETTING, "markdown");
    }
    assert.equal(engine.checkText(text, SETTING), first);
  });

  test("a setting that does not exist is refused, not guessed", async () => {
    const engine = await Engine.create(wasm());
    engine.load([KETTLE]);
    assert.throws(() => engine.check("teapot", "everywhere"), TypeError);
  });

  test("memory that went bad: a fresh engine with the same packs", async () => {
    const engine = await Engine.create(wasm());
    engine.load([KETTLE]);
    engine.exports = {
      ...engine.exports,
      recheck() { throw new WebAssembly.RuntimeError(); },
    };
    assert.deepEqual(engine.check("teapot", SETTING),
      { complete: false, findings: [], restarted: true });
    assert.equal(engine.check("teapot", SETTING).findings.length, 1);
    assert.equal(engine.restarts, 1);
  });
});

describe("trap", () => {
  test("the instance is thrown away and the next check works", async () => {
    const engine = await Engine.create(doubleModule());
    engine.load([own("fine")]);
    const before = engine.exports;
    assert.deepEqual(engine.check("!", SETTING),
      { complete: false, findings: [], restarted: true });
    assert.notEqual(engine.exports, before);
    assert.deepEqual(engine.check("well", SETTING),
      { complete: true, findings: [] });
  });

  test("a pack that brings it down is left out, the others stay", async () => {
    const engine = await Engine.create(doubleModule());
    engine.load([own("fine")]);
    const [fault] = engine.load([own("fine"), own("!")]);
    assert.equal(fault.code, "engine-stopped");
    assert.deepEqual(engine.packsLoaded, [own("fine")]);
    assert.equal(engine.check("well", SETTING).complete, true);
  });
});

describe("client", () => {
  test("asks the worker and gets its answers", async () => {
    const client = new Client(pretendWorker, wasm());
    const { packs, diagnostics, version } = await client.start([KETTLE]);
    assert.deepEqual(diagnostics, []);
    assert.equal(packs.packs[0].id, "ours");
    assert.match(version, /\d/);
    const { findings } = await client.check("teapot", SETTING, "plain");
    assert.equal(findings.length, 1);
    assert.match(await client.document(), /kettle/);
    client.stop();
  });

  /** A client, its workers, and its timers, which go off when told.
      @param {(worker: any) => void} [spoil] each worker that is made anew */
  function watched(spoil = () => {}) {
    const workers = [];
    const timers = [];
    const client = new Client(() => {
      workers.push(pretendWorker());
      if (workers.length > 1) spoil(workers.at(-1));
      return workers.at(-1);
    }, doubleModule(), {
      after: (what) => timers.push(what) - 1,
      cancel: (at) => { timers[at] = null; },
    });
    return { client, workers, timers };
  }
  const dies = (worker) => {
    const { postMessage } = worker;
    worker.postMessage = (asked) => asked.ask === "check"
      ? worker.onerror({ preventDefault() {} }) : postMessage.call(worker, asked);
  };
  const well = (client) => client.check("well", SETTING, "plain");

  test("a worker that died is replaced, and the draft is checked by the next", async () => {
    const { client, workers } = watched();
    await client.start([own("fine")]);
    dies(workers[0]);
    const both = await Promise.all([well(client), well(client)]);
    assert.deepEqual(both.map(({ complete }) => complete), [true, true]);
    assert.equal(workers.length, 2);
    assert.equal(workers[0].ended, true);
    client.stop();
  });

  test("a draft that every worker dies of is answered all the same", async () => {
    const { client, workers } = watched(dies);
    await client.start([own("fine")]);
    dies(workers[0]);
    assert.deepEqual(await well(client),
      { complete: false, findings: [], restarted: true });
    assert.equal(workers.length, 3);
    client.stop();
  });

  test("a worker that never answers is given up", async () => {
    const { client, workers, timers } = watched();
    await client.start([own("fine")]);
    assert.deepEqual(timers.filter(Boolean), []);
    workers[0].postMessage = () => {};
    const answer = well(client);
    timers.at(-1)();
    assert.equal((await answer).complete, true);
    assert.equal(workers.length, 2);
    client.stop();
  });

  test("a page and an engine of different versions do not talk", async () => {
    const answer = await server()(
      { id: 1, ask: "start", protocol: 0, bytes: doubleModule(), packs: [] });
    assert.match(answer.fault, /different versions/);
  });
});
