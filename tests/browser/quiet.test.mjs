/* Nothing is sent: a whole visit with everything that goes beyond this machine
   heard by a proxy, the browser's own log read, and a page that tries. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { serveDemo } from "../../web/demo/serve.mjs";
import { buildExtension } from "../../web/extension/build.mjs";
import { NOTICES, SCRATCH, WASM } from "../web/files.mjs";
import { launchExtension } from "./extension.mjs";
import { BROWSERS, listener, until, withFolder } from "./harness.mjs";
import { openOurs } from "./ours.mjs";
import { poison, poisoned } from "./poison.mjs";
import { isMakers, listeningProxy } from "./proxy.mjs";
import { NONCE, visit } from "./visit.mjs";

const PACK = new URL("pack", import.meta.url).pathname;

/** A build of this test's own. @param {string} what @param {object} [options]
    @returns {Promise<string[]>} its folders */
const build = (what, options = {}) => buildExtension({
  wasm: WASM, pack: PACK, notices: NOTICES, version: "0.0.1", test: true,
  out: join(SCRATCH, `extension-${what}-${process.pid}`), ...options,
});

const ofBrowser = (folders, name) => folders.find((one) => one.endsWith(name));

/** Addresses that the browser's network log says were asked for. */
const asked = (log) => [...log.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);

for (const name of BROWSERS) {
  describe(`nothing is sent, ${name}`, () => {
    let demo;
    let proxy;
    before(async () => {
      demo = await serveDemo();
      proxy = await listeningProxy();
    });
    after(async () => {
      await demo?.close();
      await proxy?.close();
    });

    test("a whole visit asks nobody for anything", async () => {
      await withFolder(async (folder) => {
        const log = join(folder, "net.json");
        proxy.heard.length = 0;
        const page = await openOurs(name, { proxy: proxy.port, log });
        await visit(page, demo.address);
        await page.close();
        assert.deepEqual(proxy.of(name), []);
        const words = JSON.stringify(proxy.heard);
        assert.ok(!words.includes(NONCE), words);
        if (name !== "chromium") return;
        await until(() => readFileSync(log, "utf8").trimEnd().endsWith("]}"));
        const text = readFileSync(log, "utf8");
        const urls = asked(text);
        assert.ok(urls.some((url) => url.startsWith(demo.address("feed"))), "the log is read");
        const beyond = urls.filter((url) => !/^(chrome-extension|chrome|data|blob|about|devtools):/.test(url) &&
          !/(^|\.)localhost$/.test(new URL(url).hostname) &&
          !isMakers(name, url));
        assert.deepEqual([...new Set(beyond)], []);
        assert.ok(!text.includes(NONCE));
      });
    });

    test("the proxy would have heard", async () => {
      proxy.heard.length = 0;
      const browser = await launchExtension(name, { proxy: proxy.port });
      const page = await browser.newPage();
      await page.goto("http://outside.invalid/there").catch(() => {});
      await browser.close();
      assert.ok(proxy.of(name).includes("http://outside.invalid/there"),
        JSON.stringify(proxy.heard));
    });

    test("every part tries by every way, and a listener hears nothing", async () => {
      const ear = await listener();
      const folders = await build("ways", { nowhere: ear.url });
      const page = await openOurs(name, { folder: ofBrowser(folders, name) });
      try {
        await page.go("check.html");
        await page.click("#try");
        await page.has("#outcome", "tries:");
        const outcome = await page.text("#outcome");
        assert.match(outcome, /^(64|48) tries: \d+ refused, \d+ not there, 0 got out\./);
        assert.doesNotMatch(outcome, /no answer/);
        assert.deepEqual(ear.calls, []);
        // The same, on a page that has no policy, is heard.
        await page.go(`${ear.url}/itself`);
        ear.calls.length = 0;
        const ways = readFileSync(join(ofBrowser(folders, name), "ways-here.js"), "utf8");
        await page.run(`${ways}; window.earshotWays = globalThis.earshotWays;`);
        const outcomes = await page.evaluate(() => window.earshotWays.tryAll());
        const heard = new Set(ear.calls.map((call) => call.split("?")[0]));
        assert.ok(heard.size >= 9, `${heard.size} heard: ${[...heard]}`);
        assert.ok(Object.values(outcomes).filter((one) => one === "got out").length >= 7,
          JSON.stringify(outcomes));
      } finally {
        await page.close();
        await ear.close();
      }
    });

    test("with the names poisoned, a whole visit touches none of them", async () => {
      const folders = await build("poisoned");
      const folder = ofBrowser(folders, name);
      poison(folder);
      const page = await openOurs(name, { folder });
      try {
        const touched = [];
        await visit(page, demo.address, async () => {
          touched.push(...await poisoned(page));
        });
        await page.open("options.html");
        touched.push(...await poisoned(page));
        assert.deepEqual(touched, []);
      } finally {
        await page.close();
      }
    });

    test("the poison would have told", async () => {
      const folders = await build("seeded");
      const folder = ofBrowser(folders, name);
      poison(folder, {
        "content.js": "addEventListener('focusin', () => { try { navigator.sendBeacon('x'); } catch {} });",
        "background.js": "try { new WebSocket('ws://x.invalid'); } catch {}",
      });
      const page = await openOurs(name, { folder });
      try {
        await page.go(demo.address("feed"));
        await page.evaluate(() => document.querySelector("#field").focus());
        assert.deepEqual(await poisoned(page), ["sendBeacon"]);
        await page.open("options.html");
        assert.deepEqual(await poisoned(page), ["WebSocket"]);
      } finally {
        await page.close();
      }
    });
  });
}
