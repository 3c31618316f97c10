/* The extension, in fields as browsers make them: what is typed is read, what
   fits is marked, one card opens, the person answers. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS } from "./harness.mjs";
import {
  eventually, launchExtension, marked, seen, serve,
} from "./extension.mjs";

const PAGE = `<!doctype html><meta charset="utf-8"><title>A place to write</title>
<textarea id="area" rows="6" cols="50"></textarea>
<input id="line" size="50">
<div id="rich" contenteditable style="min-height: 5em"></div>
<input id="secret" type="password"><input id="code" autocomplete="one-time-code">
<input id="find" name="q"><textarea id="done" readonly>A red lantern.</textarea>
<p id="theirs">Somebody else’s red lantern.</p>`;

for (const name of BROWSERS) {
  describe(`writing with the extension in ${name}`, () => {
    let browser;
    let site;
    let page;
    before(async () => {
      site = await serve({ "/": PAGE });
      browser = await launchExtension(name);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });
    const fresh = () => page.goto(site.url());
    const light = (wanted) =>
      eventually(() => seen(page), (now) => now?.light === wanted);

    for (const id of ["area", "line", "rich"]) {
      test(`#${id} is read, marked and remembered`, async () => {
        await fresh();
        await page.click(`#${id}`);
        await light("empty");
        await page.keyboard.type("A red lantern, a mysterious stranger; ok.");
        const now = await light("some");
        assert.equal(now.line, "2 reminders for you.");
        assert.match(now.card, /Hold the lantern/);
        assert.match(now.said, /^2 reminders\. /);
        assert.deepEqual((await marked(page)).sort(),
          [["mysterious stranger", "ask"], ["red lantern", "hold"]]);
      });
    }

    test("what is not for us is left alone", async () => {
      await fresh();
      for (const id of ["secret", "code", "find", "done"]) {
        await page.focus(`#${id}`);
        await page.keyboard.type("A red lantern. ");
      }
      assert.equal(await seen(page), null);
      await page.click("#area");
      await light("empty");
      assert.deepEqual(await marked(page), []);
    });
  });
}
