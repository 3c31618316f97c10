/* How the teaching pages look and are used: axe, by keyboard alone, narrow and
   on a projector, long words, right to left, on paper. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { AXE, BROWSERS, launch, open, testPage, textOf, waitText } from "./harness.mjs";

const LANTERN = "teach/situation/stage/lantern";
const VIEWS = ["teach", LANTERN, "teach/situation/stage/right-to-left",
  "teach/situation/stage/long-words", "teach/rooms", "teach/placement", "teach/talk",
  "teach/guide/stage/lantern", "teach/present/stage/lantern",
  "teach/present/stage/long-words"];

const go = async (page, hash) => {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForFunction((to) => decodeURIComponent(location.hash) === `#${to}` &&
    !document.getElementById("teach-view").hidden &&
    document.getElementById("teach-title"), {}, hash);
};

/** All that is folded, opened, and what Earshot says, asked for. */
const unfold = async (page) => {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("#teach-view details")) one.open = true;
    document.querySelector(".talk-first:not([hidden]) button")?.click();
  });
  await page.waitForFunction(() => {
    const light = document.querySelector("#teach-view .state")?.dataset.light;
    return light !== "checking";
  });
};

const axe = (page) => page.evaluate(async () => {
  const { violations, passes } = await window.axe.run(document);
  return {
    passes: passes.length,
    found: violations.map(({ id, nodes }) =>
      `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`),
  };
});

for (const name of BROWSERS) {
  describe(`teaching, the look of it, in ${name}`, () => {
    let browser;
    let file;
    before(async () => {
      file = await testPage();
      browser = await launch(name);
    });
    after(() => browser?.close());

    for (const dark of [false, true]) {
      test(`axe finds nothing, ${dark ? "dark" : "light"}`, async () => {
        const own = await launch(name, { dark });
        try {
          const page = await open(own, file);
          if (name === "chromium") {
            await page.emulateMediaFeatures(
              [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
          }
          await page.evaluate(AXE);
          for (const view of VIEWS) {
            await go(page, view);
            await unfold(page);
            const { passes, found } = await axe(page);
            assert.ok(passes > 5, `${view}: ${passes} rules looked at`);
            assert.deepEqual(found, [], view);
          }
          // And it would have found something.
          await go(page, "teach");
          await page.evaluate(() => {
            document.querySelector("#teach-view").append(document.createElement("button"));
          });
          assert.match((await axe(page)).found.join(), /button-name/);
        } finally {
          await own.close();
        }
      });
    }

    for (const [width, height] of [[320, 640], [1024, 768], [1920, 1080]]) {
      test(`${width} × ${height}: nothing to scroll sideways`, async () => {
        const page = await open(browser, file, { width, height });
        for (const view of VIEWS) {
          await go(page, view);
          await unfold(page);
          const steps = view.includes("/present/") ? 9 : 1;
          for (let n = 0; n < steps; n += 1) {
            const wide = await page.evaluate(() => [document.documentElement,
              document.querySelector(".stage")].filter(Boolean)
              .map((one) => one.scrollWidth - one.clientWidth));
            assert.deepEqual(wide.filter((over) => over > 0), [], `${view}, step ${n + 1}`);
            if (steps > 1) await page.keyboard.press("PageDown");
          }
        }
        await page.close();
      });
    }

    test("right to left stays right to left", async () => {
      const page = await open(browser, file, { hash: "#teach/situation/stage/right-to-left" });
      const sides = await page.$$eval(".situation .story > p, .situation .draft, .questions li p", (all) =>
        all.map((one) => getComputedStyle(one).direction));
      assert.ok(sides.length >= 3);
      assert.deepEqual([...new Set(sides)], ["rtl"]);
      await unfold(page);
      await waitText(page, ".situation .panel", /Hold the lantern/);
      // The mark lies on its words: the mirror must turn as the field does.
      assert.equal(await page.$eval(".situation .mirror", (one) =>
        getComputedStyle(one).direction), "rtl");
      await page.close();
    });

    test("by keyboard alone: pick, ask, answer, rewrite, compare, present, leave", async () => {
      const page = await open(browser, file, { hash: "#teach" });
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
      const tabTo = async (pattern, key = "Tab") => {
        for (let n = 0; n < 80; n += 1) {
          await page.keyboard.press(key);
          const seen = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ??
            document.activeElement?.textContent ?? "");
          if (pattern.test(seen)) return;
        }
        assert.fail(`Tab never came to ${pattern}, it is at ${await focused()}`);
      };
      await tabTo(/The lantern at the door/);
      await page.keyboard.press("Enter");
      await waitText(page, "#teach-title", /^The lantern at the door$/);
      await tabTo(/^The post, to write again$/);
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type("I perambulate home.");
      await waitText(page, ".situation .state", /^1 reminder/);
      await page.keyboard.down("Control");
      await page.keyboard.press("Enter");
      await page.keyboard.up("Control");
      assert.match(await focused(), /grand word|Say it plainly|perambulate/i);
      await page.keyboard.press("Escape");
      await tabTo(/^What we think: Who waved\?$/);
      await page.keyboard.type("Nobody we know.");
      await tabTo(/^Compare before and after$/);
      await page.keyboard.press("Enter");
      await waitText(page, ".fold-section .pair", /After.*perambulate/s);
      await tabTo(/^Present it$/);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.documentElement.dataset.presenting === "yes");
      await page.keyboard.press("ArrowRight");
      assert.equal(await textOf(page, ".step-count"), "2 of 10");
      await page.keyboard.press("Escape");
      await waitText(page, "#teach-title", /^The lantern at the door$/);
      await page.close();
    });

    test("on paper: the handout, with room to write; the sheet, with notes", async () => {
      const page = await open(browser, file, { hash: `#${LANTERN}` });
      const paper = () => textOf(page, ".sheet-of-paper");
      const handout = await paper();
      for (const words of ["Handout · Night walks", "I saw a red lantern tonight.", "Who waved?"]) {
        assert.ok(handout.includes(words), words);
      }
      assert.ok(!/Read it aloud|Leave the lantern/.test(handout));
      assert.ok((await page.$$(".sheet-of-paper .rule")).length >= 9);
      await page.evaluate(() => { window.print = () => {}; });
      await page.evaluate(() => [...document.querySelectorAll("button")]
        .find((one) => one.textContent === "Print the facilitator’s sheet").click());
      const sheet = await paper();
      for (const words of ["Facilitator’s sheet", "0–5′", "Read it aloud.", "Leave the lantern out."]) {
        assert.ok(sheet.includes(words), words);
      }
      await page.evaluate(() => { dispatchEvent(new Event("afterprint")); });
      assert.match(await paper(), /^Handout/);
      if (name === "chromium") {
        await page.emulateMediaType("print");
        const seen = await page.evaluate(() => [".sheet-of-paper", ".situation .columns",
          ".teach-nav", ".top", ".group-bar", ".foot"].map((one) =>
          document.querySelector(one).checkVisibility()));
        assert.deepEqual(seen, [true, false, false, false, false, false]);
        await page.emulateMediaType(null);
      }
      const pdf = Buffer.from(await page.pdf({ format: "A4" }));
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
      if (name === "chromium") {
        assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1, "one page");
      }
      await page.close();
    });
  });
}
