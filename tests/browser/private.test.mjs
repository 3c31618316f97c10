/* Private windows remember nothing: what is answered, chosen or changed there is
   in memory, and gone with the last of them. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventually, marked, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";
import { openOurs } from "./ours.mjs";

const FIELD = `<!doctype html><meta charset="utf-8"><title>A place to write</title>
  <textarea id="field" rows="5" cols="40" aria-label="Your post"></textarea>`;
const PLAIN = 0;
const SECRET = 1;

/** What is kept, as the browser has it: on disk, and in memory. */
const kept = (page) => page.evaluate(async () => {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  return { disk: await storage.local.get(null),
    memory: Object.keys(await storage.session.get(null)).sort() };
});

for (const name of BROWSERS) {
  describe(`a private window in ${name}`, () => {
    let page;
    let site;
    before(async () => {
      site = await serve({ "/": FIELD });
      page = await openOurs(name);
      await page.secret(SECRET);
    });
    after(async () => {
      await page?.close();
      await site?.close();
    });

    const outside = async () => {
      await page.tab(PLAIN);
      await page.open("options.html");
      return kept(page);
    };
    const write = async (words) => {
      await page.go(site.url());
      await page.evaluate(() => document.querySelector("#field").focus());
      await eventually(() => seen(page), (now) => now?.light === "empty");
      await page.type(words);
    };

    test("is read along in, once the person has allowed it there", async () => {
      await page.tab(SECRET);
      await write("A red lantern, a mysterious stranger. ");
      await eventually(() => marked(page), (all) => all.length === 2);
    });

    test("an answer holds there, and is not on disk", async () => {
      await page.chord("Alt", "Shift", "e");
      await eventually(() => seen(page), (now) => now.card !== null);
      await page.evaluate(() => [...document.querySelector("[data-earshot]")
        .shadowRoot.querySelectorAll(".float button")]
        .find(({ textContent }) => textContent === "Keep it").click());
      await page.press("Escape");
      await eventually(() => marked(page), (all) => all.length === 1);
      await write("A red lantern, a mysterious stranger. ");
      await eventually(() => marked(page), (all) => all.length === 1);
      const { disk, memory } = await outside();
      assert.deepEqual(disk, {});
      assert.deepEqual(memory, ["private:answers", "private:secret"]);
    });

    test("a plain window knows nothing of it", async () => {
      await page.tab(PLAIN);
      await write("A red lantern, a mysterious stranger. ");
      await eventually(() => marked(page), (all) => all.length === 2);
    });

    if (name === "firefox") {
      // Chromium opens pages of ours in plain windows only.
      test("options that are changed there are forgotten too, and say so", async () => {
        await page.tab(SECRET);
        await page.open("options.html");
        assert.equal(await page.evaluate(() =>
          document.querySelector("#in-private").hidden), false);
        await page.choose('[aria-label="Choose plain words"]', "muted");
        await page.has("#said", "Choose plain words: says nothing.");
        const { disk, memory } = await outside();
        assert.deepEqual(Object.keys(disk), ["secret"]);
        assert.ok(memory.includes("private:muted"), `${memory}`);
        assert.equal(await page.evaluate(() =>
          document.querySelector("#in-private").hidden), true);
      });
    }

    test("with the last private window, all of it is gone", async () => {
      await page.tab(SECRET);
      await page.shut();
      await page.tab(PLAIN);
      await page.open("options.html");
      const { disk } = await eventually(() => kept(page),
        ({ memory }) => memory.length === 0);
      assert.deepEqual(Object.keys(disk), ["secret"]);
    });
  });
}
