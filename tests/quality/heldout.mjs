// What the default pack finds in posts of authors it has not learned from: each of the six authors of the corpus is left out in turn, the
// others of the pack's posts in groups. Two things are not held out: the thresholds of the pack were chosen on these scores, and what a score is
// worth (a slope and a start for each principle) is worked out once for all authors, each scored by what others taught.
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { learn, print, read, worthOf } from '../../src/learn/train.mjs';
import { check, inWork, root } from './corpora.mjs';

const ALONE = ['elm', 'oak', 'ash', 'fir', 'yew', 'bay'];
const GROUPS = 3;

const source = join(root, 'src/packs/social-work-uk');

function groups(authors) {
  const others = authors.filter((author) => !ALONE.includes(author));
  const together = Array.from({ length: GROUPS }, (_, n) => others.filter((_author, m) => m % GROUPS === n));
  return [...ALONE.map((author) => [author]), ...together].filter((group) => group.length);
}

async function packWithout(posts, group, worth) {
  const folder = inWork(`without-${group.join('-')}/README.md`).replace(/\/README\.md$/, '');
  for (const name of readdirSync(source).filter((n) => n.endsWith('.md'))) copyFileSync(join(source, name), join(folder, name));
  writeFileSync(join(folder, 'learned.weights'), print(await learn(posts.filter((post) => !group.includes(post.author)), worth)));
  return folder;
}

// { posts, findings }, in the same order; authors: those of the pack's posts.
export async function heldOut() {
  const files = readdirSync(join(source, 'posts')).filter((n) => n.endsWith('.jsonl')).sort().map((n) => join(source, 'posts', n));
  const all = read(join(root, 'build/untaught'), source, files);
  const authors = [...new Set(all.map((post) => post.author))].filter((author) => author !== 'pack' && author !== 'domain');
  const worth = await worthOf(all);
  const lots = await Promise.all(groups(authors).map(async (group) => {
    const posts = all.filter((post) => group.includes(post.author) && !post.part);
    return { posts, findings: check(posts, { pack: await packWithout(all, group, worth) }) };
  }));
  const posts = lots.flatMap((lot) => lot.posts);
  const findings = lots.flatMap((lot) => lot.findings);
  return { posts, findings, corpus: (post) => ALONE.includes(post.author) };
}
