// Learns weights from labelled posts and prints them as a file of a pack: node train.mjs EARSHOT PACK POSTS… [--without AUTHOR]
// EARSHOT is the program, PACK the pack's folder (its word classes are looked at too), POSTS are files of JSON lines:
// {"id","author","setting","text","must":[{"p"}…],"may":[…],"never":[…],"complete"}. What is printed depends on these alone.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate, fit, score } from './fit.mjs';

// Authors are put into this many groups; each group is scored by what the others taught, to see what a score is worth on new authors.
const GROUPS = 5;
// Rows that are kept, so that the table stays at half a megabyte. Those that weigh little, or seldom, are left out.
const ROWS = 22_000;

// The nth letter of the alphabet is worth n * (n + 8) / 5 hundredths of log-odds, as src/learn/weights.h says.
const LETTERS = Array.from({ length: 27 }, (_, n) => Math.trunc((n * (n + 8)) / 5));

const lines = (text) => text.split('\n').filter(Boolean).map((line) => JSON.parse(line));

function features(program, pack, posts) {
  const input = posts.map(({ id, setting, text }) => JSON.stringify({ id, setting, text })).join('\n') + '\n';
  const args = ['features', '--no-default-pack', '--pack', pack, '-'];
  return lines(execFileSync(program, args, { input, maxBuffer: 1 << 30, encoding: 'utf8' })).map((line) => [...new Set(line.features)]);
}

// The examples of a pack teach too, each about its own principle only. The same post in another setting shows what the settings do to its level;
// it teaches once, as it is written first.
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
  return posts;
}

export function read(program, pack, files) {
  const posts = [...files.flatMap((file) => lines(readFileSync(file, 'utf8'))), ...examples(pack)];
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
    for (const post of posts) if (group.includes(post.author)) scores.set(post, score(model, post.features));
  }
  return scores;
}

export function learn(posts) {
  const principles = principlesOf(posts);
  label(posts, principles);
  const scores = scoreByOthers(posts, principles);
  const worth = principles.map((_, p) =>
    calibrate(posts.filter((post) => post.want[p] >= 0).map((post) => [scores.get(post)[p], post.want[p]])));
  return { principles, worth, model: fit(posts, principles.length), posts: posts.length };
}

function letter(hundredths) {
  const size = Math.abs(hundredths);
  let n = 0;
  while (n < 26 && Math.abs(LETTERS[n + 1] - size) < Math.abs(LETTERS[n] - size)) n++;
  return n === 0 ? '.' : String.fromCharCode((hundredths < 0 ? 64 : 96) + n);
}

// The features that weigh most in the posts they stand in.
function heaviest({ names, weights, scale, times }, principles) {
  const matters = names.map((_, n) => {
    const own = weights.subarray(n * principles, (n + 1) * principles);
    return times[n] * scale[n] ** 2 * own.reduce((sum, w) => sum + w * w, 0);
  });
  return names.map((_, n) => n).sort((a, b) => matters[b] - matters[a] || a - b).slice(0, ROWS);
}

export function print({ principles, worth, model, posts }) {
  const hundredths = (x) => Math.round(100 * x);
  const rows = heaviest(model, principles.length).map((n) => {
    const parts = principles.map((_, p) => letter(hundredths(model.weights[n * principles.length + p] * model.scale[n] * worth[p].slope)));
    return `${model.names[n]}\t${parts.join('')}`;
  });
  const start = principles.map((_, p) => hundredths(model.start[p] * worth[p].slope + worth[p].start));
  return [
    `Learned from ${posts} posts. A line: a word, a pair, a class or a setting, and for each principle how much it speaks for it (a to z) or against it (A to Z).`,
    ['=principles', ...principles].join('\t'),
    ['=start', ...start].join('\t'),
    ...rows.filter((row) => !/\t\.*$/.test(row)).sort(),
  ].join('\n') + '\n';
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const args = process.argv.slice(2);
  const at = args.indexOf('--without');
  const without = at < 0 ? null : args.splice(at, 2)[1];
  const [program, pack, ...files] = args;
  process.stdout.write(print(learn(read(program, pack, files).filter((post) => post.author !== without))));
}
