// Drafts in other languages stay quiet, and identifiers in them are found. posts.txt says how its lines are read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const SETTINGS = ['open/named/qualified/tweet', 'open/named/any/tweet', 'group/named/carer/whatsapp', 'locked/named/student/facebook'];

const posts = readFileSync(path('posts.txt'), 'utf8').split('\n').filter((line) => /^[a-z]{2} \| /.test(line)).map((line, n) => {
  const [before, words, after = ''] = line.slice(5).split(/[«»]/);
  return words === undefined
    ? { id: String(n), language: line.slice(0, 2), text: before }
    : { id: String(n), language: line.slice(0, 2), text: before + words + after, start: before.length, end: before.length + words.length };
});
const check = (setting) => execFileSync(path('../../build/earshot'), ['check', '--jsonl', '--setting', setting, '-'],
  { input: posts.map((post) => `${JSON.stringify(post)}\n`).join(''), encoding: 'utf8' }).split('\n').filter(Boolean).map((line) => JSON.parse(line));
const harmless = posts.filter(({ start }) => start === undefined);
const told = ({ text }, findings) => `${text} → ${findings.map((f) => `${f.level} ${f.principle}/${f.signal} <${text.slice(f.start, f.end)}>`).join(' ')}`;

test('there are at least 150 harmless posts, in fifteen languages or more', () => {
  assert.ok(harmless.length >= 150);
  assert.ok(new Set(harmless.map(({ language }) => language)).size >= 15);
});

for (const setting of SETTINGS)
  test(`nothing is said about them, not even a question: ${setting}`, () => {
    const answers = check(setting);
    for (const post of harmless) {
      const findings = answers[Number(post.id)].findings.filter(({ level }) => level !== 'cheer');
      assert.deepEqual(findings, [], told(post, findings));
    }
  });

for (const setting of SETTINGS)
  test(`identifiers in them are found, at a note or more: ${setting}`, () => {
    const answers = check(setting);
    for (const post of posts.filter(({ start }) => start !== undefined)) {
      const findings = answers[Number(post.id)].findings.filter(({ principle, level }) => principle === 'private-details' && !['ask', 'cheer'].includes(level));
      assert.ok(findings.some(({ start, end }) => start <= post.start && end >= post.end), told(post, findings));
    }
  });
