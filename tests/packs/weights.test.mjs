// Learned weights: a file beside a pack's Markdown. A small table written by hand must do what it says, and a broken one is named.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';

const wasm = readFileSync(new URL('../../build/earshot.wasm', import.meta.url));
const pack = (item, extra = '') => `# Pack: Test \`test\`

# Principle: Tea \`tea\`

A reminder.

> A question?

## Signal: tea \`tea\`

### Looks for

- ${item}

${extra}### Fires

- tea

### Stays quiet

- coffee

# Words

## hot drinks

- tea, coffee
`;
// n * (n + 8) / 5: t is 20 * 28 / 5 = 112, j is 36, e is 13.
const table = '=principles\ttea\tcake\n=start\t-100\t0\ntea\tt.\nmy tea\tj.\nmilk\tE.\n[hot drinks]\te.\n<student>\tj.\nA note for people.\n';

async function load(item, weights = table, extra = '') {
  const engine = await Engine.create(wasm);
  const files = [{ name: 'learned.weights', text: weights }, { name: 'pack.md', text: pack(item, extra) }];
  return { engine, diagnostics: engine.load([{ files }]) };
}

const spans = (engine, draft, setting = 'open/named/any/tweet') =>
  engine.check(draft, setting).findings.map((f) => draft.slice(f.start, f.end));

test('words, pairs, classes and the setting add up; what speaks most is marked', async () => {
  // tea: -100 + 112 + 13 = 25 hundredths of log-odds, which is 56 in a hundred.
  const { engine, diagnostics } = await load('[learned 56 tea]');
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(spans(engine, 'So we sat on the wall and had a tea by the sea'), ['tea']);
  assert.deepEqual(spans(engine, 'So we sat on the wall and had a bun by the sea'), []);
  // One against: 25 - 13 = 12, which is 53 in a hundred.
  assert.deepEqual(spans(engine, 'tea, milk'), []);
  // A pair: 25 + 36 = 61, 65 in a hundred; a student's: as much again.
  const higher = (await load('[learned 64 tea]')).engine;
  assert.deepEqual(spans(higher, 'a tea'), []);
  assert.deepEqual(spans(higher, 'This is my tea.'), ['my tea']);
  assert.deepEqual(spans(higher, 'a tea', 'open/named/student/tweet'), ['tea']);
});

test('once is enough: a word said again weighs no more', async () => {
  const { engine } = await load('[learned 57 tea]');
  assert.deepEqual(spans(engine, 'tea? tea! tea'), []);
});

test('what a feature says may hang on another: units look at common ones together', async () => {
  // The unit sees 112 in tea: divided by the root of 2 that is 79, which it adds: -100 + 112 + 79 = 91, 71 in a hundred. With milk, which alone
  // says nothing, it sees 112 - 176 and keeps still: 12, 53 in a hundred.
  const together = '=principles\ttea\n=start\t-100\n=unit\t0\t100\ntea\tt\tt\nmilk\t.\tZ\nrare\tj\n';
  const { engine, diagnostics } = await load('[learned 71 tea]', together);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(spans(engine, 'a tea'), ['tea']);
  assert.deepEqual(spans(engine, 'a tea with milk'), []);
  assert.deepEqual(spans((await load('[learned 72 tea]', together)).engine, 'a tea'), []);
  assert.deepEqual(spans((await load('[learned 53 tea]', together)).engine, 'a tea with milk'), ['tea']);
  assert.deepEqual(spans((await load('[learned 54 tea]', together)).engine, 'a tea with milk'), []);
  // A unit's first number is what it starts from: 30 more.
  const eager = (await load('[learned 77 tea]', together.replace('unit\t0', 'unit\t30'))).engine;
  assert.deepEqual(spans(eager, 'a tea'), ['tea']);
});

test('"under" keeps a signal quiet', async () => {
  const { engine, diagnostics } = await load('tea', table, '### Unless\n\n- *anywhere* [learned under 54 tea]\n\n');
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(spans(engine, 'a tea'), ['tea']);
  assert.deepEqual(spans(engine, 'a tea with milk'), []);
});

test('without weights, or for a principle they do not know, nothing is heard', async () => {
  assert.deepEqual(spans((await load('[learned 1 scones]')).engine, 'tea'), []);
  const engine = await Engine.create(wasm);
  engine.load([{ files: [{ name: 'pack.md', text: pack('[learned 1 tea]') }] }]);
  assert.deepEqual(spans(engine, 'tea'), []);
});

test('a class of that kind needs a percentage from 1 to 99 and a principle', async () => {
  for (const name of ['learned', 'learned 0 tea', 'learned 100 tea', 'learned tea', 'learned 50', 'learned under tea'])
    assert.equal((await load(`[${name}]`)).diagnostics[0]?.code, 'unknown-class', name);
});

for (const [what, text, line, column] of [
  ['a letter too few', '=principles\ta\tb\n=start\t0\t0\ntea\ta\n', 3, 6],
  ['a letter too many', '=principles\ta\n=start\t0\ntea\taa\n', 3, 6],
  ['no letter', '=principles\ta\n=start\t0\ntea\t!\n', 3, 5],
  ['no number', '=principles\ta\n=start\tx\n', 2, 8],
  ['too large a number', '=principles\ta\n=start\t40000\n', 2, 13],
  ['a start too few', '=principles\ta\tb\n=start\t1\n', 2, 9],
  ['a unit without its numbers', '=principles\ta\tb\n=start\t0\t0\n=unit\t0\t5\n', 3, 10],
  ['what units see, a letter too few', '=principles\ta\n=start\t0\n=unit\t0\t5\n=unit\t0\t5\ntea\ta\tb\n', 5, 8],
  ['what units see, without units', '=principles\ta\n=start\t0\ntea\ta\tb\n', 3, 6],
  ['too many units', `=principles\ta\n=start\t0\n${'=unit\t0\t5\n'.repeat(65)}`, 67, 6],
  ['too many principles', `=principles${'\ta'.repeat(33)}\n`, 1, 77],
])
  test(`a broken table is named with its place: ${what}`, async () => {
    const { diagnostics } = await load('tea', text);
    const { code, file, line: l, column: c, help } = diagnostics[0] ?? {};
    assert.deepEqual({ code, file, l, c }, { code: 'bad-weights', file: 'learned.weights', l: line, c: column });
    assert.ok(help.length > 10);
  });

test('odd tables are read or refused, never trusted', async () => {
  for (const text of ['', '\n\n', '\t', 'tea', 'tea\t\n', '\u0000\t\u0000', table.repeat(50), '=start\t\n', 'a\tb'.repeat(1000)])
    await load('[learned 50 tea]', text);
});
