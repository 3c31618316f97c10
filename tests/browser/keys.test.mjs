/* Without a mouse: every deed can be done, and the keyboard is never lost. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  BROWSERS, launch, open, paste, testPage, type, waitText,
} from "./harness.mjs";

const active = (page) => page.evaluate(() => {
  const element = document.activeElement;
  return element.id || element.className || element.localName;
});

async function chord(page, ...keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

for (const name of BROWSERS) {
  describe(`keyboard in ${name}`, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch(name);
      page = await open(browser, await testPage());
    });
    after(() => browser?.close());

    test("the first tab stop skips to the draft", async () => {
      await page.keyboard.press("Tab");
      assert.equal(await active(page), "skip");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement.id === "draft");
      assert.equal(await page.evaluate(
        () => document.querySelector("#check-view").hidden), false);
    });

    test("there and back: Control and Enter, then Escape", async () => {
      await paste(page, "A red lantern. We perambulate.");
      await page.focus("#draft");
      await chord(page, "Control", "Enter");
      assert.equal(await active(page), "card");
      await page.keyboard.press("Escape");
      assert.equal(await active(page), "draft");
      assert.equal(await page.$eval("#draft", (draft) => draft.value),
        "A red lantern. We perambulate.");
    });

    test("a quiet note opens by the same keys", async () => {
      await paste(page, "We perambulate.");
      await page.focus("#draft");
      await chord(page, "Control", "Enter");
      assert.equal(await active(page), "card");
      await waitText(page, ".card h3", /Choose plain words/);
    });

    test("an answer by key brings the keyboard back to the draft", async () => {
      await paste(page, "A red lantern, we perambulate.");
      await page.focus("#draft");
      await chord(page, "Control", "Enter");
      const labels = [];
      for (let i = 0; i < 12 && labels.at(-1) !== "Keep it"; i += 1) {
        await page.keyboard.press("Tab");
        labels.push(await page.evaluate(() => document.activeElement.textContent));
      }
      assert.equal(labels.at(-1), "Keep it", labels.join(", "));
      await page.keyboard.press("Enter");
      assert.equal(await active(page), "draft");
    });

    test("a card does not take the keyboard while somebody types", async () => {
      await paste(page, "");
      await type(page, "The red lantern is here");
      await page.waitForSelector(".card, .row, .undo");
      assert.equal(await active(page), "draft");
      await page.keyboard.type("!");
      assert.match(await page.$eval("#draft", (draft) => draft.value), /here!$/);
    });

    test("each view takes the keyboard to its title", async () => {
      for (const view of ["principles", "pack", "about", "check"]) {
        await page.focus(`#to-${view}`);
        await page.keyboard.press("Enter");
        await page.waitForFunction(
          (id) => document.activeElement.id === id, {}, `${view}-title`);
        assert.equal(await page.$eval(`#to-${view}`, (link) => link.ariaCurrent), "page");
      }
    });
  });
}
