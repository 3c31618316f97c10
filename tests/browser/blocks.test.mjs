/* Editors in which every block is a field of its own: one draft all the same,
   and no more than that draft. The light beside what the page has there. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { holds, inEditors, openEditor } from "./editors/driver.mjs";
import { EDITORS } from "./editors/editors.mjs";
import { eventually, marked, press, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<style>[contenteditable], textarea { display: block; width: 400px; min-height: 40px; border: 1px solid }</style>
${body}</html>`;

const PAGES = {
  // A title, a picture that is still to come, a list: as block editors have it.
  "/blocks": page(`<p>Others wrote: a gilded staircase.</p><div><div>
    <h1 contenteditable id="title"></h1></div><div><p contenteditable id="first"></p>
    <div>Choose a picture with a red lantern</div>
    <ul><li><span contenteditable id="item"></span></li></ul></div></div>`),
  "/feed": page(`<div><div contenteditable id="post">A red lantern.</div>
    <article>Somebody wrote this. <div contenteditable id="reply"></div></article>
    <article>And this. <div contenteditable>A red lantern.</div></article></div>`),
  "/button": page(`<div style="position: relative; width: 402px">
    <textarea id="field" style="resize: none; width: 400px; height: 80px"></textarea><button id="smile"
    style="position: absolute; right: 4px; bottom: 4px; width: 30px; height: 30px">☺</button></div>`),
};

for (const name of BROWSERS) {
  describe(`blocks in ${name}`, () => {
    const at = inEditors(name);
    let site;
    before(async () => { site = await serve(PAGES); });
    after(() => site?.close());

    const words = (tab, wanted) => eventually(async () =>
      (await marked(tab)).map(([one]) => one).sort().join(), (all) => all === wanted);
    const visit = async (path) => {
      const tab = await at.browser.newPage();
      await tab.goto(site.url(path));
      return tab;
    };

    test("Gutenberg: blocks are one draft; words change in the one that holds them", async () => {
      const { page: tab } = await openEditor(at.browser, at.server.url,
        EDITORS.find((one) => one.name === "Gutenberg"));
      await tab.keyboard.type("Now we perambulate.");
      await tab.keyboard.press("Enter");
      await tab.keyboard.type("A mysterious stranger; ok.");
      await words(tab, "mysterious stranger,perambulate");
      await press(tab, "Earshot: 2 reminders");
      await press(tab, "abcA quiet note");
      await press(tab, "Use “stroll”");
      await holds(tab, "Now we stroll.\nA mysterious stranger; ok.");
      await press(tab, "Undo");
      await holds(tab, "Now we perambulate.\nA mysterious stranger; ok.");
      await words(tab, "mysterious stranger,perambulate");
      assert.deepEqual(tab.faults, []);
      await tab.close();
    });

    test("a title, a paragraph and a list are read, what is around them is not", async () => {
      const tab = await visit("/blocks");
      await tab.click("#title");
      await tab.keyboard.type("A red lantern. ");
      await words(tab, "red lantern");
      await tab.click("#first");
      await tab.keyboard.type("A mysterious stranger. ");
      await tab.click("#item");
      await tab.keyboard.type("We perambulate. ");
      await words(tab, "mysterious stranger,perambulate");
      await tab.close();
    });

    test("drafts that stand apart stay apart", async () => {
      const tab = await visit("/feed");
      await tab.click("#reply");
      await tab.keyboard.type("A mysterious stranger. ");
      await words(tab, "mysterious stranger");
      await tab.close();
    });

    test("the light leaves the page's own button in the corner free", async () => {
      const tab = await visit("/button");
      await tab.click("#field");
      await eventually(() => seen(tab), (now) => now?.light === "empty");
      const [light, smile] = await tab.evaluate(() => [
        document.querySelector("[data-earshot]").shadowRoot.querySelector(".light"),
        document.querySelector("#smile"),
      ].map((one) => one.getBoundingClientRect().toJSON()));
      assert.ok(light.right <= smile.left, `${light.right} ${smile.left}`);
      await tab.close();
    });
  });
}
