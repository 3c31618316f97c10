// make quality: how well the default pack does on every corpus, beside the figures kept last. `--keep` keeps the new ones.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, readLines, score, shared, table, writeLines } from './corpora.mjs';
import { heldOut } from './heldout.mjs';
import { noteIdentifiers } from './identifiers.mjs';

if (!existsSync(join(shared, 'tools/score.mjs'))) {
  console.log('There are no corpora beside this checkout (../shared): nothing to measure with.');
  process.exit(0);
}

const kept = fileURLToPath(new URL('figures.json', import.meta.url));
const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
const figures = {};
const percent = (part, whole) => (whole ? Math.round((1000 * part) / whole) / 10 : null);

function note(name, value) {
  figures[name] = value;
  const old = before[name];
  const change = old === undefined || old === value ? '' : `  (was ${old})`;
  console.log(`  ${name.padEnd(58)} ${String(value).padStart(6)}${change}`);
}

function noteScore(name, { table: rows, clean, asked, noted, paused }) {
  const sum = { must: 0, hit: 0, shown: 0, wrong: 0, spans: 0, f1: 0 };
  for (const [id, row] of Object.entries(rows)) {
    if (row.must > 9) note(`${name}: ${id} recall %`, percent(row.hit, row.must));
    if (id !== 'share') for (const key of Object.keys(sum)) sum[key] += row[key];
  }
  note(`${name}: reminders recall %`, percent(sum.hit, sum.must));
  note(`${name}: reminders precision %`, percent(sum.shown - sum.wrong, sum.shown));
  note(`${name}: reminders span F1 %`, percent(sum.f1, sum.spans));
  if (rows.share?.must) note(`${name}: share precision %`, percent(rows.share.shown - rows.share.wrong, rows.share.shown));
  for (const [what, count] of Object.entries({ 'only asked': asked, 'note or more': noted, 'pause or more': paused }))
    if (clean) note(`${name}: nothing to say, ${what}, per 1,000`, Math.round((10_000 * count) / clean) / 10);
}

// How often each principle is shown, at ask and at a note or more, per 1,000 posts.
function noteShown(name, findings) {
  const counts = new Map();
  for (const { findings: list } of findings) {
    const levels = new Map();
    for (const f of list) if (f.level !== 'cheer') levels.set(f.principle, f.level === 'ask' ? (levels.get(f.principle) ?? 'ask') : 'more');
    for (const [id, level] of levels) counts.set(`${id} ${level}`, (counts.get(`${id} ${level}`) ?? 0) + 1);
  }
  for (const [what, count] of [...counts].sort())
    note(`${name}: ${what.replace('ask', 'only asked').replace('more', 'note or more')}, per 1,000`, Math.round((10_000 * count) / findings.length) / 10);
}

// Somebody in danger: how many of those posts are held, and how many are held or asked about; and how often a post with nothing to say is.
function noteDanger(name, posts, findings) {
  const told = (n, ...signals) => findings[n].findings.some((f) => signals.includes(f.signal));
  const all = posts.map((post, n) => ({ post, held: told(n, 'someone-at-risk'), told: told(n, 'someone-at-risk', 'at-risk-perhaps') }));
  const danger = all.filter(({ post }) => post.must.some((m) => m.s === 'someone-at-risk'));
  const clean = all.filter(({ post }) => post.complete && [...post.must.map((m) => m.p), ...post.may].every((id) => id === 'share'));
  note(`${name}: in danger: held, % of ${danger.length}`, percent(danger.filter((one) => one.held).length, danger.length));
  note(`${name}: in danger: held or asked about, % of ${danger.length}`, percent(danger.filter((one) => one.told).length, danger.length));
  note(`${name}: nothing to say: held or asked about as danger, per 1,000`, Math.round((10_000 * clean.filter((one) => one.told).length) / clean.length) / 10);
}

const corpus = (name) => join(shared, `corpus/${name}.jsonl`);

console.log('posts, each author held out');
const { posts, findings, corpus: ofCorpus } = await heldOut();
for (const [name, wanted] of [['posts held out', (post) => ofCorpus(post)], ['fresh posts held out', (post) => !ofCorpus(post)]]) {
  const strip = (post) => ({ ...post, features: undefined, want: undefined });
  const cases = writeLines(`${name}.jsonl`, posts.filter(wanted).map(strip));
  const found = writeLines(`${name}.findings.jsonl`, findings.filter((_, n) => wanted(posts[n])));
  console.log(table(cases, found, '--by', 'author'));
  noteScore(name, score(cases, found));
  noteDanger(name, posts.filter(wanted), findings.filter((_, n) => wanted(posts[n])));
}

console.log('\ndomain');
const domain = writeLines('domain.findings.jsonl', check(readLines(corpus('domain'))));
console.log(table(corpus('domain'), domain));
noteScore('domain', score(corpus('domain'), domain));

console.log('\nidentifiers');
noteIdentifiers(corpus('identifiers'), note, percent);

for (const name of ['ordinary', 'disclosure', 'respect'])
  for (const role of ['any', 'qualified']) {
    console.log(`\n${name}, as ${role}`);
    noteShown(`${name} as ${role}`, check(readLines(corpus(name)), { setting: `open/named/${role}/tweet` }));
  }

if (process.argv.includes('--keep')) {
  writeFileSync(kept, `${JSON.stringify(figures, null, 1)}\n`);
  console.log('\nThese figures are kept now.');
}
