/* The extension on pages that get in its way. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chord, frameOf, inEditors, openPage } from "./editors/driver.mjs";
import { cardFrame, eventually, marked, seen } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const TYPED = "A red lantern, a mysterious stranger; ok.";
const MARKED = [["mysterious stranger", "ask"], ["red lantern", "hold"]];
const FRAMED = ["same-origin", "srcdoc", "cross-origin"];
const SHADOWS = ["open-shadow", "closed-shadow", "open-shadow-textarea",
  "closed-shadow-textarea"];
const PLAIN = ["textarea", "policy", "trusted-types", "sandbox", "modal",
  "trap", "rtl", "rtl-editable", "scrolled", "transformed", "zoomed"];

const same = (all) => JSON.stringify([...all].sort()) === JSON.stringify(MARKED);

/** Which way the card reads, and in what language. */
function wayOfCard() {
  const card = document.querySelector("[data-earshot]").shadowRoot.querySelector(".float");
  return [getComputedStyle(card).direction, card.closest("[lang]").lang];
}

for (const name of BROWSERS) {
  describe(`the extension on hostile pages, ${name}`, () => {
    const at = inEditors(name);

    /** Opens a page and clicks into its field. */
    async function open(path, framed = false) {
      const page = await openPage(at.browser,
        `${at.server.url}/hostile/${path}?port=${at.server.port}`);
      const frame = framed ? await frameOf(page) : page.mainFrame();
      if (await frame.evaluate(() => Boolean(window.editor?.focus))) {
        const { x, y } = await page.$eval("#outer", (outer) => {
          const { left, top } = outer.getBoundingClientRect();
          return { x: left + 30, y: top + 20 };
        });
        await page.mouse.click(x, y);
      } else {
        await frame.waitForSelector("#field");
        await frame.click("#field");
      }
      return { page, frame };
    }

    const light = (frame, wanted) =>
      eventually(() => seen(frame), (now) => now?.light === wanted);

    for (const path of [...PLAIN, ...SHADOWS, ...FRAMED]) {
      test(`${path}: typed, marked, a card, there and back`, async () => {
        const { page, frame } = await open(path, FRAMED.includes(path));
        await light(frame, "empty");
        await page.keyboard.type(TYPED);
        const now = await light(frame, "some");
        assert.match(now.card, /Hold the lantern/);
        await eventually(() => marked(frame), same);
        if (path.startsWith("rtl")) assert.deepEqual(await page.evaluate(wayOfCard), ["ltr", "en"]);
        await chord(page, "Alt", "Shift", "e");
        const around = await cardFrame(frame);
        await eventually(() => around.evaluate(() =>
          document.activeElement?.hasAttribute("data-earshot")), Boolean);
        await page.keyboard.press("Escape");
        await page.keyboard.type(" More");
        if (path !== "srcdoc" && !path.startsWith("cross")) {
          await frame.waitForFunction((words) =>
            window.editor.text() === words, {}, `${TYPED} More`);
        }
        assert.deepEqual(page.faults, []);
        await page.close();
      });
    }

    test("a page that fights keeps its field, and its marks come back", async () => {
      const { page, frame } = await open("fights");
      await page.keyboard.type(TYPED);
      await eventually(() => marked(frame), same);
      await page.evaluate(() => window.wipe());
      await page.keyboard.type(" ");
      await eventually(() => marked(frame), same);
      await frame.waitForFunction((words) =>
        window.editor.text().trim() === words, {}, TYPED);
      const thrown = await page.evaluate(() => window.thrown);
      assert.ok(thrown > 0 && thrown < 20, `thrown out ${thrown} times`);
      await page.close();
    });

    test("a page that writes itself anew: the new field is read", async () => {
      const { page, frame } = await open("rewrites");
      await page.keyboard.type("A red lantern. ");
      await light(frame, "some");
      await page.evaluate(() => window.rewrite());
      await page.click("#field");
      await light(frame, "some");
      await eventually(() => marked(frame),
        (all) => JSON.stringify(all) === '[["red lantern","hold"]]');
      await page.close();
    });

    for (const path of ["long", "long-textarea"]) {
      test(`${path}: 100,000 characters, and what is read is said`, async () => {
        const { page, frame } = await open(path);
        await page.evaluate(() => window.fill(100000));
        await page.evaluate(() => {
          const field = document.querySelector("#field");
          field.focus();
          if (field.setSelectionRange) field.setSelectionRange(0, 0);
          else getSelection().collapse(field, 0);
        });
        await page.keyboard.type("A red lantern. ");
        await eventually(() => seen(frame),
          (one) => ["some", "part"].includes(one?.light));
        await eventually(() => marked(frame),
          (all) => JSON.stringify(all) === '[["red lantern","hold"]]');
        await page.close();
      });
    }

    test("secrets and what cannot be written in are left alone", async () => {
      const page = await openPage(at.browser, `${at.server.url}/hostile/secret`);
      for (const id of ["field", "code", "card", "fixed"]) {
        await page.focus(`#${id}`);
        await page.keyboard.type("A red lantern. ");
      }
      assert.equal(await seen(page), null);
      await page.close();
    });

    test("what others wrote is never marked", async () => {
      const { page, frame } = await open("textarea");
      await page.evaluate(() => {
        document.body.prepend("Somebody else’s red lantern. ");
      });
      await page.keyboard.type("Nothing much. ");
      await light(frame, "none");
      assert.deepEqual(await marked(frame), []);
      await page.close();
    });
  });
}
