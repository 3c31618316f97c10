// Scenarios: read as their author wrote them, proven, and left out one by one when something is wrong with them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { before, describe, test } from 'node:test';
import { readPack } from '../../web/offline/build.mjs';
import { Engine } from '../../web/engine/engine.mjs';
import { good, scenario } from './faults.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const wasm = readFileSync(path('build/earshot.wasm'));
const pack = (text, name = 'a.md') => ({ files: [{ name, text }] });
const load = async (...packs) => {
  const engine = await Engine.create(wasm);
  return { engine, diagnostics: engine.load(packs) };
};
const prove = (...args) => spawnSync(path('build/earshot'), ['prove', ...args], { encoding: 'utf8' });

describe('a scenario', () => {
  test('is told as it is written', async () => {
    const { engine, diagnostics } = await load(pack(scenario({
      details: '- For: Tea makers\n- Writer: *Sam*\n- Setting: `dm/anon/carer/whatsapp;t=23:05`\n- Minutes: 25',
      situation: 'It was\nMonday.\n\n- a list\n\n---\n\n> said Jo\n\n```\ncode\n```\n\n<b>raw</b>',
      questions: '1. Why?\n2. Who `else`?',
      rest: '## What good might look like\n\nOr so:\n\n> Water.\n\n- And smile.\n\n## For the facilitator\n\n- 5 min: Pour.\n\n## Reminders\n\n- nothing',
    })));
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(engine.packs().scenarios, [{
      minutes: 25, pack: 'test', id: 'tea', title: 'Tea', for: 'Tea makers', writer: 'Sam', draft: 'Tea.',
      setting: 'dm/anon/carer/whatsapp;t=23:05', questions: ['Why?', 'Who else?'],
      situation: [['p', 'It was Monday.'], ['i', 'a list'], ['q', 'said Jo'], ['p', 'code'], ['p', 'raw']],
      good: [['p', 'Or so:'], ['q', 'Water.'], ['i', 'And smile.']], notes: [['i', '5 min: Pour.']],
    }]);
  });

  const drafts = {
    'lines that follow one another are one': ['> A cup\n> of tea', 'A cup of tea'],
    'an empty line stays': ['> A\n>\n> B', 'A\n\nB'],
    'so do several quotes': ['> A\n\n> B', 'A\n\nB'],
    'a line can be broken': ['> A\\\n> B', 'A\nB'],
    'nothing in it is Markdown': ['> *not* `this` #proud <b>', '*not* `this` #proud <b>'],
    'a line may forget its mark': ['> A\nB', 'A B'],
    'any script': ['> שלום 👩‍👧\n> ﷺ', 'שלום 👩‍👧 ﷺ'],
    'a list in it stays one': ['> A\n> - b\n> * c\n> d', 'A\n- b\n* c d'],
    'a fenced block is as it is': ['```\nA\n> b\n\n- c\n```', 'A\n> b\n\n- c'],
    'an empty fence before the quote': ['```\n```\n\n> A', 'A'],
    'only marks': ['> A\n>\n>\n>', 'A'],
  };
  for (const [what, [written, read]] of Object.entries(drafts)) {
    test(`has its draft to the letter: ${what}`, async () => {
      const { engine, diagnostics } = await load(pack(scenario({ draft: written })));
      assert.deepEqual(diagnostics, []);
      assert.equal(engine.packs().scenarios[0].draft, read);
    });
  }

  test('with a fault is left out, the others and the principles stay', async () => {
    const text = good + scenario().split('\n').slice(2).join('\n') +
      scenario({ details: '- Minutes: many' }).split('\n').slice(2).join('\n').replace('`tea`', '`bad`') +
      scenario().split('\n').slice(2).join('\n').replace('`tea`', '`last`');
    const { engine, diagnostics } = await load(pack(text));
    assert.deepEqual(diagnostics.map(({ code }) => code), ['bad-minutes', 'missing-setting']);
    const { scenarios, principles } = engine.packs();
    assert.deepEqual(scenarios.map(({ id }) => id), ['tea', 'last']);
    assert.equal(principles.length, 1);
    assert.equal(engine.check('tea', '').findings.length, 1);
  });

  test('beside a faulty principle goes with it', async () => {
    const { engine } = await load(pack(good.replace('> A question?', '') + scenario().split('\n').slice(2).join('\n')));
    assert.deepEqual(engine.packs(), { packs: [], principles: [], scenarios: [] });
  });

  test('is no part of the principles to read', async () => {
    const { engine } = await load(pack(good), pack(scenario().replace('`test`', '`other`'), 'b.md'));
    assert.match(engine.document(), /data-file="a\.md"/);
    assert.doesNotMatch(engine.document(), /b\.md/);
  });
});

describe('proving a scenario', () => {
  const cases = {
    'a reminder that comes': ['## Reminders\n\n- `tea`', []],
    'a reminder that comes, at its level': ['## Reminders\n\n- `tea` `note`', []],
    'another level': ['## Reminders\n\n- `tea` `pause`', ['19:3 The principle tea should say pause here, and says note.']],
    'a principle that is not there': ['## Reminders\n\n- `coffee`', ['19:3 There is no principle coffee in these packs.']],
    'nothing, and there is something': ['## Reminders\n\n- nothing', ['19:3 Nothing should be said about this draft, and tea says note.']],
    'a good wording with a quiet note': ['## What good might look like\n\n> More tea.', []],
  };
  for (const [what, [rest, failures]] of Object.entries(cases)) {
    test(what, async () => {
      const { engine, diagnostics } = await load(pack(good), pack(scenario({ rest }).replace('`test`', '`other`'), 'b.md'));
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(engine.prove().failures.map((one) => `${one.line}:${one.column} ${one.message}`), failures);
      assert.ok(engine.prove().failures.every(({ file }) => file === 'b.md'));
    });
  }

  test('a reminder that does not come, and a good wording that gets one that opens', async () => {
    const loud = good.replace('### Fires', '### Levels\n\n- pause\n\n### Fires');
    const text = scenario({ draft: '> Water.', rest: '## Reminders\n\n- `tea`\n\n## What good might look like\n\n> Still water.\n\n> Tea.' });
    const { engine } = await load(pack(loud), pack(text.replace('`test`', '`other`'), 'b.md'));
    assert.deepEqual(engine.prove().failures.map((one) => `${one.line}:${one.column} ${one.message}`), [
      '19:3 The principle tea should speak here, and stays quiet.',
      '25:1 This should do without a reminder, and tea says pause.']);
  });
});

describe('the fifteen situations', () => {
  let scenarios;
  let principles;
  before(async () => {
    const { engine, diagnostics } = await load(readPack(path('build/packs/social-work-uk')), readPack(path('src/packs/scenarios')));
    assert.deepEqual(diagnostics, []);
    ({ scenarios, principles } = engine.packs());
  });

  test('are fifteen, each with a writer, a module, minutes, notes and something good', () => {
    assert.equal(scenarios.length, 15);
    for (const one of scenarios) {
      assert.ok(one.writer && one.for && one.minutes >= 20 && one.notes.length >= 5 && one.good.length >= 2, one.id);
      assert.ok(one.questions.length >= 4, one.id);
    }
  });

  test('happen on many mediums and in many roles', () => {
    const of = (facet) => new Set(scenarios.map(({ setting }) => setting.split(';')[0].split('/')[facet]));
    assert.ok(of(3).size >= 7 && of(2).size >= 3 && of(1).size >= 2 && of(0).size === 4);
  });

  test('keep to their time: the minutes of the notes add up to no more', () => {
    for (const { id, minutes, notes } of scenarios) {
      const spent = notes.map(([, text]) => Number(/^(\d+) min:/.exec(text)?.[1] ?? 0)).reduce((a, b) => a + b);
      assert.ok(spent > 0 && spent <= minutes, `${id}: ${spent} of ${minutes}`);
    }
  });

  test('do not use the words that we do not use', () => {
    const text = JSON.stringify(scenarios);
    assert.doesNotMatch(text, /\b(breach|violat\w*|misconduct|safe)\b/i);
  });

  test('are proven, alone (with the default pack) and beside it', () => {
    const alone = prove(path('src/packs/scenarios'));
    const beside = prove(path('build/packs/social-work-uk'), path('src/packs/scenarios'));
    assert.equal(alone.status, 0, alone.stdout);
    assert.equal(alone.stdout, beside.stdout);
    assert.ok(principles.length >= 14);
  });

  test('every command line prove names file, line and column', () => {
    const fault = prove(fileURLToPath(new URL('broken-scenario.md', import.meta.url)));
    assert.equal(fault.status, 1);
    assert.match(fault.stderr, /broken-scenario\.md:9:13: error: This setting is not understood\. \[bad-setting\]/);
    assert.match(fault.stdout, /broken-scenario\.md:45:3: The principle jigsaw should speak here, and stays quiet\./);
  });
});
