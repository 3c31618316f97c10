// Protected expression raises nothing above a cheer: belief, politics, protest, terminology, whistleblowing on systems, criticism of policy.
// The posts were written before any pack file was read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const lines = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
const posts = lines(readFileSync(path('posts.jsonl'), 'utf8'));
const answers = new Map(
  lines(execFileSync(path('../../build/earshot'), ['check', '--jsonl', path('posts.jsonl')], { encoding: 'utf8' })).map((answer) => [answer.id, answer]));

test('there are at least 170 posts, all answered', () => {
  assert.ok(posts.length >= 170);
  for (const { id } of posts) assert.equal(answers.get(id)?.complete, true, id);
});

for (const { id, setting, text } of posts)
  test(`${setting}: ${text.slice(0, 80)}`, () => {
    const said = answers.get(id).findings.filter((f) => f.level !== 'cheer').map((f) => `${f.level} ${f.principle}/${f.signal}`);
    assert.deepEqual(said, []);
  });
