// make bench: one run, the same posts for all, medians and ratios. Nothing here asserts a time: figures are to be read.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Engine } from '../../web/engine/engine.mjs';
import { inChromium } from './browser.mjs';
import { OUT, draftsOf, editedDraft, frozenPatterns, manyTimes, packOf, postSets, postsOf280, writePosts } from './data.mjs';
import { ENGINE, WASM, defaultPack, engineWith, pageRound, rawRound } from './earshot.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const FEW = 300; // posts for PCRE2, one pattern at a time
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const bytesOf = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const say = (label, value, more = '') => console.log(`  ${label.padEnd(44)}${value.padStart(12)}  ${more}`);
const us = (n) => `${n.toFixed(n < 10 ? 2 : 1)} µs`;
const times = (n) => `${n.toFixed(2)} ×`;

const program = (name, ...args) => JSON.parse(execFileSync(OUT + name, args.map(String), { maxBuffer: 1 << 24 }));

function writePack(name, files) {
  return files.map((f) => {
    const path = `${OUT}${name}-${f.name}`;
    writeFileSync(path, f.text);
    return path;
  });
}

/** Rounds of a function that returns milliseconds for all texts, as microseconds a text; the first two warm up. */
function rounds(each, count) {
  const took = [];
  for (let n = 0; n < ROUNDS + 2; n++) took.push((each() * 1e3) / count);
  return median(took.slice(2));
}

/** One pack on one set of posts, beside Hyperscan and PCRE2 with the patterns given. */
async function throughput(title, files, patterns, name, texts) {
  const bytes = bytesOf(texts) / texts.length;
  const speed = (n) => `${(bytes / n).toFixed(1).padStart(7)} MB/s`;
  console.log(`\n${title}, ${texts.length} posts of ${name} (${bytes.toFixed(0)} bytes on average), a post:`);
  const posts = writePosts(`${name}.bin`, texts);
  const packFiles = writePack(title.replace(/\W+/g, '-'), files);
  const patternFile = `${OUT}patterns-${title.replace(/\W+/g, '-')}.txt`;
  writeFileSync(patternFile, `${patterns.join('\n')}\n`);
  const native = program('native', ROUNDS, posts, ...packFiles);
  const engine = await engineWith(files);
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const wasm = rounds(() => rawRound(engine, encoded), texts.length);
  const node = rounds(() => pageRound(engine, texts), texts.length);
  const chromium = (median((await inChromium(files, texts, ROUNDS + 2)).slice(2)) * 1e3) / texts.length;
  const peers = program('peers', ROUNDS, posts, patternFile, FEW);
  const hyperscan = median(peers.hyperscan), check = median(native.check), bare = median(native.bare);
  say('Earshot, native', us(check), speed(check));
  say('Earshot, wasm in node, bytes in, JSON out', us(wasm), speed(wasm));
  say('Earshot, wasm in node, string in, string out', us(node), speed(node));
  say("Earshot, wasm in Chromium's worker, the same", us(chromium), speed(chromium));
  say(`Hyperscan, native, ${peers.patterns} patterns`, us(hyperscan), speed(hyperscan));
  say('PCRE2 one at a time, native', us(median(peers.pcre2)), speed(median(peers.pcre2)));
  say('PCRE2 with JIT one at a time, native', us(median(peers.pcre2_jit)), speed(median(peers.pcre2_jit)));
  say('a bare scan of every byte, native', us(bare), speed(bare));
  say('→ native Earshot to Hyperscan', times(hyperscan / check), 'to reach: 1.5');
  say('→ wasm Earshot to native Hyperscan', times(hyperscan / wasm), 'to reach: 1.0');
  say('→ the bare scan to native Earshot', times(check / bare));
}

function cold(name, texts) {
  const file = `${OUT}cold.json`;
  writeFileSync(file, JSON.stringify(texts));
  const run = spawnSync('node', [new URL('cold.mjs', import.meta.url).pathname, name, file], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
  return JSON.parse(run.stdout.trim().split('\n').pop());
}

const size = (path) => (statSync(path).isDirectory() ? readdirSync(path).reduce((sum, n) => sum + size(`${path}/${n}`), 0) : statSync(path).size);

function instead(sets) {
  const posts = postsOf280(sets, 400);
  const essays = draftsOf(Object.values(sets).flat(), 10240, 6);
  const jobs = {
    earshot: 'reminders of principles',
    harper: 'spelling and grammar: a bigger job',
    alex: 'insensitive words: a smaller job',
    'write-good': 'style: a smaller job',
    'redact-pii': 'identifiers only: a smaller job',
  };
  console.log('\nWhat people would pick instead, each in a fresh node process, medians of 3; 400 posts of 280 characters, no two alike:');
  const all = {};
  for (const name of Object.keys(jobs)) {
    const runs = Array.from({ length: 3 }, () => cold(name, posts));
    const of = (what) => median(runs.map((run) => run[what]));
    all[name] = { first: of('first'), grown: of('grown'), post: of('post'), letter: of('letter') };
    say(name, us(all[name].post * 1e3), `a letter more ${us(all[name].letter * 1e3)}, first answer ${all[name].first.toFixed(0)} ms, memory +${(all[name].grown / 2 ** 20).toFixed(1)} MiB; ${jobs[name]}`);
  }
  const { earshot, harper } = all;
  // The extension's engine whole, its script too: module and table packed, words as they are; then all packed, as an archive would.
  const shipped = size(ENGINE);
  const modules = new URL('node_modules/harper.js/dist/', import.meta.url).pathname;
  const theirs = size(`${modules}harper_wasm_bg.wasm`) + size(`${modules}index.js`);
  say('→ harper.js to Earshot, a post', times(harper.post / earshot.post), 'to reach: 200');
  say('→ harper.js to Earshot, a letter more', times(harper.letter / earshot.letter));
  say('→ first answer', times(harper.first / earshot.first), 'to reach: 20');
  say('→ bytes shipped', times(theirs / shipped), `to reach: 20 (${shipped} engine.js with the default pack, ${theirs})`);
  const gzip = (what) => gzipSync(what, { level: 9 }).length;
  const packed = [gzip(readFileSync(WASM)) + gzip(defaultPack().map((f) => f.text).join('')), gzip(readFileSync(`${modules}harper_wasm_bg.wasm`)) + gzip(readFileSync(`${modules}index.js`))];
  say('→ bytes shipped, each in an archive', times(packed[1] / packed[0]), `(${packed.join(', ')})`);
  say('→ memory', times(harper.grown / earshot.grown), 'to reach: 10');
  const runs = Array.from({ length: 3 }, () => cold('harper', essays));
  const long = { fresh: median(runs.map((r) => r.post)), letter: median(runs.map((r) => r.letter)) };
  say('harper.js, a draft of 10 KB', `${long.fresh.toFixed(1)} ms`, `a letter more ${long.letter.toFixed(1)} ms`);
  return long;
}

/** The budget's dearest known uses: patterns and drafts made to hurt, until it is spent or the draft ends. */
async function dearest(harper) {
  const shapes = [['a+a+[xy]', 'a'], ['(?:a|a){11}[xy]', 'a'], ['\\w++[,;]', 'a'], ['(?:a*)*b', 'a'], ['(?:(?:a+)+)+[xy]', 'a'],
    ['(?s).*.*.*[xy]', 'z'], ['(?i)(?:a|aa)+[xy]', 'aA'], ['a+a+[xy]', 'a '], ['\\b\\w+\\W+\\w+[,;]', 'a '], ['(?:[a-z]{0,9}){3}[,;]', 'ab']];
  const drafts = shapes.map(([pattern, unit]) => [packOf([pattern]), `axx,; ${unit}`.padEnd(131000, unit)]);
  const own = defaultPack();
  for (const unit of ['my client is 14. ', '0', 'a.b@', 'nine oh ', '“', '>', '#a', 'S.W. ', 'the lad ', '07700 900', 'A '])
    drafts.push([own, unit.repeat(131000 / unit.length)]);
  console.log("\nThe budget's dearest known uses, drafts of 128 KiB, wasm in node:");
  let most = 0;
  for (const [files, text] of drafts) {
    const engine = await Engine.create(readFileSync(WASM));
    engine.load([{ files }]);
    for (const kind of ['plain', 'markdown']) {
      const took = [1, 2, 3].map(() => {
        const start = performance.now();
        engine.checkText(text, '', kind);
        return performance.now() - start;
      });
      const ms = median(took);
      if (ms <= most) continue;
      most = ms;
      say(`${JSON.stringify(text.slice(6, 24))}, ${kind}`, `${ms.toFixed(1)} ms`, files === own ? 'default pack' : files[0].text.match(/- `+ ?(.*?) ?`+$/m)[1]);
    }
  }
  say("→ the dearest to harper.js on 10 KB", times(most / harper.fresh), 'to reach: at most 1.0');
  say("→ the same, a letter more", times(most / harper.letter));
}

async function byLength(engine, texts) {
  console.log('\nCost by length, wasm in node, drafts of posts one after another:');
  const cost = {};
  for (const kib of [1, 4, 16, 64]) {
    const drafts = draftsOf(texts, kib * 1024, 256 / kib).map((text) => new TextEncoder().encode(text));
    cost[kib] = rounds(() => rawRound(engine, drafts), 1) / drafts.reduce((sum, d) => sum + d.length, 0);
    say(`${kib} KiB`, `${(cost[kib] * 1e3).toFixed(1)} ns/byte`);
  }
  say('→ a byte at 64 KiB to one at 1 KiB', times(cost[64] / cost[1]), 'to reach: at most 1.5');
}

/** A letter typed here and there into 64 KiB, checked afresh and rechecked. */
async function byEdit(name, texts) {
  const { draft, edits } = editedDraft(texts);
  const [first, ...rest] = [draft, ...edits].map((text) => new TextEncoder().encode(text));
  const whole = await engineWith(defaultPack()), again = await engineWith(defaultPack());
  const check = rounds(() => rawRound(whole, rest), rest.length);
  const recheck = rounds(() => {
    rawRound(again, [first], 'recheck');
    return rawRound(again, rest, 'recheck');
  }, rest.length);
  console.log(`\nA letter typed into a draft of 64 KiB of ${name}, wasm in node:`);
  say('checked afresh', us(check));
  say('rechecked', us(recheck));
  say('→ rechecked to afresh', times(recheck / check), 'to reach: at most 0.05');
}

async function bySize(texts) {
  console.log('\nCost by size of the pack, wasm in node:');
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  for (const words of ['other', 'same']) {
    const cost = {};
    for (const n of [1, 2, 4]) {
      const engine = await engineWith(manyTimes(n, words));
      cost[n] = rounds(() => rawRound(engine, encoded), texts.length);
      say(`${n} × the signals, ${words} words`, us(cost[n]));
    }
    say('→ four times the signals', times(cost[4] / cost[1]), 'to reach: at most 1.5');
  }
}

const sets = postSets();
const patterns = execFileSync(new URL('../../build/earshot', import.meta.url).pathname, ['patterns'], { maxBuffer: 1 << 26 }).toString().trim().split('\n');
const frozen = frozenPatterns();
for (const [name, texts] of Object.entries(sets)) {
  await throughput('Default pack', defaultPack(), patterns, name, texts);
  if (frozen) await throughput('253 frozen patterns', packOf(frozen), frozen, name, texts);
}
const [texts] = Object.values(sets);
await byLength(await engineWith(defaultPack()), texts);
for (const [name, some] of Object.entries(sets)) await byEdit(name, some);
await bySize(texts.slice(0, 2000));
await dearest(instead(sets));
