// A principle's reminders over the same words are told once; the examples of each signal still have to hold.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';

const wasm = readFileSync(new URL('../../build/earshot.wasm', import.meta.url));
const signal = (id, phrase, level, fires) => `## Signal: ${id} \`${id}\`

### Looks for

- ${phrase}

### Levels

- ${level}

### Fires

- \`${level}\` ${fires}

### Stays quiet

- Water.
`;
const principle = (id, ...signals) => `# Principle: ${id} \`${id}\`

A reminder.

> A question?

${signals.join('\n')}`;
const pack = `# Pack: Once \`once\`

${principle('tea', signal('wide', 'tea and cake', 'ask', 'Tea and cake.'), signal('narrow', 'cake', 'note', 'Tea and cake.'))}
${principle('rest', signal('sofa', 'cake on the sofa', 'ask', 'Tea and cake on the sofa.'))}`;

test('the most pressing is told, another principle is not silenced, words elsewhere are', async () => {
  const engine = await Engine.create(wasm);
  assert.deepEqual(engine.load([{ files: [{ name: 'once.md', text: pack }] }]), []);
  const said = (text) => engine.check(text, 'open/named/student/tweet').findings
    .map(({ signal: id, start, end }) => [id, text.slice(start, end)]);
  assert.deepEqual(said('Tea and cake on the sofa.'), [['narrow', 'cake'], ['sofa', 'cake on the sofa']]);
  assert.deepEqual(said('A cake. Then tea and cake.'), [['narrow', 'cake'], ['narrow', 'cake']]);
  assert.deepEqual(said('Cake. Oh, tea; tea and bread.'), [['narrow', 'Cake']]);
  assert.deepEqual(engine.prove(), { examples: 6, failures: [] });
});
