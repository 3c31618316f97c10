// The words of the pack that ships: easy to read, kind, and enough of them that nobody reads the same sentence every day.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';
import { grade, wordsOf } from './reading.mjs';

const at = (name) => new URL(name, import.meta.url);
const packs = at('../../src/packs/');
const names = (folder) => readdirSync(new URL(folder, packs)).filter((name) => name.endsWith('.md')).sort((a, b) => (b === 'README.md') - (a === 'README.md') || (a < b ? -1 : 1));
const files = (folder) => names(folder).map((name) => ({ name, text: readFileSync(new URL(`${folder}${name}`, packs), 'utf8') }));

const engine = await Engine.create(readFileSync(at('../../build/earshot.wasm')));
assert.deepEqual(engine.load([{ files: files('social-work-uk/') }, { files: files('scenarios/') }]), []);
const { principles, scenarios } = engine.packs();

const GRADE = 6.5;
// The formula says little about a few words.
const FEW_WORDS = 8;
const WORDINGS = 3;
const HARSH = /\b(?:breach(?:es|ed)?|violations?|violate[sd]?|misconduct|safe)\b/i;
const FORBIDDING = /\b(?:don['’]t|do not|must(?:n['’]t)?|should(?:n['’]t| not)|never|not allowed|forbidden|avoid|stop)\b/i;

const added = (line) => /: add: (.*)$/.exec(line)?.[1];
const texts = principles.flatMap(({ id, wordings, question, instead, settings, signals }) => [
  ...wordings.map((text) => ({ id, kind: 'reminder', text })),
  { id, kind: 'question', text: question },
  ...instead.map((text) => ({ id, kind: 'instead', text })),
  ...[settings, ...signals.map((signal) => signal.settings)].flat().map(added).filter(Boolean).map((text) => ({ id, kind: 'line', text })),
]);
const questions = scenarios.flatMap(({ id, questions: list }) => list.map((text) => ({ id, kind: 'scenario', text })));

test('a known text gets its known grade', () => {
  // Ten words of ten syllables in one sentence; ten of eighteen in two.
  assert.equal(grade('The cat sat on the mat and ate the ham.').toFixed(2), '0.11');
  assert.equal(grade('Another winter together. My sister is making a lemon cake.').toFixed(2), '7.60');
});

test('every reminder, question, alternative and line reads easily', (t) => {
  for (const { id, kind, text } of texts) {
    const found = grade(text);
    t.diagnostic(`${found.toFixed(1).padStart(5)} ${id} ${kind}: ${text}`);
    if (kind === 'reminder' || wordsOf(text).length >= FEW_WORDS) assert.ok(found <= GRADE, `${found.toFixed(1)} ${id} ${kind}: ${text}`);
  }
});

test('each principle has three wordings or more, and none is long', () => {
  for (const { id, wordings } of principles) {
    assert.ok(new Set(wordings).size >= WORDINGS, id);
    for (const text of wordings) assert.ok(wordsOf(text).length <= 50, `${id}: ${text}`);
  }
});

test('none accuses, forbids or promises', () => {
  for (const { id, kind, text } of [...texts, ...questions]) {
    assert.doesNotMatch(text, HARSH, `${id} ${kind}`);
    if (kind !== 'scenario') assert.doesNotMatch(text, FORBIDDING, `${id} ${kind}`);
  }
  for (const { id, title, signals } of principles)
    for (const text of [title, ...signals.flatMap((signal) => [signal.title, ...signal.why])]) assert.doesNotMatch(text, HARSH, id);
});

test('a word that can sting has two others or more', () => {
  const { text } = files('social-work-uk/').find(({ name }) => name === '07-words.md');
  const items = text.split('\n').filter((line) => /^- .*→/.test(line));
  assert.ok(items.length >= 20);
  for (const item of items) {
    const others = item.split('→')[1].split(';').map((one) => one.trim()).filter(Boolean);
    assert.ok(new Set(others).size >= 2, item);
  }
  const rules = text.split('\n### Looks for\n').slice(1).flatMap((part) => part.split('\n### ')[0].split('\n').filter((line) => line.startsWith('- ')));
  for (const rule of rules.filter((line) => !line.includes('→'))) assert.match(rule, /\[learned/, `${rule} offers no other word`);
});
