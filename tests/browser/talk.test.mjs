/* Talking about the principles: trying a post in place, and proposing a change
   with what it would do. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BROWSERS, launch, open, testPage, textOf, waitText } from "./harness.mjs";

const press = (page, label) => page.evaluate((words) => {
  const button = [...document.querySelectorAll("#teach-view button")]
    .find((one) => one.textContent === words && one.checkVisibility());
  if (!button) throw new Error(`no button "${words}"`);
  button.click();
}, label);
const choose = (page, label, value) => page.evaluate((name, chosen) => {
  const select = [...document.querySelectorAll("#teach-view select")]
    .find((one) => one.ariaLabel === name);
  select.value = [...select.options].find((one) =>
    one.value === chosen || one.textContent === chosen).value;
  select.dispatchEvent(new Event("change"));
}, label, value);
const fill = (page, label, text) => page.evaluate((name, words) => {
  const field = [...document.querySelectorAll("#teach-view label.stacked")]
    .find((one) => one.textContent.startsWith(name)).querySelector("textarea");
  field.value = words;
}, label, text);
const post = (page, text) => page.$eval("#teach-view .draft", (field, words) => {
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
}, text);

for (const name of BROWSERS) {
  describe(`talking in ${name}`, () => {
    let browser;
    let page;
    before(async () => {
      browser = await launch(name);
      page = await open(browser, await testPage(), { hash: "#teach/talk" });
      await choose(page, "The principle", "Hold the lantern");
    });
    after(() => browser?.close());

    test("a post of the pack is tried in place, in its setting", async () => {
      assert.match(await textOf(page, ".principle"), /Hold the lantern.*Who else sees the light\?/);
      await page.$eval(".principle details", (one) => { one.open = true; });
      await press(page, "Try it");
      await waitText(page, ".bench .panel", /Hold the lantern/);
      assert.match(await page.$eval("#teach-view .draft", (field) => field.value), /red lantern/);
    });

    test("a post that should speak, or not: as it is today", async () => {
      await post(page, "A yellow umbrella.");
      await choose(page, "What do you propose?", "fires");
      await press(page, "See what it would do");
      await waitText(page, ".would-do", /Today nothing is said\. So this would be a change/);
      await choose(page, "What do you propose?", "quiet");
      await press(page, "See what it would do");
      await waitText(page, ".would-do", /as you wish already/);
    });

    test("further words: what is missing is asked for, then they are tried", async () => {
      await choose(page, "What do you propose?", "words");
      await press(page, "See what it would do");
      await waitText(page, ".propose", /Write the words to look for/);
      await fill(page, "Words to look for", "yellow umbrella");
      await fill(page, "A near miss", "An umbrella.");
      await press(page, "See what it would do");
      await waitText(page, ".would-do", /Today.*Nothing to add.*With your change.*Hold the lantern.*It stays quiet on all \d+/s);
      await fill(page, "Words to look for", "umbrella\ncandle, friend");
      await press(page, "See what it would do");
      await waitText(page, ".would-do", /Your near miss gets it too.*It would speak on [1-9]\d* of \d+/s);
      await fill(page, "Words to look for", "(umbrella");
      await press(page, "See what it would do");
      await waitText(page, ".would-do", /cannot be tried yet.*proposal\.md:\d+:\d+.*A bracket is opened/s);
    });

    test("trying leaves everything as it was", async () => {
      await press(page, "See what it would do");
      await page.evaluate(() => { location.hash = "check"; });
      await page.waitForFunction(() => !document.getElementById("check-view").hidden);
      await page.evaluate(() => {
        const draft = document.querySelector("#draft");
        draft.value = "A yellow umbrella.";
        draft.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
      });
      await waitText(page, "#state", /^Nothing to add/);
      await page.evaluate(() => { location.hash = "teach/talk"; });
      await page.waitForSelector(".propose");
      assert.equal(await page.$eval("#teach-view .draft", (field) => field.value), "A yellow umbrella.");
    });

    test("a signal that says nothing: what would be lost", async () => {
      await choose(page, "What do you propose?", "mute");
      await press(page, "See what it would do");
      await waitText(page, ".would-do", /[1-9]\d* of the [1-9]\d* posts that it should speak on would get nothing/);
    });

    test("other words: the card as it would read", async () => {
      await choose(page, "What do you propose?", "reword");
      await fill(page, "The reminder in your words", "Light is for sharing.");
      await fill(page, "The question", "Who walks beside you?");
      await press(page, "See what it would do");
      await waitText(page, ".would-do", /Hold the lantern.*Light is for sharing\..*Who walks beside you\?/s);
    });

    test("what is proposed is kept until it is saved, as Markdown that loads", async () => {
      await choose(page, "What do you propose?", "words");
      await fill(page, "Words to look for", "yellow umbrella");
      await fill(page, "A near miss", "An umbrella.");
      await fill(page, "Why?", "Umbrellas can be recognised.");
      await press(page, "Put it into our proposal");
      await waitText(page, ".proposed", /Hold the lantern: look for further words\. Umbrellas can be recognised\..*Not saved yet/s);
      const asks = () => page.evaluate(() =>
        !dispatchEvent(new Event("beforeunload", { cancelable: true })));
      assert.equal(await asks(), true);
      await page.evaluate(() => {
        const make = URL.createObjectURL;
        URL.createObjectURL = (file) => {
          file.text().then((text) => { document.documentElement.dataset.saved = text; });
          return make(file);
        };
        HTMLAnchorElement.prototype.click = () => {};
      });
      await press(page, "Save the proposal");
      await page.waitForFunction(() => document.documentElement.dataset.saved);
      assert.equal(await asks(), false);
      const text = await page.evaluate(() => document.documentElement.dataset.saved);
      assert.match(text, /^# Pack: A proposal[\s\S]*Why: Umbrellas can be recognised\.[\s\S]*- yellow umbrella/);
      await page.evaluate((words) => {
        location.hash = "pack";
        const box = document.querySelector("#pack-text");
        box.value = words;
        box.dispatchEvent(new Event("input"));
      }, text);
      await waitText(page, "#pack-outcome", /^Loaded: A proposal for the principles/);
      assert.deepEqual(page.faults, []);
    });
  });
}
