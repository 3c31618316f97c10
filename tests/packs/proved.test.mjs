// A pack that comes with the program is loaded as proved: its patterns are neither tried nor compiled before a draft needs them. That must change
// nothing but the time it takes, and must not be a way around a limit.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';
import { readPack } from '../../web/offline/build.mjs';

const root = new URL('../../', import.meta.url).pathname;
const wasm = readFileSync(`${root}build/earshot.wasm`);
const own = readPack(`${root}build/packs/social-work-uk`);
const packs = [own, readPack(`${root}src/packs/scenarios`)];

async function load(some) {
  const engine = await Engine.create(wasm);
  return { engine, diagnostics: engine.load(some) };
}

const proved = (some) => some.map((pack) => ({ ...pack, proved: true }));

test('what comes with the program has no fault, and no slow pattern', async () => {
  assert.deepEqual((await load(packs)).diagnostics, []);
});

test('proved or not, a pack finds the same', async () => {
  const golden = execFileSync('node', [`${root}tests/golden/make-drafts.mjs`], { encoding: 'utf8' }).trim().split('\n').map((line) => JSON.parse(line).text);
  const examples = own.files.flatMap(({ text }) => [...text.matchAll(/^- (?:`[^`\n]*` ?)*(.+)$/gm)].map(([, post]) => post));
  const [tried, untried] = [(await load(packs)).engine, (await load(proved(packs))).engine];
  let found = 0;
  for (const draft of [...golden, ...examples]) {
    const answer = tried.checkText(draft, 'open/named/qualified/tweet');
    assert.equal(untried.checkText(draft, 'open/named/qualified/tweet'), answer);
    found += JSON.parse(answer).findings.length;
  }
  assert.ok(found > 300, `${found} findings`);
});

const pack = (pattern) => [{ files: [{ name: 'tea.md', text: `# Pack: Tea \`tea\`\n\n# Principle: Tea \`tea\`\n\nA reminder.\n\n> A question?\n
## Signal: tea \`tea\`\n\n### Looks for\n\n- \`${pattern}\`\n\n### Fires\n\n- tea 1\n\n### Stays quiet\n\n- coffee\n` }] }];

test('what is refused is refused all the same', async () => {
  for (const pattern of ['(tea) \\\\1', 'te(?R)?a', '(*ACCEPT)tea']) {
    const [{ code }] = (await load(proved(pack(pattern.replace('\\\\', '\\'))))).diagnostics;
    assert.equal(code, 'refused-pattern', pattern);
  }
});

test('one that does not compile finds nothing, and the answer says so', async () => {
  for (const pattern of ['tea ([0-9]', 'tea [[:teas:]]', 'tea (?<=\\d+)', 'tea \\p{Tea}', 'tea (?']) {
    assert.equal((await load(pack(pattern))).diagnostics[0].code, 'bad-pattern');
    const { engine, diagnostics } = await load(proved(pack(pattern)));
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(engine.check('tea 1 tea ([0-9] tea p', ''), { complete: false, findings: [] }, pattern);
    assert.equal(engine.restarts, 0);
  }
});

test('named groups and empty matches are harmless', async () => {
  const { engine } = await load(proved(pack('(?<a>te)(?<b>a)')));
  assert.deepEqual(engine.check('tea', '').findings.map((f) => [f.start, f.end]), [[0, 3]]);
  const empty = (await load(proved(pack('(?=tea)|x*')))).engine;
  assert.deepEqual(empty.check('tea', ''), { complete: true, findings: [] });
});
