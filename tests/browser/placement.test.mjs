/* Before first placement: three piles, a plan, and only what is chosen shared. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, launch, open, realPage, textOf, waitText } from "./harness.mjs";

const POSTS = "12/05/2017 Festival, mud up to my knees and cider for breakfast\n\n" +
  "Gym every Tuesday at six, then home to Larkfield Road if anyone wants to join\n\n" +
  "Another no-show. Junkies never change.";
const fill = (page, selector, text) => page.$eval(selector, (field, words) => {
  field.value = words;
  field.dispatchEvent(new Event("input"));
}, text);
const pile = (page, name) => textOf(page, `.pile[data-pile="${name}"]`);

for (const name of BROWSERS) {
  describe(`before first placement in ${name}`, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch(name);
      page = await open(browser, realPage(), { hash: "#teach/placement" });
    });
    after(() => browser?.close());

    test("pasted posts come to three piles, the good one first", async () => {
      await fill(page, "#own-posts", POSTS);
      await waitText(page, ".what", /1 to keep and enjoy; 1 to tidy or lock; 1 to talk over\./);
      assert.deepEqual(await page.$$eval(".pile", (all) => all.map((one) => one.dataset.pile)),
        ["keep", "tidy", "talk"]);
      assert.match(await pile(page, "keep"), /Festival, mud.*About \d+ years ago/);
      assert.match(await pile(page, "tidy"), /Larkfield Road.*Someone could guess.*You could: /);
      assert.match(await pile(page, "talk"), /might wonder if you find them funny/);
      assert.match(await textOf(page, ".first-things"), /First: you.*101, or 999/);
    });

    test("what is ticked comes along, and can be moved", async () => {
      await page.evaluate(() => {
        const [tick] = [...document.querySelectorAll(".ticks label")]
          .filter((one) => one.textContent.startsWith("Kindness"));
        tick.querySelector("input").click();
      });
      await waitText(page, ".what", /2 to keep and enjoy/);
      await page.evaluate(() => {
        const select = document.querySelector('.pile[data-pile="talk"] select');
        select.value = "tidy";
        select.dispatchEvent(new Event("change"));
      });
      await waitText(page, ".what", /2 to keep and enjoy; 2 to tidy or lock\./);
      assert.match(await pile(page, "tidy"), /never change/);
    });

    test("an educator would see only what is chosen", async () => {
      assert.match(await textOf(page, ".shared"), /^Nothing\./);
      await fill(page, ".planned:nth-of-type(1) textarea", "I will look at my old posts.");
      await page.evaluate(() => document.querySelector('.pile[data-pile="keep"] .found input').click());
      await page.evaluate(() => document.querySelector(".planned input").click());
      const shared = await textOf(page, ".shared");
      assert.match(shared, /Festival, mud.*I will look at my old posts\./);
      assert.doesNotMatch(shared, /Larkfield|never change|tidy|talk over|\d of/i);
    });

    test("moving about loses nothing; closing is asked about until it is saved", async () => {
      await page.evaluate(() => { location.hash = "teach/rooms"; });
      await page.waitForSelector("#room-draft");
      await page.evaluate(() => { location.hash = "teach/placement"; });
      await page.waitForSelector("#own-posts");
      assert.equal(await page.$eval("#own-posts", (field) => field.value), POSTS);
      const asks = () => page.evaluate(() =>
        !dispatchEvent(new Event("beforeunload", { cancelable: true })));
      assert.equal(await asks(), true);
      await page.evaluate(() => {
        HTMLAnchorElement.prototype.click = () => {};
        [...document.querySelectorAll("button")].find((one) =>
          one.textContent === "Save it all, for me").click();
      });
      assert.equal(await asks(), false);
    });

    test("no score, no red, no tick of approval", async () => {
      const text = await textOf(page, ".placement");
      assert.doesNotMatch(text, /\b(score|grade|points|out of|%|risk|violation|breach|misconduct|safe)\b/i);
      assert.doesNotMatch(text, /[✓✔✅❌]/u);
      const colours = await page.$$eval(".placement *", (all) => all.flatMap((one) => {
        const style = getComputedStyle(one);
        return [style.color, style.backgroundColor, style.borderTopColor];
      }));
      const red = [...new Set(colours)].filter((colour) => {
        const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
        return a > 0 && r > 170 && g < 70 && b < 70;
      });
      assert.deepEqual(red, []);
      assert.deepEqual(page.faults, []);
    });
  });
}
