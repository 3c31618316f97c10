/* How it looks: marks on their words, narrow, dark, enlarged, and to those who
   hear it. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { AXE, BROWSERS, launch, open, paste, realPage, testPage } from "./harness.mjs";

const LONG = `${"Well, we walked along the water. ".repeat(40)}\n\n` +
  "👩‍👧 and then, oh\ta red lantern, and a mysterious stranger would perambulate.\n" +
  `${"More of the same here. ".repeat(30)}`;

/** How far the marks are from the words in the field, in CSS pixels. Where the
    browser can measure text in a field it is asked; elsewhere the place a
    click would put the caret must be the mark's edge. */
const misplaced = (page) => page.evaluate(() => {
  const field = document.querySelector("#draft");
  const frame = document.querySelector(".frame");
  const found = [];
  for (const mark of document.querySelectorAll("#mirror mark[data-level]")) {
    mark.scrollIntoView({ block: "center" });
    frame.scrollTop += 3;
    const at = [...document.querySelector("#mirror").childNodes];
    const start = at.slice(0, at.indexOf(mark))
      .reduce((sum, node) => sum + node.textContent.length, 0);
    const rects = mark.getClientRects();
    const drawn = rects[0];
    const end = rects[rects.length - 1];
    if (field.createValueRange) {
      const range = field.createValueRange(start, start + mark.textContent.length);
      const real = range.getClientRects();
      found.push(Math.abs(real[0].left - drawn.left),
        Math.abs(real[0].top - drawn.top),
        Math.abs(real[real.length - 1].right - end.right));
      continue;
    }
    for (const [x, y, offset] of [
      [drawn.left, drawn.top, start],
      [end.right, end.top, start + mark.textContent.length]]) {
      const caret = document.caretPositionFromPoint(x, y + drawn.height / 2);
      if (caret?.offset !== offset) found.push(99);
      // Where a line wraps, one offset has two places; this may be the other.
      const box = caret?.getClientRect();
      const here = box && Math.abs(box.top - y) < drawn.height / 2;
      found.push(here ? Math.abs(box.left - x) : 0);
    }
  }
  return found;
});

for (const name of BROWSERS) {
  describe(`look in ${name}`, () => {
    let browser;
    let file;
    before(async () => {
      file = await testPage();
      browser = await launch(name);
    });
    after(() => browser?.close());

    test("marks lie on their words, scrolled, resized and enlarged", async () => {
      const page = await open(browser, file);
      await paste(page, LONG);
      for (const [width, zoom] of [[1200, 1], [700, 1], [320, 1], [1200, 2], [900, 1.25]]) {
        await page.setViewport({ width, height: 900 });
        await page.evaluate((factor) => {
          document.documentElement.style.fontSize = `${factor * 100}%`;
        }, zoom);
        const off = await misplaced(page);
        assert.ok(off.length >= 6);
        for (const pixels of off) {
          assert.ok(pixels <= 1, `${name} ${width} ×${zoom}: ${off}`);
        }
      }
      await page.close();
    });

    test("typing at the end of a long draft keeps the caret in sight", async () => {
      const page = await open(browser, file);
      await paste(page, LONG);
      await page.evaluate(() => {
        const draft = document.querySelector("#draft");
        draft.focus();
        draft.setSelectionRange(draft.value.length, draft.value.length);
        document.querySelector(".frame").scrollTop = 0;
      });
      await page.keyboard.type(" and on");
      await page.waitForFunction(() => {
        const frame = document.querySelector(".frame");
        return frame.scrollTop + frame.clientHeight > frame.scrollHeight - 60;
      });
      await page.close();
    });

    test("no level is told by colour alone", async () => {
      const page = await open(browser, file);
      await paste(page, "red lantern. My neighbour’s cousin is fourteen. " +
        "perambulate. mysterious stranger.");
      const shapes = await page.$$eval("#mirror mark[data-level]", (all) =>
        all.map((mark) => {
          const style = getComputedStyle(mark);
          return `${style.textDecorationStyle} ${style.textDecorationThickness}`;
        }));
      assert.equal(shapes.length, 4);
      assert.equal(new Set(shapes).size, 4, shapes.join(", "));
      await page.close();
    });

    test("320 pixels wide: nothing to scroll sideways, in any view", async () => {
      const page = await open(browser, realPage(), { width: 320, height: 640 });
      await paste(page, `https://example.org/${"a".repeat(200)} my client, 14`);
      for (const view of ["check", "principles", "pack", "about"]) {
        await page.evaluate((hash) => { location.hash = hash; }, view);
        await page.waitForFunction((id) => !document.getElementById(id).hidden,
          {}, `${view}-view`);
        if (view === "principles") await page.waitForSelector(".file");
        const wide = await page.evaluate(() =>
          document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(wide, 0, view);
      }
      await page.close();
    });

    for (const dark of [false, true]) {
      test(`axe finds nothing, ${dark ? "dark" : "light"}`, async () => {
        const own = await launch(name, { dark });
        try {
          const page = await open(own, file);
          if (name === "chromium") {
            await page.emulateMediaFeatures(
              [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
          }
          const ground = await page.evaluate(() =>
            getComputedStyle(document.documentElement).backgroundColor);
          const [red] = ground.match(/\d+/g).map(Number);
          assert.equal(red < 100, dark, ground);
          await page.evaluate(AXE);
          const look = () => page.evaluate(async () => {
            const { violations, passes } = await window.axe.run(document);
            return {
              passes: passes.length,
              found: violations.map(({ id, nodes }) =>
                `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`),
            };
          });
          await paste(page, "Thank you. We perambulate, a mysterious stranger too.");
          await page.click("#panel > .row");
          await page.$eval(".why", (why) => { why.open = true; });
          await page.$eval(".cheer", (cheer) => { cheer.open = true; });
          for (const view of ["check", "principles", "pack", "about"]) {
            await page.evaluate((hash) => { location.hash = hash; }, view);
            await page.waitForFunction((id) => !document.getElementById(id).hidden,
              {}, `${view}-view`);
            const { passes, found } = await look();
            assert.ok(passes > 10, `${passes} rules looked at`);
            assert.deepEqual(found, [], view);
          }
          // And it would have found something.
          await page.evaluate(() => {
            const button = document.createElement("button");
            document.querySelector("main").append(button);
          });
          assert.match((await look()).found.join(), /button-name/);
        } finally {
          await own.close();
        }
      });
    }

    test("opened without a display of colours of its own it still marks", async () => {
      if (name !== "chromium") return;
      const page = await open(browser, file);
      const session = await page.createCDPSession();
      await session.send("Emulation.setEmulatedMedia",
        { features: [{ name: "forced-colors", value: "active" }] });
      await paste(page, "A red lantern.");
      const mark = await page.$eval("#mirror mark", (element) => {
        const style = getComputedStyle(element);
        return [style.color, style.textDecorationStyle, style.textDecorationColor];
      });
      assert.equal(mark[0], "rgba(0, 0, 0, 0)");
      assert.equal(mark[1], "double");
      assert.notEqual(mark[2], "rgba(0, 0, 0, 0)");
      await page.close();
    });
  });
}
