// Somebody in danger: how much of what people say is heard, and how much of the talk that only borrows the words is left alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const settings = {
  o: 'open/named/qualified/tweet', a: 'open/named/any/tweet', l: 'open/named/lived/tweet', d: 'dm/named/qualified/whatsapp',
  g: 'group/named/carer/whatsapp', s: 'locked/named/student/facebook', e: 'open/named/educator/linkedin',
};
// What each round must reach, found and left alone. The third was written to be oblique, and nothing was mended for the fifth: it tells what
// lists hear of what is said in other words than theirs, one in ten, and is not to be mended for.
const ENOUGH = { 'round one': [0.95, 0.95], 'round two': [0.9, 0.9], 'round three': [0.3, 0.95], 'round four': [0.9, 0.9], 'round five': [0.1, 0.95],
  'round six': [0.6, 0.95], 'round seven': [0.45, 0.95], 'round eight': [0.7, 0.95] };

function read() {
  const posts = [];
  let round = '';
  for (const [n, line] of readFileSync(path('phrases.txt'), 'utf8').split('\n').entries()) {
    const heading = /^# ---- (round \w+)/.exec(line);
    if (heading) round = heading[1];
    const [, sign, setting, text] = /^([+-]) \| (\w) \| (.+)$/.exec(line) ?? [];
    if (!sign) continue;
    assert.ok(settings[setting] && ENOUGH[round], `phrases.txt:${n + 1}`);
    posts.push({ id: `${n + 1}`, round, sign, setting: settings[setting], text });
  }
  return posts;
}

const posts = read();
const input = posts.map(({ id, setting, text }) => `${JSON.stringify({ id, setting, text })}\n`).join('');
const answers = execFileSync(path('../../build/earshot'), ['check', '--jsonl', '-'], { input, encoding: 'utf8' })
  .split('\n').filter(Boolean).map((line) => JSON.parse(line));
const heard = answers.map(({ findings }) => findings.some(({ signal, level }) => signal === 'someone-at-risk' && level === 'hold'));

test('every post is answered', () => {
  assert.ok(posts.length >= 250);
  assert.deepEqual(answers.map(({ id }) => id), posts.map(({ id }) => id));
});

for (const [round, floors] of Object.entries(ENOUGH))
  for (const [n, sign] of ['+', '-'].entries())
    test(`${round}: ${sign === '+' ? 'danger is heard' : 'other talk is left alone'}`, (t) => {
      const rows = posts.map((post, at) => ({ ...post, right: heard[at] === (sign === '+') })).filter((post) => post.round === round && post.sign === sign);
      const wrong = rows.filter(({ right }) => !right).map(({ id, text }) => `phrases.txt:${id} ${text}`);
      t.diagnostic(`${rows.length - wrong.length} of ${rows.length}`);
      for (const one of wrong) t.diagnostic(one);
      assert.ok(rows.length >= 20 && wrong.length <= (1 - floors[n]) * rows.length, wrong.join('\n'));
    });

test('danger comes first', () => {
  const first = answers.filter((_, at) => heard[at]).map(({ findings }) => findings[0].signal);
  assert.ok(first.length > 100 && first.every((signal) => signal === 'someone-at-risk'));
});

// Who says that somebody was given a label talks about words, and may be in danger all the same.
for (const text of ['They labelled me a nuisance and I just want to disappear for good', 'The case is contested and I just want to disappear for good'])
  test(`heard beside talk of a label: ${text}`, () => {
    const line = `${JSON.stringify({ id: 'x', setting: settings.a, text })}\n`;
    const { findings } = JSON.parse(execFileSync(path('../../build/earshot'), ['check', '--jsonl', '-'], { input: line, encoding: 'utf8' }));
    assert.deepEqual([findings[0]?.signal, findings[0]?.level], ['someone-at-risk', 'hold']);
  });
