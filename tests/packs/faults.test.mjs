// Each fault in a pack is named, with its place and in these words; and a pack with a fault leaves the others as they were.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';
import { faults, good } from './faults.mjs';

const wasm = readFileSync(new URL('../../build/earshot.wasm', import.meta.url));
const folder = new URL('../../src/', import.meta.url);

// Line and column (bytes, from 1) of the mark, and the pack without it.
function place(marked) {
  const [before, after] = marked.split('‸');
  const lines = before.split('\n');
  return { text: before + after, line: lines.length, column: Buffer.byteLength(lines.at(-1)) + 1 };
}

async function diagnose(...texts) {
  const engine = await Engine.create(wasm);
  const packs = texts.map((text, n) => ({ files: [{ name: `pack${n}.md`, text }] }));
  return { engine, diagnostics: engine.load(packs) };
}

test('a good pack has no diagnostics', async () => {
  assert.deepEqual((await diagnose(good)).diagnostics, []);
});

test('line ends, a byte order mark and underlined headings make no difference', async () => {
  for (const odd of [good.replaceAll('\n', '\r\n'), good.replaceAll('\n', '\r'), `\ufeff${good}`, good.replace(/^# (Pack.*)$/m, '$1\n===='), good.replaceAll(/^- /gm, '* ')])
    assert.deepEqual((await diagnose(odd)).diagnostics, []);
});

for (const { code, pack, message, after } of faults)
  test(`${code}: ${message}`, async () => {
    const { text, line, column } = place(pack);
    const { diagnostics, engine } = await (after ? diagnose(after, text) : diagnose(text));
    const [first] = diagnostics;
    assert.ok(first, 'no diagnostic at all');
    assert.deepEqual(
      { code: first.code, file: first.file, line: first.line, column: first.column, message: first.message },
      { code, file: after ? 'pack1.md' : 'pack0.md', line, column, message });
    assert.ok(first.help.length > 10, 'no help');
    if (after) assert.equal(engine.check('tea', 'open/named/any/tweet').findings.length, 1);
  });

test('every diagnostic code in the source has a case here', () => {
  const covered = new Set(faults.map((f) => f.code));
  // Limits that need megabytes or hundreds of files are covered in tests/unit.
  // and learned weights in weights.test.mjs.
  const elsewhere = new Set(['bad-weights', 'too-many-files', 'packs-too-large', 'too-many-principles']);
  for (const name of readdirSync(folder, { recursive: true }).filter((n) => n.endsWith('.c'))) {
    const source = readFileSync(new URL(name, folder), 'utf8');
    for (const [, code] of source.matchAll(/(?:item_fault|diagnose|diagnose_warning|lacks)\((?:[^;"]*?)"([a-z]+(?:-[a-z]+)+|unexpected|unclosed)"/g))
      assert.ok(covered.has(code) || elsewhere.has(code), `${code} in ${name}`);
  }
});
