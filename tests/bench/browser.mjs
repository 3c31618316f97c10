// The same wasm in a dedicated worker of headless Chromium, by way of the loader that the pages use.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { launch } from '../browser/harness.mjs';
import { WASM } from './earshot.mjs';

const here = (name) => new URL(name, import.meta.url).pathname;
const { build } = await import(pathToFileURL(here('../../web/node_modules/esbuild/lib/main.js')).href);

/** What runs in the worker: loads the pack, checks all posts `rounds` times, answers with milliseconds. */
const script = `
  import { Engine } from ${JSON.stringify(here('../../web/engine/engine.mjs'))};
  self.onmessage = async ({ data: { wasm, files, texts, rounds } }) => {
    const engine = await Engine.create(Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0)));
    engine.load([{ files }]);
    const took = [];
    for (let n = 0; n < rounds; n++) {
      const start = performance.now();
      for (const text of texts) engine.checkText(text, '');
      took.push(performance.now() - start);
    }
    self.postMessage(took);
  };`;

/** Milliseconds of each round. */
export async function inChromium(files, texts, rounds) {
  const { outputFiles: [{ text: code }] } = await build({
    stdin: { contents: script, resolveDir: here('.') }, bundle: true, format: 'iife', write: false,
  });
  const browser = await launch('chromium');
  try {
    const page = await browser.newPage();
    const wasm = readFileSync(WASM).toString('base64');
    return await page.evaluate((js, data) => new Promise((done, fail) => {
      const worker = new Worker(URL.createObjectURL(new Blob([js], { type: 'text/javascript' })));
      worker.onmessage = ({ data: took }) => done(took);
      worker.onerror = (event) => fail(new Error(event.message));
      worker.postMessage(data);
    }), code, { wasm, files, texts, rounds });
  } finally {
    await browser.close();
  }
}
