// Identifiers: what must be found, at which level and where, and what must not. vectors.txt says how its lines are read.
import assert from 'node:assert/strict';
import test from 'node:test';
import { agreement, check, enough, read } from './reading.mjs';

const FILE = 'vectors.txt';
const ENOUGH = 0.98;
const SPAN_F1 = 0.6;

const vectors = check(read(FILE));
const wanted = vectors.filter(({ level }) => level);
const unwanted = vectors.filter(({ level }) => !level);

test('there are at least 300 vectors, both ways, all answered whole', () => {
  assert.ok(vectors.length >= 300 && wanted.length >= 150 && unwanted.length >= 100);
  for (const { id, level, spans, complete } of vectors) {
    assert.equal(level === null, spans.length === 0, `${FILE}:${id}: words to be marked`);
    assert.equal(complete, true);
  }
});
test('identifiers are found', (t) => enough(t, FILE, wanted, ENOUGH, (one) => one.found.length > 0));
test('at the level that fits', (t) => enough(t, FILE, wanted, ENOUGH, (one) => one.found[0]?.level === one.level));
test('and marked where they stand', (t) => enough(t, FILE, wanted, ENOUGH, (one) => agreement(one) >= SPAN_F1));
test('what only looks like one is left alone', (t) => enough(t, FILE, unwanted, ENOUGH, (one) => one.found.length === 0));
