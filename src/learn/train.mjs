// Learns weights from labelled posts and prints them as a file of a pack: node train.mjs EARSHOT PACK POSTS… [--without AUTHOR]
// EARSHOT is the program, PACK the pack's folder (its word classes are looked at too), POSTS are files of JSON lines:
// {"id","author","setting","text","must":[{"p","s"}…],"may":[…],"never":[…],"complete"}, where "p" is a principle and "s", if a label says so much,
// one of its signals; "may" and "never" can name either. Both are learned. What is printed depends on these alone.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { calibrate } from './calibrate.mjs';
import { fitBeside } from './beside.mjs';
import { isPair, score } from './fit.mjs';

// Authors are put into this many groups; each group is scored by what the others taught, to see what a score is worth on new authors.
const GROUPS = 3;
// What a letter is worth, in hundredths of log-odds, to a principle and to a unit, as src/learn/weights.h says. Finer steps hardly tell
// posts apart better (average precision 0.798 with these, 0.800 without any), but cost a bit a letter.
const LETTER = 10;
const SIGHT = 32;

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
    let [principle, signal, fires] = [null, null, null];
    for (const line of readFileSync(join(pack, file), 'utf8').split('\n')) {
      const begins = /^# Principle: .* `([^`]+)`$/.exec(line);
      if (begins) [principle, signal] = [begins[1], null];
      signal = /^## Signal: .* `([^`]+)`$/.exec(line)?.[1] ?? signal;
      if (/^#/.test(line)) fires = line === '### Fires' ? true : line === '### Stays quiet' ? false : null;
      const found = fires === null ? null : EXAMPLE.exec(line);
      if (!found || !principle || known.has(`${principle} ${found[2]}`)) continue;
      known.add(`${principle} ${found[2]}`);
      const setting = /`([^`]+\/[^`]+)`/.exec(found[1])?.[1] ?? 'open/unstated/any/tweet';
      posts.push({ id: `${file}-${posts.length}`, author: 'pack', setting, text: found[2], must: fires ? [{ p: principle, s: signal }] : [], may: [], never: fires ? [] : [principle] });
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

// What labels name: principles, and those signals that posts (not the pack's examples alone, which are few) are labelled with. [{ id, within }]:
// a signal is within its principle.
function namedBy(posts) {
  const within = new Map();
  for (const { p, s } of posts.filter((post) => post.author !== 'pack').flatMap((post) => post.must)) {
    within.set(p, p);
    if (s) within.set(s, p);
  }
  return [...within].map(([id, principle]) => ({ id, within: principle })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

export const principlesOf = (posts) => namedBy(posts).map(({ id }) => id);

// 1 wanted, 0 not wanted, -1 nobody said; where reasonable people differ, one in four would want it. In a post that is not "complete" only
// what it names is known; "*" is everything but an affirmation. Of a signal that, or the principle of which, stands under "may" nothing is known.
const PERHAPS = 0.25;
function wanted(post, { id, within }) {
  if (post.must.some((m) => m.p === id || m.s === id)) return 1;
  const perhaps = post.may.includes(id) || post.may.includes(within);
  if (post.complete) return !perhaps ? 0 : id === within ? PERHAPS : -1;
  return post.never.includes(within) || (post.never.includes('*') && id !== 'share') ? 0 : -1;
}

// Gives each post its `want`: of each that labels name, in the order of principlesOf, how likely it is wanted, or -1.
export function label(posts) {
  const named = namedBy(posts);
  for (const post of posts) post.want = named.map((one) => wanted(post, one));
}

function groups(posts) {
  const authors = [...new Set(posts.map((post) => post.author))];
  return authors.map((_, n) => authors.filter((_, m) => m % GROUPS === n)).slice(0, GROUPS).filter((group) => group.length);
}

// Scores of all posts, each by what other authors taught.
export async function scoreByOthers(posts, principles) {
  const scores = new Map();
  await Promise.all(groups(posts).map(async (group) => {
    const model = await fitBeside(posts.filter((post) => !group.includes(post.author)), principles.length);
    for (const post of posts) if (group.includes(post.author) && !post.part) scores.set(post, score(model, post.features));
  }));
  return scores;
}

// What a score of each principle is worth on authors that nothing was learned from.
export async function worthOf(posts) {
  const principles = principlesOf(posts);
  label(posts);
  const scores = await scoreByOthers(posts, principles);
  return principles.map((_, p) =>
    calibrate(posts.filter((post) => !post.part && [0, 1].includes(post.want[p])).map((post) => [scores.get(post)[p], post.want[p]])));
}

export async function learn(posts, worth = worthOf(posts)) {
  const principles = principlesOf(posts);
  label(posts);
  const [model, known] = await Promise.all([fitBeside(posts, principles.length), worth]);
  return { principles, worth: known, model, posts: posts.filter((post) => !post.part && post.author !== 'pack').length };
}

const letterOf = (n) => (n === 0 ? '.' : String.fromCharCode((n < 0 ? 64 : 96) + Math.min(26, Math.abs(n))));
const letter = (hundredths) => letterOf(Math.round(hundredths / LETTER));

const hundredths = (x) => Math.round(100 * x);

// Features under their headings. Those that begin with the same word stand on one line.
function listed(names) {
  const behind = new Map();
  for (const name of names.filter(isPair)) {
    const [first, second] = name.split(' ');
    if (!behind.has(first)) behind.set(first, []);
    behind.get(first).push(second);
  }
  return ['=words', ...names.filter((name) => !isPair(name)), '=pairs', ...Array.from(behind, ([first, all]) => [first, ...all].join(' '))];
}

// The order in which they are listed: those that units see, words, then pairs by their first word.
function inOrder({ names, unitRow }, kept) {
  const kind = (n) => (unitRow[n] < 0 ? 2 : 0) + (isPair(names[n]) ? 1 : 0);
  return kept.sort((a, b) => kind(a) - kind(b) || (names[a] < names[b] ? -1 : 1));
}

export function print({ principles, worth, model, posts }) {
  const { names, weights, scale, looks, unitRow, steps, says, unitStart, start } = model;
  const speaks = (n, p) => letter(100 * weights[n * principles.length + p] * scale[n] * worth[p].slope);
  const rows = inOrder(model, [...model.kept].filter((n) => unitRow[n] >= 0 || principles.some((_, p) => speaks(n, p) !== '.')));
  const common = rows.filter((n) => unitRow[n] >= 0);
  // A step is a letter; what a unit says is divided by what makes it one. Nothing is changed by that.
  const stretch = steps.map((step) => SIGHT / 100 / step);
  const unit = (u) => ['=unit', hundredths(unitStart[u] * stretch[u]), ...worth.map(({ slope }, p) => hundredths((says[u * worth.length + p] * slope) / stretch[u])),
    common.map((n) => letterOf(Math.round((looks[unitRow[n] + u] * scale[n]) / steps[u]))).join('')];
  const principle = (id, p) => ['=principle', id, hundredths(start[p] * worth[p].slope + worth[p].start), rows.map((n) => speaks(n, p)).join('')];
  return [
    `Learned from ${posts} posts. First words, pairs, classes and settings; then for each principle how much each of them speaks for it (a to z) or against it (A to Z); then, for common ones, what each unit sees in them.`,
    ...listed(common.map((n) => names[n])), '=seen', ...listed(rows.slice(common.length).map((n) => names[n])),
    ...principles.map((id, p) => principle(id, p).join('\t')),
    ...Array.from(unitStart, (_, u) => unit(u).join('\t')),
  ].join('\n') + '\n';
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const args = process.argv.slice(2);
  const at = args.indexOf('--without');
  const without = at < 0 ? null : args.splice(at, 2)[1];
  const [program, pack, ...files] = args;
  process.stdout.write(print(await learn(read(program, pack, files).filter((post) => post.author !== without))));
}
