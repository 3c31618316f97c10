// What the module may be: small, importing nothing, exporting what
// wasm/exports.c names and nothing that could reach further.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const bytes = readFileSync(new URL("../../build/earshot.wasm", import.meta.url));
const module = new WebAssembly.Module(bytes);

test("the module imports nothing", () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
});

test("the module exports what it says and nothing else", () => {
  const found = WebAssembly.Module.exports(module);
  const ours = [
    "answer_length", "check", "diagnostics", "document", "explain", "give",
    "pack_begin", "pack_end", "pack_file", "packs", "packs_compile",
    "packs_reset", "patterns", "prove", "recheck", "take", "version",
  ];
  // What emscripten always adds: a start function that has nothing to start,
  // the function table and three ways to move its stack.
  const added = [
    "__errno_location", "__indirect_function_table", "_initialize", "memory",
    "stackAlloc", "stackRestore", "stackSave",
  ];
  assert.deepEqual(found.map((e) => e.name).sort(), [...ours, ...added].sort());
  for (const { name, kind } of found) {
    if (ours.includes(name)) assert.equal(kind, "function", name);
  }
});

test("the module is at most 600 KB and carries no names", () => {
  assert.ok(bytes.length <= 600_000, `${bytes.length} bytes`);
  assert.deepEqual(WebAssembly.Module.customSections(module, "name"), []);
  assert.deepEqual(WebAssembly.Module.customSections(module, "producers"), []);
});

test("memory is fixed at 96 MiB", () => {
  const { exports } = new WebAssembly.Instance(module, {});
  assert.equal(exports.memory.buffer.byteLength, 96 * 1024 * 1024);
  assert.throws(() => exports.memory.grow(1), RangeError);
});

test("the stack lies below everything else, so that overflowing it traps", () => {
  const { exports } = new WebAssembly.Instance(module, {});
  assert.equal(exports.stackSave(), 1024 * 1024);
  assert.ok(exports.take(1) > 1024 * 1024);
});

test("before there are packs every question is answered with an error", () => {
  const { exports } = new WebAssembly.Instance(module, {});
  exports._initialize();
  const say = (at) => {
    assert.notEqual(at, 0);
    const text = new Uint8Array(
      exports.memory.buffer, at, exports.answer_length());
    return new TextDecoder("utf-8", { fatal: true }).decode(text);
  };
  for (const name of [
    "diagnostics", "packs", "document", "patterns", "prove",
  ]) {
    assert.match(say(exports[name]()), /^\{"error":"[^"]+"\}$/, name);
  }
  assert.match(say(exports.explain(0, 0)), /^\{"error":/);
  assert.match(say(exports.check(0, 0, 0, 0, 0)), /^\{"error":/);
  assert.match(say(exports.version()), /^\d+\.\d+\.\d+$/);
});

test("memory that cannot be had is refused, not trapped on", () => {
  const { exports } = new WebAssembly.Instance(module, {});
  exports._initialize();
  assert.equal(exports.take(1 << 30), 0);
  const at = exports.take(1 << 20);
  assert.notEqual(at, 0);
  exports.give(at);
  assert.equal(exports.take(1 << 20), at);
});
