/* Takes a built page apart. */
import { gunzipSync } from "node:zlib";
import { bytesOf } from "../../web/engine/packed.mjs";

/** @param {string} page @returns {{policy: string, guard: string, main: string,
      style: string, worker: string, packs: any, wasm: Buffer}} */
export function takeApart(page) {
  const one = (pattern) => {
    const found = [...page.matchAll(pattern)];
    if (found.length !== 1) throw new Error(`${pattern}: ${found.length} found`);
    return found[0][1];
  };
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)];
  if (scripts.length !== 2) throw new Error(`${scripts.length} scripts`);
  return {
    policy: one(/http-equiv="Content-Security-Policy" content="([^"]*)"/g),
    guard: scripts[0][1],
    main: scripts[1][1],
    style: one(/<style>([\s\S]*?)<\/style>/g),
    worker: JSON.parse(one(/id="data-worker">([\s\S]*?)<\/script>/g)),
    packs: JSON.parse(one(/id="data-packs">([\s\S]*?)<\/script>/g)),
    wasm: gunzipSync(
      bytesOf(one(/id="data-wasm">([\s\S]*?)<\/script>/g))),
  };
}
