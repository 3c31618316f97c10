/* Puts the offline page together: one file, which loads nothing.

     node web/offline/build.mjs [--wasm F] [--pack DIR] [--notices F] [--out F]

   The same inputs give the same bytes: nothing of the time, the place or the
   machine goes in. */
import { createHash } from "node:crypto";
import {
  mkdirSync, readFileSync, readdirSync, writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { squeeze, squeezed } from "../engine/pack.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");

const STYLES = ["base", "frame", "desk", "levels", "card", "reading", "teach",
  "composer", "rooms", "present", "modes", "paper"];

const sha256 = (data, form) => createHash("sha256").update(data).digest(form);
const source = (text) => `'sha256-${sha256(text, "base64")}'`;

/** A script's text must not end its element, whatever strings are in it. */
const forScript = (code) =>
  code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
const forJson = (value) => JSON.stringify(value)
  .replace(/</g, "\\u003c").replace(/\u2028/g, "\\u2028")
  .replace(/\u2029/g, "\\u2029");
const forHtml = (text) => text
  .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
  .replace(/"/g, "&quot;");

/** As the command line orders them: README.md first, the others by name. */
const inOrder = (a, b) =>
  Number(b === "README.md") - Number(a === "README.md") || (a < b ? -1 : 1);

/** @param {string} folder a pack: Markdown files and learned weights
    @returns {{files: {name: string, text: string}[]}} */
export function readPack(folder) {
  const names = readdirSync(folder)
    .filter((name) => /\.(md|weights)$/.test(name));
  return {
    files: names.sort(inOrder).map((name) => ({
      name, text: readFileSync(join(folder, name), "utf8"),
    })),
  };
}

/** One script out of modules; readable, so that the page can be audited.
    @param {string} entry @param {any[]} plugins */
async function bundle(entry, plugins) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)], absWorkingDir: here,
    bundle: true, write: false, format: "iife", charset: "utf8",
    banner: { js: '"use strict";' },
    target: ["chrome111", "firefox115"], legalComments: "none", plugins,
  });
  return outputFiles[0].text;
}

/** @param {Record<string, string>} parts */
export function policy({ guard, main, style }) {
  return [
    "default-src 'none'",
    `script-src ${source(guard)} ${source(main)} 'wasm-unsafe-eval'`,
    `style-src ${source(style)}`,
    "worker-src blob:", "connect-src 'none'", "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** @param {{wasm: string, pack: string, scenarios: string, notices: string,
      out: string, plugins?: any[]}} options paths
    @returns {Promise<string>} the page */
export async function buildPage({
  wasm, pack, scenarios, notices, out, plugins = [],
}) {
  const module = readFileSync(wasm);
  const packs = [readPack(pack), readPack(scenarios)];
  const parts = {
    guard: forScript(readFileSync(join(here, "guard.js"), "utf8")),
    main: forScript(await bundle("main.mjs", plugins)),
    style: STYLES.map((name) => readFileSync(
      join(here, `../pages/styles/${name}.css`), "utf8")).join("\n"),
  };
  const worker = await bundle("../engine/worker.mjs", plugins);
  const facts = [
    ["Engine, sha256", sha256(module, "hex")],
    ["Principles and situations, sha256", sha256(JSON.stringify(packs), "hex")],
  ].map(([name, value]) => `<dt>${name}</dt><dd><code>${value}</code></dd>`);
  const page = fill(readFileSync(join(here, "page.html"), "utf8"), {
    ...parts, policy: policy(parts), facts: facts.join(""),
    notices: forHtml(readFileSync(notices, "utf8")),
    packs: forJson(packs.map(squeezed)), worker: forJson(worker),
    wasm: squeeze(module),
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, page);
  return page;
}

/** @param {string} template @param {Record<string, string>} values */
function fill(template, values) {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`page.html asks for {{${name}}}`);
    return values[name];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (path) => ({ type: "string", default: join(root, path) });
  const { values } = parseArgs({ options: {
    wasm: option("build/earshot.wasm"),
    pack: option("build/packs/social-work-uk"),
    scenarios: option("src/packs/scenarios"),
    notices: option("build/NOTICES.txt"),
    out: option("build/offline/earshot.html"),
  } });
  const page = await buildPage(values);
  console.log(`${values.out}: ${Math.ceil(Buffer.byteLength(page) / 1024)} KB`);
}
