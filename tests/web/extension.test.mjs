/* The extension as it is built: what is in it, that nothing in it has a way
   out, and what it asks of the browsers. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { buildExtension, currentVersion } from "../../web/extension/build.mjs";
import { filesIn } from "../../web/extension/zip.mjs";
import { LOOKED_OVER } from "../../web/ways-out.config.mjs";
import { EXTENSION, NOTICES, PACK, SCRATCH, WASM } from "./files.mjs";
import { waysOut } from "./ways-out.mjs";

/** Of these no more is wanted than that they are known. */
const PLAIN = /^(NOTICES\.txt|icons\/\d+\.png)$/;
/** "Check for yourself": tries the names, and has nothing else in it. */
const WAYS = /^ways(-here|-worker)?\.js$/;
const MAY_BE_IN_WAYS = /^\.\.\/engine\/closed\.mjs$|^pages\/guard\.mjs$|^browser\.mjs$|^check\/\w+\.mjs$|^earshot:earshot:build$/;

/** Attributes and elements of a page that could ask for something. */
function asks(html) {
  const found = [];
  for (const [, name, value] of html.matchAll(
    /\s([\w-]+)="([^"]*)"/g)) {
    const own = /^#?[\w.-]+$/.test(value);
    if (/^(href|src|data-opens)$/.test(name) && own) continue;
    if (/^(href|src|srcset|action|formaction|data|poster|background|ping|style|content-security|http-equiv|on.*)$/.test(name)) {
      found.push(`${name}="${value}"`);
    }
  }
  found.push(...html.match(
    /<(iframe|object|embed|img|base|form|frame|video|audio|source|image|use)\b/gi) ?? []);
  found.push(...html.match(/<script(?![^>]* src=)[^>]*>/gi) ?? []);
  found.push(...html.match(/<link(?! rel="stylesheet" href=)[^>]*>/gi) ?? []);
  return found;
}

for (const browser of ["chromium", "firefox"]) {
  const folder = join(EXTENSION, browser);
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const files = filesIn(folder);
  const scripts = files.filter((name) => name.endsWith(".js"));
  const pages = files.filter((name) => name.endsWith(".html"));
  const styles = files.filter((name) => name.endsWith(".css"));

  describe(`the extension for ${browser}, as built`, () => {
    test("is the same, byte for byte, when built again", async () => {
      const folders = await buildExtension({ wasm: WASM, pack: PACK,
        notices: NOTICES, version: currentVersion(),
        out: join(SCRATCH, `again-${browser}`) });
      const again = folders.find((one) => one.endsWith(browser));
      assert.deepEqual(filesIn(again), files);
      for (const name of files) {
        assert.ok(readFileSync(join(again, name))
          .equals(readFileSync(join(folder, name))), `${name} is stale: run make`);
      }
    });

    test("every file is of a known kind, and every script is looked over", () => {
      const rest = files.filter((name) => !PLAIN.test(name) &&
        !pages.includes(name) && !styles.includes(name) &&
        !LOOKED_OVER.includes(name) && !WAYS.test(name));
      assert.deepEqual(rest, browser === "chromium"
        ? ["manifest.json", "service-worker.js"] : ["manifest.json"]);
      assert.ok(scripts.length >= 12, `${scripts}`);
    });

    for (const name of scripts.filter((one) => LOOKED_OVER.includes(one))) {
      test(`${name} has no way out, by syntax`, () =>
        assert.deepEqual(waysOut(read(name), name), []));
    }

    test("what holds the names holds nothing else", () => {
      for (const name of scripts.filter((one) => WAYS.test(one))) {
        const parts = [...read(name).matchAll(/^ {2}\/\/ (\S+)$/gm)]
          .map(([, part]) => part);
        assert.ok(parts.includes("check/ways.mjs"), name);
        assert.deepEqual(parts.filter((part) => !MAY_BE_IN_WAYS.test(part)), [], name);
      }
      if (browser === "chromium") {
        assert.equal(read("service-worker.js"),
          'importScripts("background.js", "ways.js");\n');
      }
    });

    test("pages ask for their own files only, the guard runs first", () => {
      for (const name of pages) {
        assert.deepEqual(asks(read(name)), [], name);
        const [first] = /(?<=<script src=")[^"]+/.exec(read(name)) ?? [];
        const begins = /^ {2}\/\/ (\S+)$/m.exec(read(first))[1];
        assert.equal(begins, "pages/guard.mjs", first);
      }
      assert.deepEqual(asks('<img src="x"><a href="https://x"><p onclick="x">' +
        '<script>x</script><link rel="prefetch" href="x">').length, 5);
    });

    test("styles ask for nothing", () => {
      for (const name of styles) {
        assert.doesNotMatch(read(name), /url\(|@import|@font-face|image-set|src\(/i, name);
      }
    });
  });
}
