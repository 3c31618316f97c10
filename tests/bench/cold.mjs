// One tool, cold, in a process of its own: `node cold.mjs NAME FILE` prints how long the first answer took, what memory grew by, and how long
// further posts take: each once, and again with a letter more. FILE has the posts, as JSON; the first quarter of them warm up.
import { readFileSync } from 'node:fs';

const [, , name, file] = process.argv;
const posts = JSON.parse(readFileSync(file, 'utf8'));
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
await check(posts[0]);
const first = performance.now() - start;
const grown = process.memoryUsage().rss - before;
const timed = async (text) => {
  const from = performance.now();
  await check(text);
  return performance.now() - from;
};
const once = [], letter = [];
for (const post of posts.slice(1)) {
  once.push(await timed(post));
  letter.push(await timed(`${post}x`));
}
const median = (list) => {
  const warm = list.slice(posts.length >> 2).sort((a, b) => a - b);
  return warm[warm.length >> 1] ?? 0;
};
console.log(JSON.stringify({ first, grown, post: median(once), letter: median(letter) }));
process.exit(0);
