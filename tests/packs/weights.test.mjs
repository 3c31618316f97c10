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
// A letter is worth 10 hundredths: k is 11 * 10 = 110, e is 50, b is 20.
const features = '=words\ntea\nmilk\n[hot drinks]\n<student>\n=pairs\nmy tea mug\n';
const table = `A note for people.\n${features}=principle\ttea\t-100\tkBbeez\n=principle\tcake\t0\t......\n`;

async function load(item, weights = table, extra = '') {
  const engine = await Engine.create(wasm);
  const files = [{ name: 'learned.weights', text: weights }, { name: 'pack.md', text: pack(item, extra) }];
  return { engine, diagnostics: engine.load([{ files }]) };
}

const spans = (engine, draft, setting = 'open/named/any/tweet') =>
  engine.check(draft, setting).findings.map((f) => draft.slice(f.start, f.end));

test('words, pairs, classes and the setting add up; what speaks most is marked', async () => {
  // tea: -100 + 110 + 20 = 30 hundredths of log-odds, which is 57 in a hundred.
  const { engine, diagnostics } = await load('[learned 57 tea]');
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(spans(engine, 'So we sat on the wall and had a tea by the sea'), ['tea']);
  assert.deepEqual(spans(engine, 'So we sat on the wall and had a bun by the sea'), []);
  // One against: 30 - 20 = 10, which is 52 in a hundred.
  assert.deepEqual(spans(engine, 'tea, milk'), []);
  // A pair: 30 + 50 = 80, 69 in a hundred; a student's: as much again.
  const higher = (await load('[learned 69 tea]')).engine;
  assert.deepEqual(spans(higher, 'a tea'), []);
  assert.deepEqual(spans(higher, 'This is my tea.'), ['my tea']);
  assert.deepEqual(spans(higher, 'a tea', 'open/named/student/tweet'), ['tea']);
  // The line of the pair has another one: that mug is worth 260.
  assert.deepEqual(spans((await load('[learned 74 tea]')).engine, 'my mug'), ['my mug']);
});

test('what is told: the words that weigh most, without small ones around them, in one piece where they follow each other', async () => {
  // Each word and pair is worth 260.
  const many = '=words\nmy\non\nthe\nred\nmug\nfloor\n=pairs\nmy red\non the\n=principle\ttea\t-100\tzz.zzzzz\n';
  const { engine, diagnostics } = await load('[learned 57 tea]', many);
  assert.deepEqual(diagnostics, []);
  const told = (draft) => engine.check(draft).findings.map((f) => f.evidence.map((e) => draft.slice(e.start, e.end)));
  assert.deepEqual(told('We saw my red mug on the floor'), [['red mug', 'floor']]);
  assert.deepEqual(told('It is on my mug'), [['mug']]);
  // Small words alone explain nothing; the stretch is marked all the same.
  assert.deepEqual(spans(engine, 'It is on my'), ['on my']);
  assert.deepEqual(told('It is on my'), [['on my']]);
});

test('once is enough: a word said again weighs no more', async () => {
  const { engine } = await load('[learned 58 tea]');
  assert.deepEqual(spans(engine, 'tea? tea! tea'), []);
});

test('what a feature says may hang on another: units look at common ones together', async () => {
  // The unit sees 4 * 32 = 128 in tea: divided by the root of 2 that is 90, which it adds: -100 + 110 + 90 = 100, 73 in a hundred. With milk, which
  // alone says nothing, it sees 128 - 160 and keeps still: 10, 52 in a hundred.
  const together = '=words\ntea\nmilk\n=seen\nrare\n=principle\ttea\t-100\tk.e\n=unit\t0\t100\tdE\n';
  const { engine, diagnostics } = await load('[learned 73 tea]', together);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(spans(engine, 'a tea'), ['tea']);
  assert.deepEqual(spans(engine, 'a tea with milk'), []);
  assert.deepEqual(spans((await load('[learned 74 tea]', together)).engine, 'a tea'), []);
  assert.deepEqual(spans((await load('[learned 52 tea]', together)).engine, 'a tea with milk'), ['tea']);
  assert.deepEqual(spans((await load('[learned 53 tea]', together)).engine, 'a tea with milk'), []);
  // A unit's first number is what it starts from: 30 more.
  const eager = (await load('[learned 78 tea]', together.replace('unit\t0', 'unit\t30'))).engine;
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
  ['a letter too few', '=words\nx\ny\n=principle\ta\t0\ta\n', 4, 17],
  ['a letter too many', '=words\ntea\n=principle\ta\t0\taa\n', 3, 17],
  ['another letter too many', '=principle\ta\t0\t\n=words\ntea\n=principle\tb\t0\ta', 1, 16],
  ['no letter', '=words\ntea\n=principle\ta\t0\t!\n', 3, 16],
  ['no letters', '=words\ntea\n=principle\ta\t0\n', 3, 15],
  ['no name', '=principle\n', 1, 11],
  ['no number', '=principle\ta\tx\n', 1, 14],
  ['too large a number', '=principle\ta\t40000\n', 1, 19],
  ['a unit without its numbers', '=principle\ta\t0\t\n=principle\tb\t0\t\n=unit\t0\t5\n', 3, 10],
  ['a unit before a principle', '=unit\t0\t\n=principle\ta\t0\t\n', 2, 11],
  ['what units see, a letter too few', '=words\nx\ny\n=seen\nz\n=principle\ta\t0\tabc\n=unit\t0\t5\tab\n=unit\t0\t5\ta\n', 8, 12],
  ['what units see of what they do not', '=words\nx\n=principle\ta\t0\ta\n=unit\t0\t5\ta\n', 4, 11],
  ['a heading that nobody knows', '=words\nx\n=others\ny\n', 3, 8],
  ['more in a heading', '=words\tx\n', 1, 7],
  ['too many units', `=principle\ta\t0\t\n${'=unit\t0\t5\t\n'.repeat(65)}`, 66, 6],
  ['too many principles', '=principle\ta\t0\t\n'.repeat(33), 33, 11],
])
  test(`a broken table is named with its place: ${what}`, async () => {
    const { diagnostics } = await load('tea', text);
    const { code, file, line: l, column: c, help } = diagnostics[0] ?? {};
    assert.deepEqual({ code, file, l, c }, { code: 'bad-weights', file: 'learned.weights', l: line, c: column });
    assert.ok(help.length > 10);
  });

test('odd tables are read or refused, never trusted', async () => {
  for (const text of ['', '\n\n', '\t', 'tea', 'tea\t\n', '\u0000\t\u0000', table.repeat(50), '=', '=unit\t\n', features, '=pairs\n \na  b\n  \n=principle\ttea\t0\taaaaaa\n', '=seen\n=seen', 'a\tb'.repeat(1000)])
    await load('[learned 50 tea]', text);
});
