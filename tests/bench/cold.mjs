// One tool, cold, in a process of its own: `node cold.mjs NAME POST ROUNDS` prints how long the first answer took, what memory grew by, and how
// long further posts take. POST is a JSON string; each further one differs, so that nothing is answered from memory.
const [, , name, json, rounds] = process.argv;
const post = JSON.parse(json);
const before = process.memoryUsage().rss;
const start = performance.now();

const tools = {
  async earshot() {
    const { defaultPack, engineWith } = await import('./earshot.mjs');
    const engine = await engineWith(defaultPack(), true);
    return (text) => engine.check(text, '');
  },
  async harper() {
    const [{ LocalLinter }, { binaryInlined }] = await Promise.all([import('harper.js'), import('harper.js/binaryInlined')]);
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    return (text) => linter.lint(text);
  },
  async alex() {
    const { text } = await import('alex');
    return text;
  },
  async 'write-good'() {
    const { default: writeGood } = await import('write-good');
    return writeGood;
  },
  async 'redact-pii'() {
    const { default: pii } = await import('redact-pii');
    const redactor = new pii.SyncRedactor();
    return (text) => redactor.redact(text);
  },
};

const check = await tools[name]();
await check(post);
const first = performance.now() - start;
const grown = process.memoryUsage().rss - before;
const took = [];
for (let n = 0; n < Number(rounds); n++) {
  const text = `${post.slice(n % 7)} ${n}`;
  const from = performance.now();
  await check(text);
  took.push(performance.now() - from);
}
took.sort((a, b) => a - b);
console.log(JSON.stringify({ first, grown, post: took[took.length >> 1] ?? 0 }));
process.exit(0);
