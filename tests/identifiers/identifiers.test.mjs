// Identifiers: what must be found, at which level and where, and what must not. vectors.txt says how its lines are read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const settings = {
  o: 'open/named/qualified/tweet', a: 'open/named/any/tweet', d: 'dm/named/qualified/whatsapp',
  g: 'group/named/carer/whatsapp', s: 'locked/named/student/facebook', e: 'open/named/educator/linkedin',
};
const ENOUGH = 0.98;
const SPAN_F1 = 0.6;

const unescape = (text) => text.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));

// { kind, level or null, setting, text, spans: [[start, end]…] in UTF-16 units }
function read(line, n) {
  const [kind, level, setting, ...rest] = line.split(' | ');
  assert.ok(rest.length && settings[setting], `vectors.txt:${n + 1}`);
  let text = '';
  const spans = [];
  for (const part of unescape(rest.join(' | ')).split(/(«[^»]*»)/)) {
    const words = part.startsWith('«') ? part.slice(1, -1) : part;
    if (words !== part) spans.push([text.length, text.length + words.length]);
    text += words;
  }
  assert.equal(level === '-', spans.length === 0, `vectors.txt:${n + 1}: words to be marked`);
  return { id: n + 1, kind, level: level === '-' ? null : level, setting: settings[setting], text, spans };
}

const vectors = readFileSync(path('vectors.txt'), 'utf8').split('\n')
  .map((line, n) => (/^[a-z]/.test(line) ? read(line, n) : null)).filter(Boolean);
const input = vectors.map(({ id, setting, text }) => `${JSON.stringify({ id: String(id), setting, text })}\n`).join('');
const answers = execFileSync(path('../../build/earshot'), ['check', '--jsonl', '-'], { input, encoding: 'utf8' })
  .split('\n').filter(Boolean).map((line) => JSON.parse(line));

const found = answers.map(({ findings }) => findings.filter(({ principle, signal, level }) =>
  ((principle === 'private-details' && signal !== 'learned') || (principle === 'location' && signal === 'spot')) &&
  level !== 'ask' && level !== 'cheer'));

// How well the marks agree with the words to be marked, as the F1 of characters.
function agreement({ text, spans }, marks) {
  const wanted = new Uint8Array(text.length);
  const marked = new Uint8Array(text.length);
  for (const [start, end] of spans) wanted.fill(1, start, end);
  for (const { start, end } of marks) marked.fill(1, start, end);
  const both = wanted.filter((one, n) => one && marked[n]).length;
  const all = wanted.filter(Boolean).length + marked.filter(Boolean).length;
  return all ? (2 * both) / all : 0;
}

const wanted = vectors.map((vector, n) => ({ ...vector, found: found[n] })).filter(({ level }) => level);
const unwanted = vectors.map((vector, n) => ({ ...vector, found: found[n] })).filter(({ level }) => !level);
const told = (list) => list.map((one) =>
  `vectors.txt:${one.id} ${one.kind} ${one.level ?? '-'}: ${one.text} → ${one.found.map((f) => `${f.level} <${one.text.slice(f.start, f.end)}>`).join(' ') || 'nothing'}`).join('\n');

function enough(t, list, right) {
  const wrong = list.filter((one) => !right(one));
  const share = 1 - wrong.length / list.length;
  t.diagnostic(`${list.length - wrong.length} of ${list.length}, ${(100 * share).toFixed(1)} %`);
  if (wrong.length) t.diagnostic(told(wrong));
  assert.ok(share >= ENOUGH, told(wrong));
}

test('there are at least 300 vectors, both ways, all answered whole', () => {
  assert.ok(vectors.length >= 300 && wanted.length >= 150 && unwanted.length >= 100);
  for (const [n, { id, complete }] of answers.entries()) {
    assert.equal(id, String(vectors[n].id));
    assert.equal(complete, true);
  }
});
test('identifiers are found', (t) => enough(t, wanted, (one) => one.found.length > 0));
test('at the level that fits', (t) => enough(t, wanted, (one) => one.found[0]?.level === one.level));
test('and marked where they stand', (t) => enough(t, wanted, (one) => agreement(one, one.found) >= SPAN_F1));
test('what only looks like one is left alone', (t) => enough(t, unwanted, (one) => one.found.length === 0));
