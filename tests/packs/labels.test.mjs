// Labels of posts: what is made of them when they teach, and whether those that are there can be read so.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { label, principlesOf } from '../../src/learn/train.mjs';

const PACK = new URL('../../src/packs/social-work-uk/', import.meta.url);
const read = (folder, end) => readdirSync(new URL(folder, PACK)).filter((name) => name.endsWith(end))
  .map((name) => [name, readFileSync(new URL(`${folder}${name}`, PACK), 'utf8')]);

const post = (more) => ({ author: 'x', must: [], may: [], complete: true, ...more });
function wants(...posts) {
  label(posts);
  return posts.map(({ want }) => want.join(' '));
}

test('principles, and signals that posts name, are learned', () => {
  const posts = [post({ must: [{ p: 'b' }] }), post({ must: [{ p: 'a', s: 'in-a' }] }), post({ author: 'pack', must: [{ p: 'a', s: 'other' }] })];
  assert.deepEqual(principlesOf(posts), ['a', 'b', 'in-a']);
});

test('what a label says of a principle and of its signal', () => {
  assert.deepEqual(wants(
    post({ must: [{ p: 'a', s: 'in-a' }] }), post({ must: [{ p: 'a' }] }), post({}),
    post({ may: ['a'] }), post({ must: [{ p: 'a' }], may: ['in-a'] }),
    post({ complete: false, never: ['a'] }), post({ complete: false, never: ['*'] }), post({ complete: false, never: [] }),
  ), ['1 1', '1 0', '0 0', '0.25 -1', '1 -1', '0 0', '0 0', '-1 -1']);
});

const packs = read('./', '.md').map(([, text]) => text).join('\n');
const principles = new Set([...packs.matchAll(/^# Principle: .* `([^`]+)`$/gm)].map(([, id]) => id));
const signals = new Set([...packs.matchAll(/^## Signal: .* `([^`]+)`$/gm)].map(([, id]) => id));

test('posts name principles and signals that there are, each once, and words that they hold', () => {
  let count = 0;
  for (const [name, text] of read('posts/', '.jsonl'))
    for (const line of text.split('\n').filter(Boolean)) {
      const { id, text: words, must, may } = JSON.parse(line);
      const where = `${name} ${id}`;
      for (const { p, s, span } of must) {
        assert.ok(principles.has(p) && (s === undefined || signals.has(s)), where);
        if (span) assert.ok(words.includes(span), where);
      }
      for (const one of may) assert.ok(principles.has(one) || signals.has(one), `${where} ${one}`);
      assert.equal(new Set(may).size, may.length, where);
      count++;
    }
  assert.ok(count > 70_000);
});
