/* The switches, and "use here": what is chosen in one tab holds at once in the
   others, whatever is written there. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildExtension } from "../../web/extension/build.mjs";
import { NOTICES, SCRATCH, WASM } from "../web/files.mjs";
import { eventually, marked, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";
import { openOurs } from "./ours.mjs";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<div id="field" contenteditable role="textbox" aria-label="Your post" style="min-height: 60px"></div></html>`;
const HERE = "http://localhost/*";

for (const name of BROWSERS) {
  describe(`switches in ${name}`, () => {
    let ours;
    let site;
    before(async () => {
      site = await serve({ "/": PAGE });
      const folders = await buildExtension({ wasm: WASM, test: true, version: "0.0.1",
        pack: new URL("pack", import.meta.url).pathname, notices: NOTICES,
        local: ["http://127.0.0.1/*"], out: join(SCRATCH, `extension-switches-${process.pid}`) });
      ours = await openOurs(name, { folder: folders.find((one) => one.endsWith(name)) });
    });
    after(async () => {
      await ours?.close();
      await site?.close();
    });

    const light = (wanted) => eventually(() => seen(ours), (now) => (now?.light ?? null) === wanted);
    const marks = (count) => eventually(() => marked(ours), (all) => all.length === count);
    /** In the popup, as it stands beside the page that is written on. */
    async function inPopup(does, ...given) {
      await ours.tab(1);
      await ours.open("popup.html");
      const tab = await ours.evaluate(async () => {
        const { tabs } = globalThis.browser ?? globalThis.chrome;
        const asked = (await tabs.query({})).map(({ id }) =>
          tabs.sendMessage(id, { tell: "status" }).then(() => id, () => null));
        return (await Promise.all(asked)).find((id) => id !== null) ?? "";
      });
      await ours.open(`popup.html?tab=${tab}`);
      await ours.evaluate(does, ...given);
    }
    const choose = (value) => inPopup((wanted) =>
      document.querySelector(`#off [value="${wanted}"]`).click(), value);
    async function write(address) {
      await ours.tab(0);
      await ours.go(address);
      await ours.evaluate(() => document.querySelector("#field").focus());
      await light("empty");
      await ours.type("A red lantern. ");
      await marks(1);
    }

    for (const [value, shows] of [["site", "off"], ["now", "off"], ["everywhere", null]]) {
      test(`off (${value}) holds at once in a page that is open, and so does on`, async () => {
        await write(site.url());
        await ours.stopBackground();
        await choose(value);
        await ours.tab(0);
        await light(shows);
        await marks(0);
        await ours.type("A mysterious stranger. ");
        if (shows) assert.match((await seen(ours)).line, /Nothing here is checked/);
        await choose("on");
        await ours.tab(0);
        await light("some");
        await marks(2);
      });
    }

    /** What the popup's button asks the browser for, once the person says yes. */
    async function grant() {
      if (name === "firefox") {
        await ours.privileged(`const { ExtensionPermissions } = ChromeUtils.importESModule(
            "resource://gre/modules/ExtensionPermissions.sys.mjs");
          return ExtensionPermissions.add(extension.id,
            { permissions: [], origins: ["${HERE}"] }, extension);`);
        return;
      }
      await ours.tab(1);
      await ours.go("popup.html");
      const { host } = new URL(await ours.evaluate(() => location.href));
      const settings = await ours.browser.newPage();
      await settings.goto("chrome://extensions");
      await settings.evaluate((id, pattern) =>
        globalThis.chrome.developerPrivate.addHostPermission(id, pattern), host, HERE);
      await settings.close();
      assert.equal(await ours.evaluate((pattern) =>
        globalThis.chrome.permissions.request({ origins: [pattern] }), HERE), true);
    }
    const leave = () => inPopup((pattern) =>
      (globalThis.browser ?? globalThis.chrome).permissions.remove({ origins: [pattern] }), HERE);

    test("“use here” starts in a page that is open, and leaves it at once", async () => {
      await ours.tab(0);
      await ours.go(site.other());
      await ours.evaluate(() => document.querySelector("#field").focus());
      await ours.type("A red lantern. ");
      assert.equal(await seen(ours), null);
      for (const turn of ["first", "again"]) {
        await grant();
        await ours.tab(0);
        await ours.evaluate(() => document.querySelector("#field").focus());
        await light("some");
        await marks(1);
        assert.equal(await ours.evaluate(() =>
          document.querySelectorAll("[data-earshot]").length), 1, turn);
        await leave();
        await ours.tab(0);
        await marks(0);
        await light(null);
      }
      await ours.type("A mysterious stranger. ");
      assert.equal(await seen(ours), null);
    });
  });
}
