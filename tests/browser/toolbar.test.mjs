/* The toolbar's button, really pressed: what the browser tells for that press,
   and the way from its popup to the reminder. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";
import { openOurs } from "./ours.mjs";

const PAGE = `<!doctype html><html lang="en"><title>x</title>
  <textarea id="field" aria-label="Your post"></textarea></html>`;

for (const name of BROWSERS) {
  describe(`the toolbar's button in ${name}`, () => {
    let page;
    let site;
    before(async () => {
      site = await serve({ "/": PAGE });
      page = await openOurs(name);
    });
    after(async () => {
      await page?.close();
      await site?.close();
    });

    test("it tells what is seen on this page, and leads to the reminder", async () => {
      await page.go(site.url());
      await page.evaluate(() => document.querySelector("#field").focus());
      await page.type("A red lantern, and so on. ");
      await eventually(() => page.evaluate(() => document.querySelector("[data-earshot]")
        ?.shadowRoot.querySelector(".light").title), (line) => /^1 reminder/.test(line));
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
