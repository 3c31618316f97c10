/* A draft is typed, reminders come; every browser, from disk. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { Engine } from "../../web/engine/engine.mjs";
import { pack, wasm } from "../web/files.mjs";
import {
  BROWSERS, launch, marks, open, paste, realPage, settled, testPage, textOf,
  type, waitText,
} from "./harness.mjs";

for (const name of BROWSERS) {
  describe(`checking in ${name}`, () => {
    let browser;
    let file;
    let page;
    before(async () => {
      file = await testPage();
      browser = await launch(name);
      page = await open(browser, file);
    });
    after(() => browser?.close());

    /** Nothing left of the test before: as when it is opened anew. */
    const fresh = async () => {
      await page.reload();
      await page.waitForFunction(
        () => document.documentElement.dataset.ready === "yes");
      await paste(page, "x");
    };

    test("typed words are marked by level, and the card says why", async () => {
      await fresh();
      await page.$eval("#draft", (draft) => draft.select());
      await type(page, "A red lantern, a mysterious stranger; we perambulate. ");
      assert.deepEqual(await marks(page), [["red lantern", "hold"],
        ["mysterious stranger", "ask"], ["perambulate", "note"]]);
      const card = await textOf(page, ".card");
      for (const words of ["Hold the lantern", "never waved",
        "Who else sees the light?", "What set this off", "red lantern",
        "A pack to test pages with (1.0.0)"]) assert.ok(card.includes(words), words);
      assert.equal(await textOf(page, "#state"), "3 reminders for you.");
      await waitText(page, "#live", /^3 reminders\. Control and Enter goes there/);
      assert.equal((await page.$$(".card")).length, 1);
      assert.equal((await page.$$("#panel > .row")).length, 1);
      assert.equal((await page.$$(".more .row")).length, 1);
    });

    test("details that join up are shown joined", async () => {
      await fresh();
      await paste(page, "My neighbour’s cousin 👩‍👧 turned fourteen in Thornwick.");
      const parts = await page.$$eval(".joined li", (items) =>
        items.map((item) => [item.querySelector("q").textContent,
          item.querySelector("small").textContent]));
      assert.deepEqual(parts, [["My neighbour’s cousin", "somebody"],
        ["fourteen", "age"], ["in Thornwick", "place"]]);
      const evidence = await page.$$eval("#mirror mark.evidence", (all) =>
        all.map((mark) => mark.textContent));
      assert.deepEqual(evidence,
        ["My neighbour’s cousin", "fourteen", "in Thornwick"]);
    });

    test("a setting changes what is said, at once", async () => {
      await fresh();
      await paste(page, "My neighbour’s cousin turned fourteen.");
      assert.equal((await marks(page)).length, 1);
      await page.select("#role", "lived");
      await waitText(page, "#state", /^Nothing to add/);
      assert.deepEqual(await marks(page), []);
      await page.select("#role", "student");
      await waitText(page, "#state", /^1 reminder/);
    });

    test("late at night a line is added, unless the clock is not wanted", async () => {
      await page.evaluate(() => {
        Date.prototype.getHours = () => 23;
      });
      await paste(page, "My neighbour’s cousin turned fourteen. ");
      await waitText(page, ".card .line", /It is late/);
      await page.$eval(".choices", (choices) => { choices.open = true; });
      await page.click("#clock");
      await page.waitForFunction(() => !document.querySelector(".card .line"));
      await page.click("#clock");
    });

    test("a cheer is a chip, and goes when something presses", async () => {
      await fresh();
      await paste(page, "Thank you all, let us perambulate.");
      assert.equal(await textOf(page, ".cheer summary"), "♡ You said thank you");
      await paste(page, "Thank you all for the red lantern.");
      await page.waitForFunction(() => !document.querySelector(".cheer"));
    });

    test("nothing to add is not an approval", async () => {
      await fresh();
      await paste(page, "Rain all day, crisps for lunch.");
      assert.equal(await textOf(page, "#state"),
        "Nothing to add. That is not an approval.");
      assert.equal((await page.$$(".card, .row")).length, 0);
    });

    test("touching a mark opens its question", async () => {
      await fresh();
      await paste(page, "A mysterious stranger. A red lantern.");
      assert.ok((await textOf(page, ".card")).includes("Hold the lantern"));
      const { x, y } = await page.$eval("#mirror mark[data-level=ask]", (mark) => {
        const box = mark.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      await page.mouse.click(x, y);
      await waitText(page, ".card", /Is this about somebody you know\?/);
      await waitText(page, "#panel > .row", /Hold the lantern/);
    });

    test("keep it: quiet for these words from now on, and back by undo", async () => {
      await fresh();
      await paste(page, "The red lantern.");
      await page.evaluate(() => [...document.querySelectorAll(".answers button")]
        .find((button) => button.textContent === "Keep it").click());
      await waitText(page, "#state", /^Nothing to add/);
      await paste(page, "Again the red lantern and more.");
      assert.deepEqual(await marks(page), []);
      await page.click(".undo button");
      await waitText(page, ".card", /Hold the lantern/);
    });

    test("not relevant: the kind stays away", async () => {
      await fresh();
      await paste(page, "We perambulate.");
      await page.click("#panel > .row");
      await page.evaluate(() => [...document.querySelectorAll(".answers button")]
        .find((button) => button.textContent === "Not relevant").click());
      await paste(page, "A gilded staircase and a red lantern.");
      assert.deepEqual(await marks(page), [["red lantern", "hold"]]);
    });

    test("show me selects the words; softer words go in and can be undone", async () => {
      await fresh();
      const asked = "Shall we perambulate now?";
      await paste(page, "");
      await page.focus("#draft");
      await type(page, asked);
      await page.click("#panel > .row");
      await page.click(".answers .primary");
      const chosen = await page.$eval("#draft", (draft) =>
        draft.value.slice(draft.selectionStart, draft.selectionEnd));
      assert.equal(chosen, "perambulate");
      await page.evaluate(() => [...document.querySelectorAll(".softer button")]
        .find((button) => button.textContent === "Use").click());
      assert.equal(await page.$eval("#draft", (draft) => draft.value),
        "Shall we walk now?");
      await waitText(page, "#state", /^Nothing to add/);
      await page.keyboard.down("Control");
      await page.keyboard.press("z");
      await page.keyboard.up("Control");
      assert.equal(await page.$eval("#draft", (draft) => draft.value), asked);
    });

    test("a draft that is too long is said to be checked in part", async () => {
      await fresh();
      await paste(page, `A red lantern. ${"Well now. ".repeat(30000)}`);
      await waitText(page, "#state", /^Only the first part was checked/);
      assert.deepEqual(await marks(page), [["red lantern", "hold"]]);
    });

    test("odd drafts are answered", async () => {
      await fresh();
      for (const text of ["\u0000\u0001", "\ud83d", "a\u0301".repeat(3000),
        "‏שלום red lantern", "👩‍👩‍👧‍👦".repeat(500), "> ".repeat(9000)]) {
        await paste(page, text);
        assert.match(await textOf(page, "#state"), /^(Nothing|1 reminder|Only)/);
      }
      assert.deepEqual(page.faults, []);
    });

    test("the real page says what the engine says, for real posts", async () => {
      const real = await open(browser, realPage());
      const engine = await Engine.create(wasm());
      engine.load([pack()]);
      const posts = JSON.parse(
        readFileSync(new URL("posts.json", import.meta.url), "utf8"));
      let reminded = 0;
      for (const { setting, text } of posts) {
        const [audience, identity, role, medium] = setting.split("/");
        for (const [facet, value] of Object.entries(
          { audience, identity, role, medium })) {
          await real.select(`#${facet}`, value);
        }
        await real.evaluate(() => {
          Date.prototype.getHours = () => 12;
          Date.prototype.getMinutes = () => 0;
        });
        await paste(real, text);
        const { findings } = engine.check(text, `${setting};t=12:00`);
        const pressing = findings.filter(({ level }) => level !== "cheer");
        reminded += pressing.length;
        const wanted = new Set(pressing.map(({ start, end }) =>
          text.slice(start, end)));
        const drawn = (await marks(real)).map(([words]) => words).join("\n");
        for (const words of wanted) {
          assert.ok(drawn.replaceAll("\n", "").includes(words.replaceAll("\n", "")),
            `${words} is marked`);
        }
        if (pressing.length === 0) assert.equal(drawn, "");
      }
      assert.ok(reminded > 0, "some of the posts get a reminder");
      assert.deepEqual(real.faults, []);
      await settled(real);
      await real.close();
    });
  });
}
