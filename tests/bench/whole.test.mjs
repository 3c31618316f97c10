// The budget is for what is made to hurt: the longest drafts of what people write are answered whole.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { draftsOf } from './data.mjs';

const posts = new URL('../../src/packs/social-work-uk/posts/', import.meta.url);
const earshot = new URL('../../build/earshot', import.meta.url).pathname;

test('drafts of 128 KiB, made of posts, are answered whole', () => {
  const texts = readdirSync(posts).filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, posts), 'utf8').trim().split('\n')).map((line) => JSON.parse(line).text);
  const drafts = draftsOf(texts, 128 * 1024, 12).map((text, id) => JSON.stringify({ id, text }));
  const answers = execFileSync(earshot, ['check', '--jsonl'], { input: drafts.join('\n'), maxBuffer: 1 << 26 }).toString().trim().split('\n');
  assert.ok(answers.length === drafts.length);
  for (const answer of answers.map((line) => JSON.parse(line))) {
    assert.ok(answer.complete, `draft ${answer.id}`);
    assert.ok(answer.findings.length > 0, `draft ${answer.id}`);
  }
});
