// Several packs together: a later one adds to, rewords or mutes an earlier one, and the answer says which pack speaks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';

const wasm = readFileSync(new URL('../../build/earshot.wasm', import.meta.url));
const first = `# Pack: First \`first\`

# Principle: Tea \`tea\`

A reminder.

> A question?

## Try instead

- Water.

## Signal: hot \`hot\`

### Looks for

- hot [drinks]

### Fires

- hot tea

### Stays quiet

- tea

## Signal: cold \`cold\`

### Looks for

- cold [drinks]

### Fires

- cold tea

### Stays quiet

- tea

# Words

## drinks

- tea
`;
const second = (rest) => `# Pack: Second \`second\`\n\n${rest}`;

async function load(...texts) {
  const engine = await Engine.create(wasm);
  const diagnostics = engine.load(texts.map((text, n) => ({ files: [{ name: `${n}.md`, text }] })));
  assert.deepEqual(diagnostics, []);
  return engine;
}
const found = (engine, text) => engine.check(text, 'open/named/any/tweet').findings.map((f) => `${f.pack}/${f.signal}`);

test('extend adds signals, wordings, alternatives and settings', async () => {
  const engine = await load(first, second(`# Extend: first \`tea\`

## Other wordings

- Another reminder.

## Try instead

- Milk.

## Settings

- lived: off

## Signal: sweet \`sweet\`

### Looks for

- sweet [drinks]

### Fires

- sweet tea

### Stays quiet

- tea
`));
  assert.deepEqual(found(engine, 'sweet tea and hot tea'), ['second/sweet', 'first/hot']);
  assert.deepEqual(engine.check('hot tea', 'open/named/lived/tweet').findings, []);
  const [tea] = engine.packs().principles;
  assert.deepEqual(tea.wordings, ['A reminder.', 'Another reminder.']);
  assert.deepEqual(tea.instead, ['Water.', 'Milk.']);
});

test('extending a word class reaches the signals that use it', async () => {
  const engine = await load(first, second('# Words\n\n## Extend: drinks\n\n- cocoa\n'));
  assert.deepEqual(found(engine, 'hot cocoa'), ['first/hot']);
});

test('reword replaces what people read and leaves what is looked for', async () => {
  const engine = await load(first, second('# Reword: first `tea`\n\nOur own words.\n\n> Our question?\n\n## Try instead\n\n- Juice.\n'));
  const [tea] = engine.packs().principles;
  assert.deepEqual([tea.wordings, tea.question, tea.instead, tea.pack], [['Our own words.'], 'Our question?', ['Juice.'], 'second']);
  assert.deepEqual(found(engine, 'hot tea'), ['first/hot']);
});

test('mute silences a principle, or only the signals it lists', async () => {
  assert.deepEqual(found(await load(first, second('# Mute: first `tea`\n')), 'hot tea, cold tea'), []);
  assert.deepEqual(found(await load(first, second('# Mute: first `tea`\n\n- cold\n')), 'hot tea, cold tea'), ['first/hot']);
});

test('a faulty pack leaves its neighbours on both sides as they were', async () => {
  const engine = await Engine.create(wasm);
  const texts = [first, second('# Words\n\n## w\n\n- [nowhere]\n'), second('# Mute: first `tea`\n\n- cold\n').replaceAll('second', 'third')];
  const diagnostics = engine.load(texts.map((text, n) => ({ files: [{ name: `${n}.md`, text }] })));
  assert.deepEqual(diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`), ['1.md:7:3 unknown-class']);
  assert.deepEqual(found(engine, 'hot tea, cold tea'), ['first/hot']);
  assert.deepEqual(engine.packs().packs.map((p) => p.id), ['first', 'third']);
});

test('a pack of several files is one pack', async () => {
  const [head, words] = first.split('# Words');
  const engine = await Engine.create(wasm);
  assert.deepEqual(engine.load([{ files: [{ name: 'README.md', text: head }, { name: 'words.md', text: `# Words${words}` }] }]), []);
  assert.deepEqual(found(engine, 'hot tea'), ['first/hot']);
  assert.match(engine.document(), /data-file="README\.md"[\s\S]*data-file="words\.md"/);
});
