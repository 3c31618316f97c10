// Reads files of vectors, has them checked, and says what was found in them and how well the marks agree.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const settings = {
  o: 'open/named/qualified/tweet', a: 'open/named/any/tweet', d: 'dm/named/qualified/whatsapp',
  g: 'group/named/carer/whatsapp', s: 'locked/named/student/facebook', e: 'open/named/educator/linkedin',
};

const unescape = (text) => text.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));

// { id (line), round, kind, level or null, setting, text, spans: [[start, end]…] in UTF-16 units }
function readLine(file, line, n, round) {
  const [kind, level, setting, ...rest] = line.split(' | ');
  assert.ok(rest.length && settings[setting], `${file}:${n + 1}`);
  let text = '';
  const spans = [];
  for (const part of unescape(rest.join(' | ')).split(/(«[^»]*»)/)) {
    const words = part.startsWith('«') ? part.slice(1, -1) : part;
    if (words !== part) spans.push([text.length, text.length + words.length]);
    text += words;
  }
  return { id: n + 1, round, kind, level: level === '-' ? null : level, setting: settings[setting], text, spans };
}

/** The vectors of a file beside this one. A heading "# ---- name: …" begins a round. */
export function read(file) {
  let round = '';
  return readFileSync(path(file), 'utf8').split('\n').map((line, n) => {
    round = /^# ---- ([^:,]+)/.exec(line)?.[1] ?? round;
    return /^[a-z]/.test(line) ? readLine(file, line, n, round) : null;
  }).filter(Boolean);
}

const ours = ({ principle, signal, level }) => level !== 'ask' && level !== 'cheer' &&
  ((principle === 'private-details' && signal !== 'learned') || (principle === 'location' && ['spot', 'check-in'].includes(signal)));

/** The vectors, each with `complete` and what was `found` about details and places at a note or more. */
export function check(vectors) {
  const input = vectors.map(({ id, setting, text }) => `${JSON.stringify({ id: String(id), setting, text })}\n`).join('');
  const answers = execFileSync(path('../../build/earshot'), ['check', '--jsonl', '-'], { input, encoding: 'utf8' })
    .split('\n').filter(Boolean).map((line) => JSON.parse(line));
  assert.deepEqual(answers.map(({ id }) => id), vectors.map(({ id }) => String(id)));
  return vectors.map((vector, n) => ({ ...vector, complete: answers[n].complete, found: answers[n].findings.filter(ours) }));
}

/** How well the marks agree with the words to be marked, as the F1 of characters. */
export function agreement({ text, spans, found }) {
  const wanted = new Uint8Array(text.length);
  const marked = new Uint8Array(text.length);
  for (const [start, end] of spans) wanted.fill(1, start, end);
  for (const { start, end } of found) marked.fill(1, start, end);
  const both = wanted.filter((one, n) => one && marked[n]).length;
  const all = wanted.filter(Boolean).length + marked.filter(Boolean).length;
  return all ? (2 * both) / all : 0;
}

const told = (file, list) => list.map((one) =>
  `${file}:${one.id} ${one.kind} ${one.level ?? '-'}: ${one.text} → ${one.found.map((f) => `${f.level} <${one.text.slice(f.start, f.end)}>`).join(' ') || 'nothing'}`).join('\n');

/** Asserts that a share of the vectors is right, and prints how many are and which are not. */
export function enough(t, file, list, share, right) {
  const wrong = list.filter((one) => !right(one));
  const reached = 1 - wrong.length / list.length;
  t.diagnostic(`${list.length - wrong.length} of ${list.length}, ${(100 * reached).toFixed(1)} %`);
  if (wrong.length) t.diagnostic(told(file, wrong));
  assert.ok(reached >= share, told(file, wrong));
}
