/* Fields in frames: a frame of the page's own lends the card the room around it,
   a frame of somebody else keeps it; and one field at a time has a light. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chord } from "./editors/driver.mjs";
import { cardFrame, eventually, launchExtension, press, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<style>body { margin: 6px; font: 16px/1.4 sans-serif; } iframe { display: block; margin: 8px 0; }
  textarea { width: 400px; height: 34px; box-sizing: border-box; }</style>${body}</html>`;
const FIELD = page('<textarea id="field" aria-label="Words"></textarea>');
const framed = (id, src) =>
  `<iframe id="${id}" title="${id}" src="${src}" width="420" height="60"></iframe>`;
const TYPED = "My neighbour’s cousin is fourteen, in Thornwick. Ok.";
const SOFT = "My neighbour’s cousin is a teenager, locally. Ok.";

/** How many lights and cards there are in all frames of a tab, and how many
    elements for them. */
const shown = async (tab) => {
  const counts = await Promise.all(tab.frames().map((frame) => frame.evaluate(() => {
    const roots = [...document.querySelectorAll("[data-earshot]")]
      .map(({ shadowRoot }) => shadowRoot);
    const count = (selector) => roots.filter((root) =>
      root.querySelector(selector)?.checkVisibility()).length;
    return [count(".light"), count(".float"), roots.length];
  })));
  return [0, 1, 2].map((n) => counts.reduce((sum, one) => sum + one[n], 0));
};

for (const name of BROWSERS) {
  describe(`frames in ${name}`, () => {
    let browser;
    let sites;
    let tab;
    before(async () => {
      const theirs = await serve({ "/field": FIELD });
      const ours = await serve({ "/field": FIELD, "/": page(`<textarea id="field" aria-label="A post">
        </textarea>${framed("ours", "/field")}${framed("theirs", theirs.other("/field"))}`),
        "/between": page(framed("inner", "/field")), "/nested": page(`<p>A page.</p>${framed("outer", "/between")}`) });
      sites = [ours, theirs];
      browser = await launchExtension(name);
    });
    after(async () => {
      await browser?.close();
      for (const site of sites ?? []) await site.close();
    });

    async function open(path = "/") {
      await tab?.close();
      tab = await browser.newPage();
      await tab.bringToFront();
      await tab.setViewport({ width: 800, height: 700 });
      await tab.goto(sites[0].url(path));
    }

    /** In a frame, in one within it, or in the page itself. */
    async function write(...ids) {
      let frame = tab.mainFrame();
      for (const id of ids) {
        frame = await (await frame.waitForSelector(`#${id}`)).contentFrame();
      }
      await frame.waitForSelector("#field");
      await frame.click("#field");
      await tab.keyboard.type(TYPED);
      await eventually(() => seen(frame), (now) => now?.light === "some" && now.card);
      return frame;
    }
    /** What in the page has the focus: its id, or that it is ours. */
    const focused = () => tab.evaluate(() => "earshot" in document.activeElement.dataset
      ? "ours" : document.activeElement.id);
    const value = (frame) => frame.$eval("#field", (field) => field.value);

    for (const [path, ...ids] of [["/", "ours"], ["/nested", "outer", "inner"]]) {
      test(`${ids.length} small frames of the page's own: the whole card, clear of the field`, async () => {
        await open(path);
        const frame = await write(...ids);
        assert.equal(await cardFrame(frame), tab.mainFrame());
        await eventually(() => tab.evaluate((all) => {
          const { shadowRoot } = [...document.querySelectorAll("[data-earshot]")]
            .find((one) => one.shadowRoot.querySelector(".float"));
          const card = shadowRoot.querySelector(".float").getBoundingClientRect();
          let [right, bottom, at] = [0, 0, document];
          for (const id of all) {
            const { left, top } = at.querySelector(`#${id}`).getBoundingClientRect();
            [right, bottom, at] = [right + left, bottom + top, at.querySelector(`#${id}`).contentDocument];
          }
          const field = at.querySelector("#field").getBoundingClientRect();
          return { apart: card.top >= bottom + field.bottom || card.left >= right + field.right,
            inside: card.left > 0 && card.top > 0 && card.right < innerWidth &&
              card.bottom < innerHeight, large: card.height > 200 };
        }, ids), ({ apart, inside, large }) => apart && inside && large);
        await press(frame, "Soften 2 details");
        await press(frame, "Soften these");
        await eventually(() => value(frame), (words) => words === SOFT);
        await press(frame, "Undo");
        await eventually(() => value(frame), (words) => words === TYPED);
        await eventually(() => seen(frame), ({ note }) => /^Your own words/.test(note));
        // There and back by keyboard, through all documents.
        await chord(tab, "Alt", "Shift", "e");
        // With what else there was, should it never be so.
        await eventually(async () => [await focused(), await seen(frame),
          await frame.evaluate(() => [document.hasFocus(), document.activeElement.id])],
        ([where]) => where === "ours");
        await tab.keyboard.press("Escape");
        await eventually(focused, (id) => id === ids[0]);
        const at = await frame.$eval("#field", (field) => field.selectionStart);
        await tab.keyboard.type("!");
        await eventually(() => value(frame),
          (words) => words === `${TYPED.slice(0, at)}!${TYPED.slice(at)}`);
      });
    }

    test("a frame that is taken away leaves nothing on the page", async () => {
      await open();
      await write("ours");
      assert.deepEqual(await shown(tab), [1, 1, 2]);
      await tab.evaluate(() => document.querySelector("#ours").remove());
      await eventually(() => shown(tab), (all) => all.join() === "0,0,0");
    });

    test("a small frame of somebody else: one line, and the whole card when asked", async () => {
      await open();
      const frame = await write("theirs");
      assert.equal(await cardFrame(frame), frame);
      assert.deepEqual(await shown(tab), [1, 1, 1]);
      const there = (words) => frame.evaluate((wanted) => {
        const { shadowRoot } = document.querySelector("[data-earshot]");
        const found = [...shadowRoot.querySelectorAll(".float :is(button, summary)")]
          .find((one) => one.textContent === wanted);
        return found.checkVisibility();
      }, words);
      await eventually(() => there("More"), Boolean);
      assert.equal(await there("Show me"), false);
      await press(frame, "More");
      await eventually(() => there("Show me"), Boolean);
      await press(frame, "Soften 2 details");
      await press(frame, "Soften these");
      await eventually(() => value(frame), (words) => words === SOFT);
    });

    test("one field at a time, in all frames; coming back finds the card again", async () => {
      await open();
      for (const ids of [[], ["ours"], ["theirs"], ["ours"], []]) {
        const frame = await write(...ids);
        await eventually(() => shown(tab), ([lights, cards]) => lights === 1 && cards === 1);
        await frame.$eval("#field", (field) => { field.value = ""; });
      }
    });
  });
}
