/* Reading the principles, and bringing one's own. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  BROWSERS, launch, marks, open, paste, realPage, testPage, textOf, waitText,
  withFolder,
} from "./harness.mjs";

const show = (page, view) => page.evaluate((hash) => { location.hash = hash; }, view);

for (const name of BROWSERS) {
  describe(`packs in ${name}`, () => {
    let browser;
    let file;
    let page;
    before(async () => {
      file = await testPage();
      browser = await launch(name);
      page = await open(browser, file);
    });
    after(() => browser?.close());

    test("the pack reads as the document it is, with contents", async () => {
      await show(page, "principles");
      await page.waitForSelector("#document .file");
      const contents = await page.$$eval("#contents a", (links) =>
        links.map((link) => [link.textContent, link.getAttribute("href")]));
      assert.deepEqual(contents.slice(1, 3), [
        ["Hold the lantern", "#principle-lantern"],
        ["Let people stay puzzles", "#principle-puzzle"]]);
      for (const [, href] of contents) {
        assert.ok(await page.$(href), `${href} is there`);
      }
      const document = await textOf(page, "#document");
      assert.ok(document.includes("Small true details join up."));
      assert.ok(document.includes("How it notices: details that join up"));
    });

    test("an address in it is text, and raw HTML is left out", async () => {
      assert.equal(await textOf(page, ".address"), "https://far.invalid/page");
      assert.equal((await page.$$("#document a")).length, 0);
      assert.equal((await page.$$("#document [onclick]")).length, 0);
    });

    test("finding words leaves what has them, open", async () => {
      await page.type("#find", "gilded");
      await waitText(page, "#found", /^1 part with/);
      const unfolded = await page.$$eval("#document details[open] summary", (all) =>
        all.map((one) => one.textContent));
      assert.deepEqual(unfolded, ["How it notices: a grand word"]);
      await page.$eval("#find", (find) => {
        find.value = "";
        find.dispatchEvent(new Event("input"));
      });
    });

    test("a card leads to its principle", async () => {
      await show(page, "check");
      await paste(page, "A red lantern.");
      await page.$eval(".why", (why) => { why.open = true; });
      await page.click(".why .words");
      await page.waitForFunction(() =>
        document.activeElement.id === "principle-lantern");
      assert.equal(await page.$eval("#principles-view", (view) => view.hidden), false);
    });

    test("the real pack has all its principles to read", async () => {
      const real = await open(browser, realPage(), { hash: "#principles" });
      await real.waitForSelector("#document .file");
      const ids = await real.$$eval("#contents a", (links) => links
        .map((link) => link.getAttribute("href").replace("#principle-", "")));
      // Before anything can fail: pages behind another one stand still.
      await real.close();
      await page.bringToFront();
      for (const id of ["private-details", "jigsaw", "court-and-law", "location",
        "images", "dignity", "words", "boundaries", "avatar", "breathe", "purpose",
        "rooms", "speak-up", "share"]) assert.ok(ids.includes(id), id);
    });

    test("the example loads, speaks, and says that it does", async () => {
      await show(page, "pack");
      await page.click("#pack-starter");
      await waitText(page, "#pack-outcome", /Loaded: .*Our team's principles/);
      await show(page, "check");
      await paste(page, "A cup of tea with the lady I support. A red lantern too.");
      const found = await marks(page);
      assert.equal(found.length, 2);
      assert.equal(found[0][1], "note");
      await page.click("#panel > .row");
      await waitText(page, ".card", /Let the kettle boil first/);
      await waitText(page, ".card .speaks", /Our team's principles \(1\.0\.0\)/);
    });

    test("a fault is shown with file, line, column and the line itself", async () => {
      await show(page, "pack");
      await page.$eval("#pack-text", (box) => {
        box.value = box.value.replace("- note\n", "- é [nobody knows this]\n");
        box.dispatchEvent(new Event("input"));
      });
      const line = await page.$eval("#pack-text", (box) =>
        box.value.split("\n").findIndex((one) => one.includes("[nobody")) + 1);
      await waitText(page, "#pack-outcome", /not loaded yet/);
      const places = await page.$$eval(".fault", (faults) => faults.map((fault) => [
        fault.querySelector(".place").textContent,
        fault.querySelector(".source")?.textContent,
        fault.querySelector(".help")?.textContent]));
      const [, source, help] = places.find(([place]) =>
        place.startsWith(`my-pack.md:${line}:`));
      assert.match(source, /\[nobody knows this\]/);
      assert.ok(help.length > 10);
      await show(page, "check");
      await paste(page, "A red lantern, and tea with the lady I support.");
      assert.deepEqual(await marks(page), [["red lantern", "hold"]]);
    });

    test("files from disk are one pack; removed, it is gone", async () => {
      await withFolder(async (folder) => {
        const head = join(folder, "a-head.md");
        const rest = join(folder, "b-rest.md");
        writeFileSync(head, "# Pack: From disk `from-disk`\n\n- Version: 2.0.0\n" +
          "- Language: en-GB\n- Licence: CC BY 4.0\n");
        writeFileSync(rest, "# Principle: Mind the step `step`\n\nSteps.\n\n" +
          "> Where?\n\n## Signal: a step `a-step`\n\nWhy.\n\n### Looks for\n\n" +
          "- doorstep\n\n### Levels\n\n- pause\n\n### Fires\n\n" +
          "- `pause` A doorstep.\n\n### Stays quiet\n\n- A door.\n");
        await show(page, "pack");
        const input = await page.$("#pack-files");
        await input.uploadFile(rest, head);
        await waitText(page, "#pack-outcome", /Loaded: .*From disk/);
        assert.equal(await textOf(page, "#pack-names"), "a-head.md, b-rest.md");
        await show(page, "check");
        await paste(page, "On the doorstep.");
        assert.deepEqual(await marks(page), [["doorstep", "pause"]]);
        await show(page, "pack");
        await page.click("#pack-remove");
        await waitText(page, "#pack-outcome", /Only the default pack/);
        await show(page, "check");
        await paste(page, "On the doorstep still.");
        assert.deepEqual(await marks(page), []);
      });
    });

    test("a situation is written beside its preview, proven, and opened to teach", async () => {
      await show(page, "pack");
      await page.click("#pack-situation");
      await waitText(page, "#pack-outcome", /Loaded: Our course's situations\. It has 1 situation\./);
      await waitText(page, ".preview", /Soup in the park.*Robin Vale.*borrowed trumpet.*What is lovely here/s);
      // The pack of these tests has no such principle, and prove says so.
      assert.match(await textOf(page, "#pack-outcome"), /my-pack\.md:\d+:3 Worth a look: There is no principle jigsaw/);
      await page.click(".preview a");
      await waitText(page, "#teach-title", /^Soup in the park$/);
      const asks = () => page.evaluate(() =>
        !dispatchEvent(new Event("beforeunload", { cancelable: true })));
      assert.equal(await asks(), false);
      await show(page, "pack");
      await page.$eval("#pack-text", (box) => {
        box.value = box.value.replace("- Minutes: 30", "- Minutes: a few") +
          "\n# Scenario: Another `another`\n\n- Setting: `open/named/student/tweet`\n\nIt was.\n\n" +
          "## Draft\n\n> Soup.\n\n## Questions\n\n- Why?\n";
        box.dispatchEvent(new Event("input"));
      });
      await waitText(page, "#pack-outcome", /It has 1 situation\. Some of it could not be read and is left out; the rest is open/);
      assert.match(await textOf(page, ".fault"), /my-pack\.md:14:3 This is not a number of minutes/);
      await waitText(page, ".preview", /Another/);
      assert.equal(await asks(), true);
      await page.evaluate(() => {
        HTMLAnchorElement.prototype.click = () => {};
        document.querySelector("#pack-save").click();
      });
      assert.equal(await asks(), false);
      await page.click("#pack-remove");
      await waitText(page, "#pack-outcome", /Only the default pack/);
      await show(page, "teach");
      await waitText(page, "#teach-view", /The lantern at the door/);
      assert.doesNotMatch(await textOf(page, "#teach-view"), /Another/);
    });
  });
}
