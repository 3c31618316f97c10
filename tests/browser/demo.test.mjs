/* The pages of `make demo`: they can be written on, and keep it to themselves. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PLACES } from "../../web/demo/people.mjs";
import { serveDemo } from "../../web/demo/serve.mjs";
import { eventually, launchExtension, marked } from "./extension.mjs";
import { AXE, BROWSERS } from "./harness.mjs";

for (const name of BROWSERS) {
  describe(`the demonstration in ${name}`, () => {
    let browser;
    let demo;
    before(async () => {
      demo = await serveDemo();
      browser = await launchExtension(name);
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
    });

    for (const place of Object.keys(PLACES)) {
      test(`${place}: written on, marked, posted to the page alone`, async () => {
        const page = await browser.newPage();
        const asked = [];
        page.on("request", (request) => {
          // The empty picture in the page itself is none.
          if (!request.url().startsWith("data:")) asked.push(new URL(request.url()).host);
        });
        await page.goto(demo.address(place));
        await page.click("#field");
        await page.keyboard.type("We saw a red lantern.");
        await eventually(() => marked(page),
          (all) => JSON.stringify(all) === '[["red lantern","hold"]]');
        await page.keyboard.press("Escape");
        await page.$eval("#send", (send) => send.click());
        await eventually(() => page.$eval("#posts", (posts) => posts.innerText),
          (words) => words.includes("We saw a red lantern."));
        await eventually(() => marked(page), (all) => all.length === 0);
        assert.deepEqual([...new Set(asked)], [new URL(demo.address(place)).host]);
        await page.evaluate(AXE);
        const found = await page.evaluate(async () =>
          (await window.axe.run("body")).violations.map(({ id, nodes }) =>
            `${id}: ${nodes[0].html.slice(0, 120)}`));
        assert.deepEqual(found, []);
        await page.close();
      });
    }
  });
}
