/* Puts the extension together, once for each browser.

     node web/extension/build.mjs [--test] [--also PATTERN]… [--out DIR]

   --test: the card's shadow tree is open, so that tests can look at it, and
   pages on this machine are among the sites. --also: further sites.
   The same inputs give the same bytes. */
import {
  mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { squeeze, squeezed } from "../engine/pack.mjs";
import { readPack } from "../offline/build.mjs";
import { drawIcons } from "./icon.mjs";
import { manifest } from "./manifest.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
export const BROWSERS = ["chromium", "firefox"];
/** Where "Check for yourself" tries to send to. The name can never exist. */
export const NOWHERE = "https://earshot-check.invalid";
/** A worker that nobody asks for this long goes; the next question starts
    another. In ms. */
export const IDLE_MS = 60000;
export const LOCAL = ["http://127.0.0.1/*", "http://*.localhost/*"];

const read = (path) => readFileSync(join(here, path), "utf8");

/** The styles of our pages, made fit for a shadow tree in a stranger's page:
    `rem` there is the stranger's, and so are custom properties at the root. */
function cardStyle() {
  return ["../pages/styles/base.css", "../pages/styles/levels.css",
    "../pages/styles/card.css", "content/float.css",
    "content/brief.css"].map(read).join("\n")
    .replaceAll(":root", ".skin")
    .replace(/(\d*\.?\d+)rem\b/g, (_, size) => `${Number(size) * 15}px`)
    .replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ");
}

/** What scripts import by these names is made here.
    @param {{wasm: string, pack: string, test?: boolean, nowhere?: string,
      welcome?: boolean, idle?: number}} from */
function made({ wasm, pack, test = false, nowhere = NOWHERE, welcome = !test,
  idle = IDLE_MS }) {
  const constants = {
    SHADOW: test ? "open" : "closed", NOWHERE: nowhere, WELCOME: welcome,
    IDLE_MS: idle,
  };
  const values = {
    wasm: () => squeeze(readFileSync(wasm)),
    pack: () => squeezed(readPack(pack)),
    scenarios: () => readPack(join(root, "src/packs/scenarios")),
    style: cardStyle,
  };
  return {
    name: "earshot",
    setup(build) {
      build.onResolve({ filter: /^earshot:/ }, ({ path }) =>
        ({ path, namespace: "earshot" }));
      build.onLoad({ filter: /.*/, namespace: "earshot" }, ({ path }) => {
        const name = path.slice("earshot:".length);
        const contents = name === "build"
          ? Object.entries(constants).map(([constant, value]) =>
            `export const ${constant} = ${JSON.stringify(value)};`).join("\n")
          : `export default ${JSON.stringify(values[name]())};`;
        return { contents, loader: "js" };
      });
    },
  };
}

/** Readable, so that what is in a store can be read by anybody. */
async function bundle(entry, plugins, { minify = false } = {}) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)], absWorkingDir: here, bundle: true,
    write: false, format: "iife", charset: "utf8", minifySyntax: minify,
    banner: { js: '"use strict";' },
    target: ["chrome120", "firefox128"], legalComments: "none",
    loader: { ".css": "text" }, plugins,
  });
  return outputFiles[0].text;
}

/** Pages of ours: each HTML file in pages/, with the script and the style of
    the same name if there are any, and the shared style.css. */
async function pages(plugins) {
  const files = {};
  for (const name of readdirSync(join(here, "pages"))) {
    const [stem, kind] = name.split(".");
    if (kind === "html" || kind === "css") files[name] = read(`pages/${name}`);
    if (kind !== "html") continue;
    const script = `pages/${stem}.mjs`;
    if (readdirSync(join(here, "pages")).includes(`${stem}.mjs`)) {
      files[`${stem}.js`] = await bundle(script, plugins);
    }
  }
  const joined = (names) => names.map((name) =>
    read(`../pages/styles/${name}.css`)).join("\n");
  files["style.css"] = joined(["base", "levels", "card", "reading"]);
  files["teach.css"] = joined(["desk", "levels", "teach", "composer",
    "rooms", "present", "modes", "paper"]);
  return files;
}

/** @param {{wasm: string, pack: string, out: string, version: string,
      notices?: string, test?: boolean, also?: string[], nowhere?: string,
      welcome?: boolean, idle?: number, local?: string[], plugins?: any[]}} options `welcome`: the four questions
      open when it is installed; `local`: where a build for tests starts
    @returns {Promise<string[]>} the two folders */
export async function buildExtension(options) {
  const { out, version, notices, test = false, also = [], local = LOCAL } = options;
  const plugins = [made(options), ...options.plugins ?? []];
  const shared = {
    ...await pages(plugins),
    "engine.js": await bundle("worker.mjs", plugins),
    "content.js": await bundle("content/watch.mjs", plugins),
    "ways.js": await bundle("check/answer.mjs", plugins),
    "ways-here.js": await bundle("check/here.mjs", plugins),
    "ways-worker.js": await bundle("check/worker.mjs", plugins),
    "marks.css": read("../field/marks.css"),
    ...(notices ? { "NOTICES.txt": readFileSync(notices, "utf8") } : {}),
  };
  const offscreen = {
    "service-worker.js": 'importScripts("background.js", "ways.js");\n',
    "offscreen.html": read("offscreen.html"),
    "offscreen.js": await bundle("offscreen.mjs", plugins),
  };
  const folders = [];
  for (const browser of BROWSERS) {
    const folder = join(out, browser);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    write(folder, {
      ...shared, ...(browser === "chromium" ? offscreen : {}),
      "background.js": await bundle(`${browser}.mjs`, plugins),
      "manifest.json": `${JSON.stringify(manifest(browser, {
        version, also: [...also, ...(test ? local : [])] }), null, 2)}\n`,
      ...drawIcons([16, 32, 48, 128]),
    });
    folders.push(folder);
  }
  return folders;
}

function write(folder, files) {
  for (const [name, contents] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
}

/** @returns {string} the version of the program, as CHANGELOG.md says it */
export function currentVersion() {
  const changes = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  return /^## (\d+\.\d+\.\d+)/m.exec(changes)?.[1] ?? "0.0.0";
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = (at) => ({ type: "string", default: join(root, at) });
  const { values } = parseArgs({ options: {
    test: { type: "boolean", default: false },
    also: { type: "string", multiple: true, default: [] },
    wasm: path("build/earshot.wasm"), pack: path("build/packs/social-work-uk"),
    notices: path("build/NOTICES.txt"), out: { type: "string" },
  } });
  const out = values.out ??
    join(root, values.test ? "build/extension-test" : "build/extension");
  const folders = await buildExtension({ ...values, out, version: currentVersion() });
  for (const folder of folders) console.log(folder);
}
