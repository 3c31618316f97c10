/* The teaching pages in the extension's own tab: the same code, its own engine. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { AXE, BROWSERS } from "./harness.mjs";
import { openOurs } from "./ours.mjs";

for (const name of BROWSERS) {
  describe(`teaching in a tab of the extension in ${name}`, () => {
    let page;
    before(async () => {
      page = await openOurs(name);
      await page.open("teach.html");
    });
    after(() => page?.close());
    const go = (hash) => page.evaluate((to) => { window.location.hash = to; }, hash);

    test("the fifteen situations are there", async () => {
      const count = await page.evaluate(() => document.querySelectorAll(".situation-card").length);
      assert.equal(count, 15);
    });

    test("a situation is written again with the reminders beside", async () => {
      await go("teach/situation/scenarios/strong-view");
      await page.has("#teach-title", "A strong view");
      await page.evaluate(() => {
        const draft = document.querySelector(".situation .draft");
        draft.value = "I saw a red lantern tonight.";
        draft.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
      });
      await page.has(".situation .panel", "Hold the lantern");
      await page.has(".group-bar", "Not saved yet");
    });

    test("same words, other room", async () => {
      await go("teach/rooms");
      await page.evaluate(() => {
        const words = document.querySelector("#room-draft");
        words.value = "My neighbour’s cousin turned fourteen.";
        words.dispatchEvent(new Event("input"));
      });
      await page.has(".room", "Let people stay puzzles");
    });

    test("presenting, and out again by a key", async () => {
      await go("teach/present/scenarios/first-visit");
      await page.has(".step-count", "1 of");
      await page.press("ArrowDown");
      await page.has(".step-count", "2 of");
      assert.equal(await page.evaluate(() =>
        document.querySelector(".brand").checkVisibility()), false);
      await page.press("Escape");
      await page.has("#teach-title", "The first home visit");
    });

    test("situations of one's own", async () => {
      await go("own");
      await page.click("#pack-situation");
      await page.has("#pack-outcome", "It has 1 situation");
      await page.has(".preview", "Open it as your group will see it");
      await page.click(".preview a");
      await page.has("#teach-title", "Soup in the park");
    });

    test("axe finds nothing, and nothing was kept or went wrong", async () => {
      await page.run(AXE);
      for (const hash of ["teach", "teach/rooms", "teach/placement", "teach/talk", "own",
        "teach/situation/scenarios/first-visit"]) {
        await go(hash);
        await page.until((to) => decodeURIComponent(window.location.hash) === `#${to}`, hash);
        const { passes, found } = await page.evaluate(async () => {
          const { violations, passes: passed } = await window.axe.run(document);
          return { passes: passed.length, found: violations.map(({ id, nodes }) =>
            `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`) };
        });
        assert.ok(passes > 10, `${hash}: ${passes}`);
        assert.deepEqual(found, [], hash);
      }
      assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
      assert.deepEqual(page.faults, []);
    });
  });
}
