// The same drafts through the native program and through wasm: the same bytes, and the bytes that were read and agreed to.
// UPDATE=1 writes expected.jsonl anew: read the difference before you commit it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';

const at = (name) => new URL(name, import.meta.url);
const path = (name) => at(name).pathname;
const input = execFileSync('node', [path('make-drafts.mjs')]);
const native = spawnSync(path('../../build/earshot'), ['check', '--jsonl', '--no-default-pack', '--pack', path('pack.md')], { input });

test('the native program says what it said before', () => {
  assert.equal(native.status, 0, native.stderr.toString());
  if (process.env.UPDATE) writeFileSync(at('expected.jsonl'), native.stdout);
  assert.deepEqual(native.stdout.toString().split('\n'), readFileSync(at('expected.jsonl'), 'utf8').split('\n'));
});

test('wasm says the same, byte for byte', async () => {
  const engine = await Engine.create(readFileSync(at('../../build/earshot.wasm')));
  assert.deepEqual(engine.load([{ files: [{ name: 'pack.md', text: readFileSync(at('pack.md'), 'utf8') }] }]), []);
  const lines = native.stdout.toString().trimEnd().split('\n');
  // A page cannot hand over bad bytes: TextDecoder has made them U+FFFD, which must count the same.
  new TextDecoder().decode(input).trimEnd().split('\n').forEach((line, n) => {
    const { id, text, setting, draft } = JSON.parse(line);
    if (id === 'cut short') return; // decoders differ in how many U+FFFD a truncated character becomes
    assert.equal(`{"id":${JSON.stringify(id)},${engine.checkText(text, setting, draft).slice(1)}`, lines[n], id);
  });
});

test('all examples of the golden pack hold, in both', async () => {
  const proof = spawnSync(path('../../build/earshot'), ['prove', path('pack.md')]);
  assert.equal(proof.stdout.toString(), '12 examples hold, 0 do not.\n');
});
