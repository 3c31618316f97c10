/* The toolbar's button, really pressed: what the browser tells for that press,
   and the way from its popup to the reminder. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildExtension } from "../../web/extension/build.mjs";
import { NOTICES, SCRATCH, WASM } from "../web/files.mjs";
import { eventually, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";
import { openOurs } from "./ours.mjs";

const PAGE = `<!doctype html><html lang="en"><title>x</title>
  <textarea id="field" aria-label="Your post"></textarea></html>`;

/** A build whose engine takes its time, so that one can press meanwhile. */
async function build() {
  const folders = await buildExtension({ wasm: WASM, test: true, version: "0.0.1",
    pack: new URL("pack", import.meta.url).pathname, notices: NOTICES,
    out: join(SCRATCH, `extension-toolbar-${process.pid}`) });
  for (const folder of folders) {
    const path = join(folder, "engine.js");
    writeFileSync(path, `{
      const [post, later] = [postMessage.bind(globalThis), setTimeout];
      globalThis.postMessage = (...given) => later(() => post(...given), 1500);
    }\n${readFileSync(path, "utf8")}`);
  }
  return folders;
}

for (const name of BROWSERS) {
  describe(`the toolbar's button in ${name}`, () => {
    let page;
    let site;
    before(async () => {
      site = await serve({ "/": PAGE });
      page = await openOurs(name,
        { folder: (await build()).find((one) => one.endsWith(name)) });
    });
    after(async () => {
      await page?.close();
      await site?.close();
    });

    test("it tells what is seen on this page, pressed while that is read, and leads to the reminder", async () => {
      await page.go(site.url());
      await page.evaluate(() => document.querySelector("#field").focus());
      await page.type("A red lantern, and so on. ");
      await eventually(() => page.evaluate(() => document.querySelector("[data-earshot]")
        ?.shadowRoot.querySelector(".light").dataset.light), (light) => light === "checking");
      const popup = await page.toolbar();
      await eventually(popup.text, (words) =>
        /127\.0\.0\.1\s+1 reminder for you\.\s+(words)?Hold the lantern/.test(words));
      await popup.click("#go");
      await page.until(() => document.hasFocus() &&
        document.activeElement.hasAttribute("data-earshot"));
      await page.press("Escape");
      await page.type("Back");
      assert.match(await page.evaluate(() => document.querySelector("#field").value), /Back$/);
    });

    test("on another site it is told the address, and offers to be used there", async () => {
      await page.go(site.url().replace("127.0.0.1", "elsewhere.localhost"));
      const popup = await page.toolbar();
      await eventually(popup.text, (all) => all.includes("not on this site") &&
        all.includes("Use Earshot on elsewhere.localhost"));
    });
  });
}
