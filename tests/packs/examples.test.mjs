// The examples of the pack that ships say which level they expect, and each line about a setting is shown by an example there. That they hold is
// proven by `earshot prove`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { readLine, speaksOf } from '../../web/core/rooms.mjs';
import { Engine } from '../../web/engine/engine.mjs';

const folder = new URL('../../src/packs/social-work-uk/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md').sort();
const files = ['README.md', ...names].map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const engine = await Engine.create(readFileSync(new URL('../../build/earshot.wasm', import.meta.url)));
assert.deepEqual(engine.load([{ files }]), []);
const { principles } = engine.packs();

test('they hold', () => {
  const out = execFileSync(fileURLToPath(new URL('../../build/earshot', import.meta.url)), ['prove'], { encoding: 'utf8' });
  assert.match(out, /^\d{3,} examples hold, 0 do not\.\n$/);
});

test('every post that fires names its level, and every post its setting', () => {
  for (const { name, text } of files) {
    let part = '';
    for (const line of text.split('\n')) {
      if (line.startsWith('#')) part = line;
      if (!line.startsWith('- ')) continue;
      if (part === '### Fires') assert.match(line, /^- `(?:cheer|ask|note|pause|hold)` `[a-z/-]+(?:;t=\d\d:\d\d)?` \S/, `${name}: ${line}`);
      if (part === '### Stays quiet') assert.match(line, /^- `[a-z/-]+(?:;t=\d\d:\d\d)?` \S/, `${name}: ${line}`);
    }
  }
});

test('what a setting changes is shown by an example in that setting', () => {
  const moves = (line) => !/: add: /.test(line);
  for (const { id, settings, signals } of principles) {
    const shown = (list) => list.flatMap(({ fires, quiet }) => [...fires, ...quiet]);
    const told = [...settings.map((line) => ({ line, in: shown(signals) })),
      ...signals.filter((signal) => signal.id !== 'learned').flatMap((signal) => signal.settings.map((line) => ({ line, in: shown([signal]) })))];
    for (const { line, in: posts } of told.filter((one) => moves(one.line) && !/^[*\d]/.test(one.line)))
      assert.ok(posts.some(({ setting }) => speaksOf(readLine(line), setting)), `${id}: no example shows "${line}"`);
  }
});
