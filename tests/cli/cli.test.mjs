// The command line, as a person or a pipe uses it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';

const program = new URL('../../build/earshot', import.meta.url).pathname;
const pack = new URL('../golden/pack.md', import.meta.url).pathname;
const run = (args, input = '') => {
  const r = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status: r.status, out: r.stdout, err: r.stderr };
};
const golden = ['--no-default-pack', '--pack', pack];
const lines = (text) => text.trimEnd().split('\n').map((l) => JSON.parse(l));

test('a draft is shown with its marked words, the reminder and the question', () => {
  const { status, out } = run(['check', ...golden], 'Tea with my client today.\n');
  assert.equal(status, 0);
  assert.match(out, /draft:1:1 {2}\[Tea with my client\] today/);
  assert.match(out, /The reminder, with emphasis, code and a "quotation"\./);
  assert.match(out, /> A question\?/);
  assert.match(out, /"my client" \(people\)/);
});

test('nothing to add is no approval', () => {
  const { status, out } = run(['check'], 'Soup for lunch.');
  assert.equal(status, 0);
  assert.match(out, /^Nothing to add\./);
  assert.doesNotMatch(out, /safe|approved|✓|✔/i);
});

test('control characters of a draft do not reach the terminal', () => {
  const { out } = run(['check', ...golden], 'tea \u001b[31m my client');
  assert.match(out, /my client/);
  assert.ok(!out.includes('\u001b'));
});

test('--format json answers with one object', () => {
  const { out } = run(['check', ...golden, '--format', 'json', '--setting', 'open/named/student/tweet'], 'home visit');
  const [answer] = lines(out);
  assert.equal(answer.complete, true);
  assert.deepEqual(answer.findings.map((f) => [f.principle, f.signal, f.level, f.start, f.end]), [['everything', 'phrases', 'note', 0, 10]]);
});

test('a draft over the limit is checked in part, and that is said', () => {
  const { status, out } = run(['check', ...golden], 'Tea with my client. '.repeat(20000));
  assert.equal(status, 0);
  assert.match(out, /Only part of this draft was looked at/);
});

test('lines that are no drafts are answered, the rest go on, exit 2', () => {
  const input = [
    '{"id":1,"text":"home visit","setting":"open/named/any/tweet"}', 'not json', '', '[1]', '{"id":2}', '{"id":3,"text":7}',
    '{"id":4,"text":"x","setting":"here"}', '{"id":5,"text":"x","draft":"rtf"}', '{"id":6,"text":"x"', '{"id":7,"text":"x"} y',
    `{"id":8,"x":${'['.repeat(40)}${']'.repeat(40)},"text":"x"}`, '{"id":{"a":1},"text":"x"}', '{"id":"é\\u00e9","text":"home visit tea"}', '{"id":9,"text":"x"}'].join('\n');
  const { status, out } = run(['check', '--jsonl', ...golden], input);
  const answers = lines(out);
  assert.equal(status, 2);
  assert.deepEqual(answers.map((a) => a.line ?? a.id), [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, null, 'éé', 9]);
  for (const a of answers.filter((x) => x.line)) {
    assert.equal(a.id, null);
    assert.ok(a.error.length > 10);
    assert.ok(!('findings' in a));
  }
});

test('--setting overrides the setting of the lines', () => {
  const line = '{"id":1,"text":"home visit","setting":"open/named/any/tweet"}\n';
  assert.equal(lines(run(['check', '--jsonl', ...golden], line).out)[0].findings.length, 0);
  const there = run(['check', '--jsonl', ...golden, '--setting', 'open/named/carer/tweet'], line);
  assert.equal(lines(there.out)[0].findings.length, 1);
});

test('a line longer than a mebibyte is refused, the next is answered', () => {
  const { status, out } = run(['check', '--jsonl', ...golden], `{"id":1,"text":"${'x'.repeat(2 << 20)}"}\n{"id":2,"text":"y"}\n`);
  assert.equal(status, 2);
  assert.deepEqual(lines(out).map((a) => a.line ?? a.id), [1, 2]);
});

test('whoever waits for an answer before writing on gets it', async () => {
  const child = spawn(program, ['check', '--jsonl', ...golden]);
  const answers = child.stdout[Symbol.asyncIterator]();
  for (const id of [1, 2, 3]) {
    child.stdin.write(`{"id":${id},"text":"home visit and tea"}\n`);
    const { value } = await answers.next();
    assert.equal(JSON.parse(value).id, id);
  }
  child.stdin.end();
  const [code] = await new Promise((done) => child.on('close', (...c) => done(c)));
  assert.equal(code, 0);
});

test('memory does not grow with the stream', async () => {
  const child = spawn(program, ['check', '--jsonl', ...golden]);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = `${JSON.stringify({ id: 1, text: 'Tea with my client, 14. '.repeat(40) })}\n`;
  const peakAfter = async (n) => {
    for (let i = 0; i < n; i++) {
      child.stdin.write(line);
      assert.ok((await answers.next()).value.startsWith('{"id":1'));
    }
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]);
  };
  const early = await peakAfter(50), late = await peakAfter(5000);
  child.stdin.end();
  assert.ok(late - early < 256, `${early} kB grew to ${late} kB`);
});

test('a reader that goes away ends the program quietly', () => {
  const r = spawnSync('bash', ['-c', `yes '{"id":1,"text":"x"}' | head -n 200000 | "${program}" check --jsonl --no-default-pack --pack "${pack}" | head -n 1`], { encoding: 'utf8' });
  assert.equal(r.stderr, '');
  assert.equal(lines(r.stdout).length, 1);
});

test('bad usage and unreadable files are named, exit 2', () => {
  const cases = [
    [['check', 'no-such-file'], /no-such-file cannot be read/], [['check', '--pack', 'no-such-pack'], /no-such-pack cannot be read/],
    [['frobnicate'], /frobnicate/], [['check', '--frob'], /--frob/], [['check', '--setting', 'open/here'], /here/], [['check', '--setting'], /--setting needs a value/],
    [['check', '--draft', 'rtf'], /rtf/], [['check', '--format', 'xml'], /xml/], [['check', 'a', 'b'], /one file too many: b/], [['explain', ...golden, 'gardening'], /gardening/], [[], /earshot check/]];
  for (const [args, message] of cases) {
    const { status, err } = run(args);
    assert.equal(status, 2, args.join(' '));
    assert.match(err, message);
  }
});

test('prove names the place of what does not hold, exit 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const file = join(folder, 'bad.md');
  writeFileSync(file, '# Pack: Bad `bad`\n\n# Principle: P `p`\n\nR.\n\n> Q?\n\n## Signal: s `s`\n\n### Looks for\n\n- tea\n\n### Fires\n\n- coffee\n\n### Stays quiet\n\n- tea\n');
  const proof = run(['prove', file]);
  assert.equal(proof.status, 1);
  assert.match(proof.out, new RegExp(`${file}:17:3: The signal s should fire here, and stays quiet\\.`));
  assert.match(proof.out, new RegExp(`${file}:21:3: The signal s should stay quiet here, and says note\\.`));
  assert.match(proof.out, /0 examples hold, 2 do not\.\n$/);
  writeFileSync(file, '# Pack: Bad `bad`\n\n# Words\n\n## w\n\n- [x]\n');
  const faulty = run(['prove', file]);
  assert.equal(faulty.status, 1);
  assert.match(faulty.err, /bad\.md:7:3: error: There is no word class called "x"\. \[unknown-class\]\n {2}- \[x\]\n {4}\^\n/);
  rmSync(folder, { recursive: true });
});

test('all examples of the default pack hold', () => {
  const { status, out, err } = run(['prove']);
  assert.equal(err, '');
  assert.match(out, /^\d{3} examples hold, 0 do not\.\n$/);
  assert.equal(status, 0);
});

test('explain says what is looked for, patterns prints it', () => {
  const { out } = run(['explain', ...golden, 'everything']);
  assert.match(out, /Everything \(everything\), from the pack golden/);
  assert.match(out, /- \*\*hold\*\* cake \*with\* \[people\]/);
  const patterns = run(['patterns', ...golden]).out.trimEnd().split('\n');
  assert.ok(patterns.length > 20);
  for (const p of patterns) assert.doesNotThrow(() => new RegExp(p.replaceAll('(?i)', '')), p);
});

test('--version and --help', () => {
  assert.match(run(['--version']).out, /^earshot \d+\.\d+\.\d+\n$/);
  assert.match(run(['--help']).out, /Nothing is sent anywhere/);
});
