// Identifiers as people write them, and look-alikes, most of them written before the patterns were read. fresh.txt says how its lines are read, and
// how each round came about.
import assert from 'node:assert/strict';
import test from 'node:test';
import { check, enough, read } from './reading.mjs';

const FILE = 'fresh.txt';
// What each round must reach, found and left alone: what was reached, but for one or two. Its misses are listed when the test runs.
const ENOUGH = {
  one: [0.94, 0.98], two: [0.96, 0.96], three: [0.97, 0.92], four: [0.95, 0.97], five: [0.96, 0.97],
  six: [0.98, 0.96], seven: [0.96, 0.92], eight: [0.97, 0.95], nine: [0.96, 0.92],
};

const vectors = check(read(FILE));
const touches = ({ spans, found }) => found.length > 0 &&
  (!spans.length || found.some((f) => spans.some(([start, end]) => f.start < end && f.end > start)));

test('there are at least 600 vectors, about as many of each kind, all answered whole', () => {
  const wanted = vectors.filter(({ level }) => level === '+').length;
  assert.ok(vectors.length >= 600 && wanted >= 0.4 * vectors.length && wanted <= 0.6 * vectors.length);
  assert.ok(vectors.every(({ complete, level }) => complete && (level === '+' || level === null)));
});

for (const [name, [found, leftAlone]] of Object.entries(ENOUGH)) {
  const round = `round ${name}`;
  const all = vectors.filter((one) => one.round === round);
  test(`${round}: identifiers are found, where they stand`, (t) =>
    enough(t, FILE, all.filter(({ level }) => level), found, touches));
  test(`${round}: look-alikes are left alone`, (t) =>
    enough(t, FILE, all.filter(({ level }) => !level), leftAlone, (one) => one.found.length === 0));
}
