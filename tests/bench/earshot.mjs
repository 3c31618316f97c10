// Earshot's wasm as its own pages use it, and as a program with nothing but bytes would.
import { readdirSync, readFileSync } from 'node:fs';
import { Engine } from '../../web/engine/engine.mjs';

const root = new URL('../../', import.meta.url);
export const WASM = new URL('build/earshot.wasm', root).pathname;
export const ENGINE = new URL('build/extension/chromium/engine.js', root).pathname;
export const PACK_FOLDER = new URL('build/packs/social-work-uk/', root).pathname;

/** The files of the default pack, in the order in which they are loaded. */
export function defaultPack() {
  const names = readdirSync(PACK_FOLDER).filter((n) => /\.(md|weights)$/.test(n) && n !== 'README.md').sort();
  return ['README.md', ...names].map((name) => ({ name, text: readFileSync(PACK_FOLDER + name, 'utf8') }));
}

/** `proved`: as the pages load the pack that comes with them. */
export async function engineWith(files, proved = false) {
  const engine = await Engine.create(readFileSync(WASM));
  const faults = engine.load([{ files, proved }]).filter((d) => !d.warning);
  if (faults.length) throw new Error(`${faults[0].file}:${faults[0].line}: ${faults[0].message}`);
  return engine;
}

/** Checks all posts with what the module exports, from bytes that are there already: returns how long that took, in milliseconds. */
export function rawRound(engine, encoded, how = 'check') {
  const wasm = engine.exports;
  const room = Math.max(...encoded.map((b) => b.length)) + 1;
  const at = wasm.take(room);
  const memory = new Uint8Array(wasm.memory.buffer);
  const start = performance.now();
  for (const bytes of encoded) {
    memory.set(bytes, at);
    wasm[how](at, bytes.length, 0, 0, 0);
  }
  const took = performance.now() - start;
  wasm.give(at);
  return took;
}

export function pageRound(engine, texts) {
  const start = performance.now();
  for (const text of texts) engine.checkText(text, '');
  return performance.now() - start;
}
