// What is measured on: the shared corpora when they are there, else the project's own posts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { defaultPack } from './earshot.mjs';

const shared = new URL('../../../shared/', import.meta.url).pathname;
const SHARED = process.env.EARSHOT_SHARED ?? shared;
export const OUT = new URL('../../build/bench/', import.meta.url).pathname;

const lines = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

/** The posts of the default pack's own examples. */
function examples() {
  return defaultPack().flatMap(({ text }) => [...text.matchAll(/^### (?:Fires|Stays quiet)\n\n((?:- .*\n)+)/gm)])
    .flatMap(([, list]) => list.trim().split('\n').map((item) => item.slice(2).replace(/^`[^`]*` ?/, '')));
}

/** {name: texts}: "ordinary" and "posts", or "examples" when they are not there or asked for. */
export function postSets(only) {
  const sets = {};
  if (only === 'examples') return { examples: examples() };
  for (const name of ['ordinary', 'posts']) {
    const path = `${SHARED}corpus/${name}.jsonl`;
    if (existsSync(path)) sets[name] = lines(path).map((line) => JSON.parse(line).text);
  }
  return Object.keys(sets).length ? sets : { examples: examples() };
}

/** The frozen patterns, one a line, or null when they are not there. */
export function frozenPatterns() {
  const path = `${SHARED}bench/patterns.txt`;
  return existsSync(path) ? lines(path) : null;
}

const signal = (id, looksFor) => `## Signal: ${id} \`${id}\`\n\n### Looks for\n\n${looksFor}\n\n### Fires\n\n- x\n\n### Stays quiet\n\n- y\n\n`;
const head = '# Pack: Bench `bench`\n\n# Principle: Bench `bench`\n\nA reminder.\n\n> A question?\n\n';

/** Patterns as a pack: a signal for every sixty. */
export function packOf(patterns) {
  let text = head;
  for (let i = 0; i < patterns.length; i += 60) {
    text += signal(`s${i}`, patterns.slice(i, i + 60).map((p) => (p.includes('`') ? `- \`\` ${p} \`\`` : `- \`${p}\``)).join('\n'));
  }
  return [{ name: 'bench.md', text }];
}

/** Every word of four letters or more backwards, but instructions, patterns and names of classes. */
const backwards = (item) => item.split(/(\*+[^*]+\*+|`+[^`]+`+|\[[^\]]*\])/)
  .map((part, n) => (n % 2 ? part : part.replace(/[a-z]{4,}/g, (word) => `${[...word].reverse().join('')}q`))).join('');

/** The default pack and as many again, `times` in all, with other names; `words: 'other'` turns round what they look for, so that the same number
    of signals waits for other words. */
export function manyTimes(times, words) {
  const files = defaultPack();
  const copies = [];
  for (let n = 1; n < times; n++) {
    for (const { name, text } of files) {
      if (name === 'README.md' || /^words-/.test(name) || !name.endsWith('.md')) continue;
      let copy = text.replace(/^(##? (?:Principle|Signal): .*`)([a-z0-9-]+)(`.*)$/gm, `$1$2-${n}$3`)
        .replace(/\[reminder: ([^\]]*)\]/g, `[reminder: $1-${n}]`)
        .replace(/^##? Words: [\s\S]*?(?=^##? |$(?![\s\S]))/gm, '');
      if (words === 'other') {
        copy = copy.replace(/^### (?:Looks for|Unless)\n\n(?:- .*\n(?: {2}.*\n)*)+/gm,
          (list) => list.replace(/^(?:- | {2}).*$/gm, (item) => item.slice(0, 2) + backwards(item.slice(2))));
      }
      copies.push({ name: `copy-${n}-${name}`, text: copy });
    }
  }
  return [...files, ...copies];
}

/** Writes posts for the native programs, each behind its length. */
export function writePosts(name, texts) {
  mkdirSync(OUT, { recursive: true });
  const parts = texts.flatMap((text) => {
    const bytes = Buffer.from(text);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return [length, bytes];
  });
  writeFileSync(OUT + name, Buffer.concat(parts));
  return OUT + name;
}

/** Drafts of about `bytes` bytes each, posts one after another. */
export function draftsOf(texts, bytes, count) {
  const drafts = [];
  let draft = '', at = 0;
  while (drafts.length < count) {
    const text = texts[at++ % texts.length];
    const room = bytes - Buffer.byteLength(draft);
    if (Buffer.byteLength(text) + 2 > room) {
      drafts.push(draft + [...text].slice(0, Math.max(0, room >> 2)).join(''));
      draft = '';
    } else {
      draft += `${text}\n\n`;
    }
  }
  return drafts;
}

/** Posts of 280 characters, no two alike: texts one after another, of all sets in turn. */
export function postsOf280(sets, count) {
  const lists = Object.values(sets), posts = [], rest = lists.map(() => '');
  for (let n = 0; posts.length < count; n++) {
    const set = n % lists.length;
    const next = lists[set][Math.floor(n / lists.length) % lists[set].length];
    rest[set] += `${rest[set] && ' '}${next}`;
    if (rest[set].length < 280) continue;
    posts.push(rest[set].slice(0, 280));
    rest[set] = '';
  }
  return posts;
}

/** A draft of 64 KiB, and as it is after each of ten edits: a letter typed here and there. */
export function editedDraft(texts) {
  const [draft] = draftsOf(texts, 65536, 1);
  const edits = [];
  let text = draft;
  for (let n = 1; n <= 10; n++) {
    const at = Math.floor((text.length * n) / 11);
    text = `${text.slice(0, at)}e${text.slice(at)}`;
    edits.push(text);
  }
  return { draft, edits };
}
