/* Nothing is sent: a whole visit with everything that goes beyond this machine
   heard by a proxy, the browser's own log read, and a page that tries. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { serveDemo } from "../../web/demo/serve.mjs";
import { NOWHERE, buildExtension } from "../../web/extension/build.mjs";
import { NOTICES, SCRATCH, WASM } from "../web/files.mjs";
import { eventually } from "./extension.mjs";
import { BROWSERS, listener, until, withFolder } from "./harness.mjs";
import { openOurs } from "./ours.mjs";
import { WITHOUT_GUARDS, poison, poisoned } from "./poison.mjs";
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

/** What the browser's own network log says was asked for, and all of its text. */
async function readLog(name, folder) {
  const files = () => readdirSync(folder).filter((file) => /^net/.test(file));
  const whole = () => files().map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  if (name === "chromium") await until(() => whole().trimEnd().endsWith("]}"));
  const text = whole();
  const found = name === "chromium" ? text.matchAll(/"url":"([^"]+)"/g)
    : text.matchAll(/\buri=(\S+)(?=[^\n]*\n)/g);
  return { text, urls: [...new Set([...found].map(([, url]) => url))] };
}

/** The addresses of a visit: the pages one writes on, each by each; what is of
    this browser; and the tries of "Check for yourself", which are meant to be
    seen being tried. */
const ofVisit = (address) => {
  const pages = ["feed", "group", "blog", "chat"].flatMap((place) =>
    ["", "style.css", "page.js", "favicon.ico"].map((file) => address(place) + file));
  return (url) => pages.includes(url) || /^(data|blob|about):/.test(url) ||
    /^(chrome|moz)-extension:\/\/[\w-]+\/[\w.-]+\.(html|js|css|png)([?#].*)?$/.test(url) ||
    /^(chrome|resource|devtools):\/\//.test(url);
};
const isTry = (url) => url === `${NOWHERE}:443` ||
  new RegExp(`^${NOWHERE}/way-\\d+$`).test(url);

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
        proxy.heard.length = 0;
        const [own] = (await build("whole", { welcome: true }))
          .filter((one) => one.endsWith(name));
        const page = await openOurs(name, { folder: own, proxy: proxy.port,
          log: name === "chromium" ? join(folder, "net.json") : folder });
        // Closed whatever comes: a browser left open keeps the file from ending.
        try {
          await page.welcomed();
          await visit(page, demo.address);
        } finally {
          await page.close();
        }
        // Chromium connects to the host of a frame before it refuses it.
        assert.deepEqual(proxy.of(name).filter((url) =>
          name === "firefox" || !isTry(url)), []);
        const { text, urls } = await readLog(name, folder);
        for (const place of ["feed", "group", "blog", "chat"]) {
          assert.ok(urls.includes(demo.address(place)), `the log is read: ${urls}`);
        }
        const known = ofVisit(demo.address);
        assert.deepEqual(urls.filter((url) =>
          !known(url) && !isTry(url) && !isMakers(name, url)), []);
        for (const words of [text, JSON.stringify(proxy.heard)]) {
          assert.ok(!words.includes(NONCE), "a word of the drafts is in a log");
        }
      });
    });

    test("the proxy and the log would have told", async () => {
      await withFolder(async (folder) => {
        proxy.heard.length = 0;
        const there = `http://outside.invalid/${NONCE}`;
        const page = await openOurs(name, { proxy: proxy.port,
          log: name === "chromium" ? join(folder, "net.json") : folder });
        await page.go(there).catch(() => {});
        await page.close();
        assert.ok(proxy.of(name).includes(there), JSON.stringify(proxy.heard));
        const { text, urls } = await readLog(name, folder);
        assert.ok(urls.includes(there) && text.includes(NONCE), `${urls}`);
        assert.ok(!ofVisit(demo.address)(there) && !isMakers(name, there));
      });
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
      const folders = await build("poisoned", { plugins: [WITHOUT_GUARDS] });
      const folder = ofBrowser(folders, name);
      poison(folder);
      const page = await openOurs(name, { folder });
      try {
        const touched = [];
        await visit(page, demo.address, {
          leaving: async () => { touched.push(...await poisoned(page)); },
          tries: false,
        });
        assert.deepEqual(touched, []);
      } finally {
        await page.close();
      }
    });

    test("the poison would have told, in every part", async () => {
      const folders = await build("seeded", { plugins: [WITHOUT_GUARDS] });
      const folder = ofBrowser(folders, name);
      const quietly = (code) => `try { ${code} } catch {}`;
      poison(folder, {
        "content.js": `addEventListener("focusin", () => {
          ${quietly('navigator.sendBeacon("x")')}
          ${quietly('document.createElement("img").src = "x"')} });`,
        "background.js": quietly('new WebSocket("ws://x.invalid")'),
        "offscreen.js": quietly('new EventSource("http://x.invalid")'),
        "engine.js": quietly('fetch("http://x.invalid")'),
        "options.js": quietly("new RTCPeerConnection()"),
      });
      const page = await openOurs(name, { folder });
      try {
        await page.go(demo.address("feed"));
        await page.evaluate(() => document.querySelector("#field").focus());
        await eventually(() => poisoned(page), (all) => all.length === 2);
        assert.deepEqual(await poisoned(page), ["sendBeacon", "src"]);
        await page.open("options.html");
        const wanted = ["RTCPeerConnection", "WebSocket", "fetch",
          ...(name === "chromium" ? ["EventSource"] : [])].sort();
        const all = await eventually(() => poisoned(page),
          ({ length }) => length >= wanted.length);
        assert.deepEqual(all.sort(), wanted);
      } finally {
        await page.close();
      }
    });
  });
}
