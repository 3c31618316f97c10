// Half-typed words stay quiet, and what is marked does not jump about. Posts are typed letter by letter into a session, as a field does it, with
// the engine and the packs that ship; drafts.txt says how its lines are read.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import { Engine } from '../../web/engine/engine.mjs';
import { Session } from '../../web/core/session.mjs';

const at = (name) => new URL(name, import.meta.url);
const LEVELS = ['ask', 'note', 'pause', 'hold'];
const rank = (level) => LEVELS.indexOf(level);
const NOTE = rank('note');
const folder = at('../../build/packs/social-work-uk/');
const names = readdirSync(folder).filter((name) => name !== 'README.md').sort();
const files = ['README.md', ...names].map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const engine = await Engine.create(readFileSync(at('../../build/earshot.wasm')));
assert.deepEqual(engine.load([{ files }]), []);

const drafts = readFileSync(at('drafts.txt'), 'utf8').split('\n').filter((line) => /^(-|ask|note|pause|hold) \| /.test(line)).map((line) => {
  const [level, setting, ...text] = line.split(' | ');
  return { level, setting, text: text.join(' | ') };
});
const others = readFileSync(at('../languages/posts.txt'), 'utf8').split('\n').filter((line) => /^[a-z]{2} \| [^«]*$/.test(line))
  .map((line) => ({ level: '-', setting: 'open/named/qualified/tweet', text: line.slice(5) }));

const noDismissals = { answers: [], mark: async (_text, finding) => finding, covers: () => false, shift() {} };
const settled = () => new Promise((done) => { setImmediate(done); });

// The highest level that is marked after each key, -1 for none, and at rest.
async function type({ text, setting }) {
  let view;
  const session = new Session({
    check: async (draft, where) => engine.check(draft, where), setting: () => setting, dismissals: noDismissals,
    show: (next) => { view = next; }, clock: { after: () => 0, cancel() {} },
  });
  const top = () => Math.max(-1, ...view.marks.map(({ level }) => rank(level)));
  const keys = [];
  let typed = '';
  for (const letter of text) {
    typed += letter;
    session.write(typed, typed.length);
    await settled();
    assert.equal(view.open, null, `a card opened while "${typed}" was being typed`);
    keys.push({ typed, top: top(), words: view.marks.map((one) => `${one.level} ${one.principle}/${one.signal} <${typed.slice(one.start, one.end)}>`) });
  }
  session.rest();
  await settled();
  return { keys, rest: top() };
}

test('there are enough drafts of both kinds', () => {
  assert.ok(drafts.filter(({ level }) => level === '-').length >= 50 && drafts.filter(({ level }) => level !== '-').length >= 40);
});

test('a harmless post, being typed, raises a note at no letter', async () => {
  for (const draft of [...drafts.filter(({ level }) => level === '-'), ...others]) {
    const { keys, rest } = await type(draft);
    for (const { typed, top, words } of keys) assert.ok(top < NOTE, `${typed}▏ → ${words.join(' ')}`);
    assert.ok(rest < NOTE, draft.text);
  }
});

test('a post that ends in a finding never falls back on its way, and says at rest what it should', async () => {
  for (const draft of drafts.filter(({ level }) => level !== '-')) {
    const { keys, rest } = await type(draft);
    for (let n = 1; n < keys.length; n++)
      assert.ok(keys[n].top >= keys[n - 1].top, `${keys[n].typed}▏ fell from ${keys[n - 1].words.join(' ')} to ${keys[n].words.join(' ') || 'nothing'}`);
    assert.equal(LEVELS[rest], draft.level, draft.text);
  }
});

test('half a word counts for nothing until a space follows, or a pause', async () => {
  const draft = { setting: 'open/named/qualified/tweet', text: 'Ring him on 07700 900123' };
  const { keys, rest } = await type(draft);
  assert.ok(keys.every(({ top }) => top === -1), 'the number touches the caret all the while');
  assert.equal(LEVELS[rest], 'pause');
  const further = await type({ ...draft, text: `${draft.text} x` });
  assert.equal(LEVELS[further.keys.at(-1).top], 'pause');
});
