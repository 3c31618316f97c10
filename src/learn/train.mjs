// Learns weights from labelled posts and prints them as a file of a pack: node train.mjs EARSHOT PACK POSTS… [--without AUTHOR]
// EARSHOT is the program, PACK the pack's folder (its word classes are looked at too), POSTS are files of JSON lines:
// {"id","author","setting","text","must":[{"p"}…],"may":[…],"never":[…],"complete"}. What is printed depends on these alone.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate } from './calibrate.mjs';
import { fit, score, UNITS } from './fit.mjs';

// Authors are put into this many groups; each group is scored by what the others taught, to see what a score is worth on new authors.
const GROUPS = 3;
// Rows that are kept, so that the table stays below 1 MB (half of that packed). Those that weigh little, or seldom, are left out.
const ROWS = 30_000;

// The nth letter of the alphabet is worth n * (n + 8) / 5 hundredths of log-odds, as src/learn/weights.h says.
const LETTERS = Array.from({ length: 27 }, (_, n) => Math.trunc((n * (n + 8)) / 5));

const lines = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));

function features(program, pack, posts) {
  const input = posts.map(({ id, setting, text }) => JSON.stringify({ id, setting, text })).join('\n') + '\n';
  const args = ['features', '--no-default-pack', '--pack', pack, '-'];
  return lines(execFileSync(program, args, { input, maxBuffer: 1 << 30, encoding: 'utf8' })).map((line) => [...new Set(line.features)]);
}

// The examples of a pack teach too, each about its own principle only, and each as much as several posts: they are what the pack says of itself.
// The same post in another setting shows what the settings do to its level; it teaches once, as it is written first.
const EXAMPLE_POSTS = 4;
const EXAMPLE = /^- ((?:`[^`]+` )*)(.+)$/;
function examples(pack) {
  const posts = [];
  const known = new Set();
  for (const file of readdirSync(pack).filter((name) => name.endsWith('.md')).sort()) {
    let principle = null;
    let fires = null;
    for (const line of readFileSync(join(pack, file), 'utf8').split('\n')) {
      principle = /^# Principle: .* `([^`]+)`$/.exec(line)?.[1] ?? principle;
      if (/^#/.test(line)) fires = line === '### Fires' ? true : line === '### Stays quiet' ? false : null;
      const found = fires === null ? null : EXAMPLE.exec(line);
      if (!found || !principle || known.has(`${principle} ${found[2]}`)) continue;
      known.add(`${principle} ${found[2]}`);
      const setting = /`([^`]+\/[^`]+)`/.exec(found[1])?.[1] ?? 'open/unstated/any/tweet';
      posts.push({ id: `${file}-${posts.length}`, author: 'pack', setting, text: found[2], must: fires ? [{ p: principle }] : [], may: [], never: fires ? [] : [principle] });
    }
  }
  return Array.from({ length: EXAMPLE_POSTS }, () => posts.map((post) => ({ ...post }))).flat();
}

// So do the field's own examples, which its guides and codes tell of.
const again = (posts) => posts.filter(({ author }) => author === 'domain').flatMap((post) =>
  Array.from({ length: EXAMPLE_POSTS - 1 }, (_, n) => ({ ...post, id: `${post.id} again ${n}`, part: true })));

// A post without the words that show a principle is a post that does not show it, about which nothing else is known: half a lesson more from
// the same labels. What is too short to be a post is left out.
const SHORTEST = 25;
function rests(posts) {
  return posts.filter((post) => post.complete).flatMap((post) => post.must.filter((m) => m.span).map((m) => {
    const text = post.text.replace(m.span, ' ').trim();
    return { ...post, id: `${post.id} without ${m.p}`, text, must: [], may: [], never: [m.p], complete: false, part: true };
  })).filter(({ text }) => text.length > SHORTEST);
}

export function read(program, pack, files) {
  const whole = files.flatMap((file) => lines(readFileSync(file, 'utf8')));
  const posts = [...whole, ...again(whole), ...examples(pack), ...rests(whole)];
  features(program, pack, posts).forEach((list, n) => (posts[n].features = list));
  return posts;
}

export const principlesOf = (posts) => [...new Set(posts.flatMap((post) => post.must.map((m) => m.p)))].sort();

// 1 wanted, 0 not wanted, -1 nobody said. In a post that is not "complete" only what it names is known; "*" is everything but an affirmation.
function wanted(post, id) {
  if (post.must.some((m) => m.p === id)) return 1;
  if (post.complete) return post.may.includes(id) ? -1 : 0;
  return post.never.includes(id) || (post.never.includes('*') && id !== 'share') ? 0 : -1;
}

function label(posts, principles) {
  for (const post of posts) post.want = principles.map((id) => wanted(post, id));
}

function groups(posts) {
  const authors = [...new Set(posts.map((post) => post.author))];
  return authors.map((_, n) => authors.filter((_, m) => m % GROUPS === n)).slice(0, GROUPS).filter((group) => group.length);
}

// Scores of all posts, each by what other authors taught.
export function scoreByOthers(posts, principles) {
  const scores = new Map();
  for (const group of groups(posts)) {
    const model = fit(posts.filter((post) => !group.includes(post.author)), principles.length);
    for (const post of posts) if (group.includes(post.author) && !post.part) scores.set(post, score(model, post.features));
  }
  return scores;
}

// What a score of each principle is worth on authors that nothing was learned from.
export function worthOf(posts) {
  const principles = principlesOf(posts);
  label(posts, principles);
  const scores = scoreByOthers(posts, principles);
  return principles.map((_, p) =>
    calibrate(posts.filter((post) => !post.part && post.want[p] >= 0).map((post) => [scores.get(post)[p], post.want[p]])));
}

export function learn(posts, worth = worthOf(posts)) {
  const principles = principlesOf(posts);
  label(posts, principles);
  return { principles, worth, model: fit(posts, principles.length), posts: posts.filter((post) => !post.part && post.author !== 'pack').length };
}

function letter(hundredths) {
  const size = Math.abs(hundredths);
  let n = 0;
  while (n < 26 && Math.abs(LETTERS[n + 1] - size) < Math.abs(LETTERS[n] - size)) n++;
  return n === 0 ? '.' : String.fromCharCode((hundredths < 0 ? 64 : 96) + n);
}

// The features that units look at, and those that weigh most in the posts they stand in.
function heaviest({ names, weights, scale, times, unitRow }, principles) {
  const matters = names.map((_, n) => {
    const own = weights.subarray(n * principles, (n + 1) * principles);
    return times[n] * scale[n] ** 2 * own.reduce((sum, w) => sum + w * w, 0);
  });
  const first = (n) => (unitRow[n] < 0 ? 0 : 1);
  return names.map((_, n) => n).sort((a, b) => first(b) - first(a) || matters[b] - matters[a] || a - b).slice(0, ROWS);
}

const hundredths = (x) => Math.round(100 * x);

// What a unit sees, times this, fits the letters; what it says is divided by it. Nothing is changed by that.
function stretches({ looks }) {
  const most = new Float64Array(UNITS);
  looks.forEach((x, n) => (most[n % UNITS] = Math.max(most[n % UNITS], Math.abs(x))));
  return Array.from(most, (x) => (x > 0 ? LETTERS[26] / 100 / x : 1));
}

function unitLines({ unitStart, says }, stretch, worth) {
  return Array.from(unitStart, (start, u) => {
    const words = worth.map(({ slope }, p) => hundredths((says[u * worth.length + p] * slope) / stretch[u]));
    return ['=unit', hundredths(start * stretch[u]), ...words].join('\t');
  });
}

export function print({ principles, worth, model, posts }) {
  const stretch = stretches(model);
  const rows = heaviest(model, principles.length).map((n) => {
    const parts = principles.map((_, p) => letter(hundredths(model.weights[n * principles.length + p] * model.scale[n] * worth[p].slope)));
    const looks = stretch.map((by, u) => letter(hundredths(model.looks[model.unitRow[n] + u] * model.scale[n] * by)));
    return [model.names[n], parts.join(''), ...(model.unitRow[n] < 0 ? [] : [looks.join('')])].join('\t');
  });
  const start = principles.map((_, p) => hundredths(model.start[p] * worth[p].slope + worth[p].start));
  return [
    `Learned from ${posts} posts. A line: a word, a pair, a class or a setting, and for each principle how much it speaks for it (a to z) or against it (A to Z); for common ones, what each unit sees in them.`,
    ['=principles', ...principles].join('\t'),
    ['=start', ...start].join('\t'),
    ...unitLines(model, stretch, worth),
    ...rows.filter((row) => !/^[^\t]*\t\.*$/.test(row)).sort(),
  ].join('\n') + '\n';
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const args = process.argv.slice(2);
  const at = args.indexOf('--without');
  const without = at < 0 ? null : args.splice(at, 2)[1];
  const [program, pack, ...files] = args;
  process.stdout.write(print(learn(read(program, pack, files).filter((post) => post.author !== without))));
}
