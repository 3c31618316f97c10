/* Where things are, and the engine as it was built. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { readPack } from "../../web/offline/build.mjs";

const fromRoot = (path) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const WASM = fromRoot("build/earshot.wasm");
export const PACK = fromRoot("build/packs/social-work-uk");
export const SCENARIOS = fromRoot("src/packs/scenarios");
export const NOTICES = fromRoot("build/NOTICES.txt");
export const PAGE = fromRoot("build/offline/earshot.html");
export const EXTENSION = fromRoot("build/extension");
/** Where tests may leave what they build. */
export const SCRATCH = fromRoot("build/tests-web");

/** Tools stand beside web/, not beside the tests. */
export const tool = createRequire(fromRoot("web/package.json"));

export const wasm = () => readFileSync(WASM);
export const pack = () => readPack(PACK);
export const scenarios = () => readPack(SCENARIOS);

if (!existsSync(WASM)) throw new Error(`${WASM} is not built: run make`);
