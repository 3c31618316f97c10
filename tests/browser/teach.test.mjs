/* Teaching with it: situations, rooms, presenting, a group's work. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  BROWSERS, launch, open, realPage, testPage, textOf, until, waitText, withBrowser,
  withFolder,
} from "./harness.mjs";

const go = async (page, hash) => {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForFunction(() =>
    !document.getElementById("teach-view").hidden && document.getElementById("teach-title"));
};
const LANTERN = "teach/situation/stage/lantern";
/** Presses the button with this label. */
const press = (page, label) => page.evaluate((words) => {
  const button = [...document.querySelectorAll("#teach-view button")]
    .find((one) => one.textContent === words && one.checkVisibility());
  if (!button) throw new Error(`no button "${words}"`);
  button.click();
}, label);
const write = (page, selector, text) => page.$eval(selector, (field, words) => {
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}, text);

for (const name of BROWSERS) {
  describe(`teaching in ${name}`, () => {
    let browser;
    let file;
    let page;
    before(async () => {
      file = await testPage();
      browser = await launch(name);
      page = await open(browser, file);
    });
    after(() => browser?.close());

    test("the situations are there to pick, each with where it happens", async () => {
      await go(page, "teach");
      const cards = await page.$$eval(".situation-card", (all) =>
        all.map((one) => one.textContent.replace(/\s+/g, " ")));
      assert.equal(cards.length, 3);
      assert.match(cards[0], /The lantern at the door.*Night walks.*A short post by a student.*20 minutes/);
      await page.click(".situation-card");
      await waitText(page, "#teach-title", /^The lantern at the door$/);
      assert.equal(await page.evaluate(() => document.activeElement.id), "teach-title");
    });

    test("talk first: nothing is marked until somebody asks", async () => {
      await go(page, LANTERN);
      assert.equal(await page.$eval(".situation .draft", (draft) => draft.value),
        "I saw a red lantern tonight.");
      const shown = () => page.evaluate(() => [".situation .panel", ".situation .state-line"]
        .map((one) => document.querySelector(one).checkVisibility()));
      assert.deepEqual(await shown(), [false, false]);
      await press(page, "See what Earshot says");
      await waitText(page, ".situation .panel", /Hold the lantern/);
      assert.deepEqual(await shown(), [true, true]);
    });

    test("rewritten with the checker live, before and after stand side by side", async () => {
      await write(page, ".situation .draft", "I walked home tonight.");
      await waitText(page, ".situation .state", /^Nothing to add\. That is not an approval/);
      await page.evaluate(() => { document.querySelector(".fold-section").open = true; });
      await waitText(page, ".fold-section .pair", /Before.*I saw a red lantern.*1 reminder.*After.*I walked home.*not an approval/s);
      await press(page, "Back to the first draft");
      await waitText(page, ".fold-section .pair", /your words stand here/);
      assert.equal(await page.$eval(".situation .draft", (draft) => draft.value),
        "I saw a red lantern tonight.");
    });

    test("good is folded away until asked for", async () => {
      const folded = await page.$eval(".good", (one) => one.open);
      assert.equal(folded, false);
    });

    test("moving about loses nothing, and nothing is counted", async () => {
      await write(page, ".situation .draft", "Our own words.");
      await write(page, ".questions .notes", "Somebody kind.");
      await go(page, "teach/rooms");
      await go(page, "teach");
      assert.match(await textOf(page, ".situation-card"), /You have written something here/);
      await go(page, LANTERN);
      assert.equal(await page.$eval(".situation .draft", (draft) => draft.value), "Our own words.");
      assert.equal(await page.$eval(".questions .notes", (notes) => notes.value), "Somebody kind.");
      const text = await textOf(page, "#teach-view");
      assert.doesNotMatch(text, /\b(score|points|correct|wrong answer|well done|%)\b/i);
    });

    test("closing with unsaved work is asked about; after saving it is not", async () => {
      const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
      assert.equal(await asks(), true);
      await page.evaluate(() => {
        HTMLAnchorElement.prototype.click = () => {};
      });
      await press(page, "Save our work");
      await waitText(page, ".group-bar", /1 situation written about\. Saved\./);
      assert.equal(await asks(), false);
      await write(page, ".questions .notes", "Somebody kind, and old.");
      assert.equal(await asks(), true);
    });

    test("a saved file opens; one that is broken says where, and the rest opens", async () => {
      await withFolder(async (folder) => {
        const saved = join(folder, "ours.md");
        writeFileSync(saved, "# Our group’s work\n\n## The lantern `stage/lantern`\n\n### Our words\n\n" +
          "> From a file.\n\n### Two.\n\n> lost\n\n## Gone `other/gone`\n\n### 1. Why?\n\n> kept\n");
        const input = await page.$(".group-bar input");
        await input.uploadFile(saved);
        await waitText(page, ".group-bar", /Opened ours\.md: 2 situations\. Some of it could not be read/);
        assert.deepEqual(await page.$$eval(".group-bar .place", (all) => all.map((one) => one.textContent)),
          ["ours.md:9", "ours.md:11"]);
        await go(page, "teach");
        await go(page, LANTERN);
        await page.waitForFunction(() =>
          document.querySelector(".situation .draft").value === "From a file.");
      });
    });

    test("same words, other room: settings side by side, and the pack's own reason", async () => {
      await go(page, "teach/rooms");
      await write(page, "#room-draft", "My neighbour’s cousin turned fourteen.");
      await page.select(".room-head:nth-child(4) select", "open/named/lived/tweet");
      await waitText(page, ".room:nth-child(4)", /Nothing to add\. That is not an approval/);
      assert.match(await textOf(page, ".room:nth-child(1)"), /Let people stay puzzles/);
      assert.equal((await page.$$(".room")).length, 4);
      assert.match(await textOf(page, ".reasons"), /Somebody with a story of their own: this stays quiet lived: off/);
      await write(page, "#room-draft", "Rain.");
      await waitText(page, ".reasons", /Nothing is said about these words in any of the rooms/);
    });

    test("a room can be changed facet by facet, left, and another added", async () => {
      await write(page, "#room-draft", "My neighbour’s cousin turned fourteen.");
      await page.evaluate(() => {
        document.querySelector(".room-head details").open = true;
        const [, , role] = document.querySelectorAll(".room-head details select");
        role.value = "lived";
        role.dispatchEvent(new Event("change"));
      });
      await waitText(page, ".room:nth-child(1)", /Nothing to add/);
      await press(page, "Leave this room");
      await page.waitForFunction(() => document.querySelectorAll(".room").length === 3);
      await press(page, "One more room");
      await page.waitForFunction(() => document.querySelectorAll(".room").length === 4);
    });

    test("the rooms are presented one by one, and the reasons last", async () => {
      await go(page, "teach/rooms");
      await write(page, "#room-draft", "My neighbour’s cousin turned fourteen.");
      await waitText(page, ".room", /Let people stay puzzles/);
      await press(page, "Present it");
      const shown = () => page.$$eval(".room, .reasons", (all) => all.map((one) =>
        getComputedStyle(one).visibility === "visible" ? 1 : 0).join(""));
      assert.equal(await shown(), "10000");
      await page.keyboard.press("PageDown");
      await page.keyboard.press("ArrowRight");
      assert.equal(await shown(), "11100");
      await page.keyboard.press("End");
      assert.equal(await shown(), "11111");
      await page.keyboard.press("Escape");
      assert.ok(await page.evaluate(() => !document.documentElement.dataset.presenting &&
        document.querySelector(".top").checkVisibility()));
    });

    test("presenting: by clicker, step by step, steady, and out again", async () => {
      await go(page, "teach/present/stage/lantern");
      const texts = [];
      const count = () => textOf(page, ".step-count");
      for (let n = 0; n < 20; n += 1) {
        texts.push(await textOf(page, ".stage"));
        const last = await count();
        await page.keyboard.press("PageDown");
        if (await count() === last) break;
      }
      assert.match(texts[0], /The lantern at the door/);
      assert.equal(await count(), `${texts.length} of ${texts.length}`);
      assert.ok(!(await page.evaluate(() => document.querySelector(".top").checkVisibility())));
      assert.ok(texts.every((text) => !text.includes("Read it aloud")), "no notes");
      const good = texts.findIndex((text) => text.includes("Leave the lantern out"));
      assert.ok(good > 0 && /Shall we see/.test(texts[good - 1]));
      await page.keyboard.press("Home");
      for (let n = 0; n < 3; n += 1) await page.keyboard.press(" ");
      const place = () => page.$$eval(".stage li", (all) => all.map((one) => {
        const { top, left } = one.getBoundingClientRect();
        return [Math.round(top), Math.round(left)];
      }));
      const hidden = () => page.$$eval(".stage li", (all) =>
        all.map((one) => getComputedStyle(one).visibility));
      const steady = await place();
      assert.deepEqual(await hidden(), ["visible", "hidden"]);
      await page.keyboard.press("ArrowRight");
      assert.deepEqual(await hidden(), ["visible", "visible"]);
      assert.deepEqual(await place(), steady);
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.documentElement.dataset.presenting);
      await waitText(page, "#teach-title", /^The lantern at the door$/);
      assert.ok(await page.evaluate(() => document.querySelector(".top").checkVisibility()));
    });

    test("what Earshot noticed has its own step, marked", async () => {
      await go(page, "teach/present/stage/lantern");
      for (let n = 0; n < 5; n += 1) await page.keyboard.press("PageDown");
      await waitText(page, ".stage", /What Earshot noticed.*Hold the lantern.*Who else sees the light/s);
      assert.equal(await textOf(page, ".stage mark"), "red lantern");
      await page.keyboard.press("Escape");
    });

    test("the facilitator's view has notes and minutes, and can follow the room", async () => {
      await go(page, "teach/guide/stage/lantern");
      assert.match(await textOf(page, ".guide-notes"), /0–5′\s*Read it aloud\.\s*5–15′\s*Talk\.\s*Be kind\./);
      assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
      await page.click(".guide input[type=checkbox]");
      const room = await open(browser, file, { hash: "#teach/present/stage/lantern" });
      await room.keyboard.press("PageDown");
      await room.keyboard.press("PageDown");
      assert.deepEqual(await room.evaluate(() => ({ ...localStorage })),
        { "earshot.step": "stage/lantern 2" });
      await room.close();
      await page.bringToFront();
      await page.waitForFunction(() =>
        document.querySelector(".guide-steps [aria-current]")?.textContent === "The draft");
      await page.click(".guide input[type=checkbox]");
      assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
    });

    test("a situation that is not there says so", async () => {
      await go(page, "teach/situation/nowhere/nothing");
      assert.match(await textOf(page, "#teach-view"), /not loaded/);
      assert.deepEqual(page.faults, []);
    });

    test("saving writes a file that can be read by people", async () => {
      await withFolder((downloads) => withBrowser(name, async (own) => {
        const fresh = await open(own, file, { hash: `#${LANTERN}` });
        if (name === "chromium") {
          const session = await own.target().createCDPSession();
          await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
        }
        await write(fresh, ".questions .notes", "Two\nlines ☕");
        await press(fresh, "Save our work");
        const saved = join(downloads, "our-group.md");
        await until(() => existsSync(saved) && readFileSync(saved, "utf8").endsWith("☕\n"));
        assert.match(readFileSync(saved, "utf8"),
          /## The lantern at the door `stage\/lantern`\n\n### 1\. Who waved\?\n\n> Two\n> lines ☕\n$/);
      }, { downloads }));
    });

    test("the real fifteen open, each with its composer", async () => {
      const real = await open(browser, realPage(), { hash: "#teach" });
      const links = await real.$$eval(".situation-card", (all) => all.map((one) => one.hash));
      const kinds = new Set();
      for (const link of links) {
        await go(real, decodeURIComponent(link.slice(1)));
        kinds.add(await real.$eval(".composer", (one) => one.dataset.kind));
      }
      const faults = [...real.faults];
      await real.close();
      await page.bringToFront();
      assert.equal(links.length, 15);
      assert.deepEqual([...kinds].sort(), ["blog", "caption", "chat", "comment", "group", "short"]);
      assert.deepEqual(faults, []);
    });
  });
}
