/* Bundles the editors from npm, each to a page's script (and sheet). Built when
   the tests run, kept in memory. */
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { tool } from "../../web/files.mjs";

const { build } = await import(pathToFileURL(tool.resolve("esbuild")).href);
const here = (path) => new URL(path, import.meta.url).pathname;

const names = readdirSync(here("sources"))
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => name.slice(0, -4));

/** Draft.js was made for React 17; the others want the newest. */
const OLD_REACT = { react: "react17", "react-dom": "react-dom17" };

/** @param {string[]} entries @param {Record<string, string>} alias */
async function bundle(entries, alias = {}) {
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => here(`sources/${name}.mjs`)),
    absWorkingDir: here("."), outdir: "/", bundle: true, write: false,
    format: "iife", target: ["chrome120", "firefox128"], logLevel: "error",
    legalComments: "none", alias,
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis",
      "process.env.IS_GUTENBERG_PLUGIN": "false" },
    // Shrinking pictures is no part of writing, and weighs 15 MB.
    external: ["@wordpress/vips", "@wordpress/vips/worker"],
    loader: { ".svg": "dataurl", ".woff2": "dataurl" },
  });
  return outputFiles.map(({ path, text }) => /** @type {const} */ ([path, text]));
}

/** @returns {Promise<Map<string, string>>} "/lexical.js" and so on → text */
export async function bundleEditors() {
  const files = await Promise.all([
    bundle(names.filter((name) => name !== "draft")), bundle(["draft"], OLD_REACT),
  ]);
  return new Map(files.flat());
}
