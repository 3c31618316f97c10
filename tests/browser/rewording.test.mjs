/* Softer words in the editors of the sites, and on pages that get in the way:
   they go in where they should, and both ways of undoing take them out. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { holds, inEditors, openEditor, openPage, undo } from "./editors/driver.mjs";
import { EDITORS } from "./editors/editors.mjs";
import {
  eventually, marked, press, seen,
} from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const card = (_, frame) => press(frame, "Undo");

/** The card's own way back, and the editor's. The block editor's page has no
    history (that is WordPress' own); SunEditor counts its steps by the clock. */
const UNDOES = ({ name }) => name === "Gutenberg" || name === "SunEditor" ? [card]
  : [card, undo];

const only = process.env.EARSHOT_EDITOR;

for (const name of BROWSERS) {
  describe(`words changed in ${name}`, () => {
    const at = inEditors(name);

    for (const editor of EDITORS.filter((one) => !only || one.name === only)) {
      test(`${editor.name}: changed, taken back by either way, changed`, async () => {
        const { page, frame } = await openEditor(at.browser, at.server.url, editor);
        const typed = "Now we perambulate home. Ok.";
        await page.keyboard.type(typed);
        await press(frame, "Earshot: 1 reminder");
        for (const back of UNDOES(editor)) {
          await press(frame, "abcA quiet note");
          await press(frame, "Use “stroll”");
          await holds(page, "Now we stroll home. Ok.");
          await eventually(() => seen(frame), (now) => /^Changed/.test(now.note));
          await back(page, frame);
          await holds(page, typed);
        }
        await press(frame, "abcA quiet note");
        await press(frame, "Use “walk”");
        await holds(page, "Now we walk home. Ok.");
        // The caret stands behind the new words.
        await page.keyboard.type("ing");
        await holds(page, "Now we walking home. Ok.");
        await eventually(() => marked(frame), (now) => now.length === 0);
        assert.deepEqual(page.faults, []);
        await page.close();
      });
    }

    for (const path of ["policy", "trusted-types", "modal", "trap", "rtl",
      "rtl-editable", "transformed", "zoomed", "open-shadow", "closed-shadow",
      "open-shadow-textarea", "closed-shadow-textarea"]) {
      test(`a page that gets in the way, ${path}: changed`, async () => {
        const page = await openPage(at.browser, `${at.server.url}/hostile/${path}`);
        if (path.includes("shadow")) await page.evaluate(() => window.editor.focus());
        else await page.click("#field");
        await page.keyboard.type("Now we perambulate, past a red lantern. Ok.");
        await press(page, "abcA quiet note");
        await press(page, "Use “walk”");
        await holds(page, "Now we walk, past a red lantern. Ok.");
        await page.keyboard.type("!");
        await holds(page, "Now we walk!, past a red lantern. Ok.");
        if (path === "trap") assert.equal(await page.evaluate(() => window.thrownBack), 0);
        await page.close();
      });
    }

    test("an editor that puts a paste elsewhere: taken back, another way found", async () => {
      const page = await openPage(at.browser, `${at.server.url}/hostile/astray`);
      await page.click("#field");
      await press(page, "abcA quiet note");
      await press(page, "Use “walk”");
      await holds(page, "Now we walk, past a red lantern. Ok.");
      await eventually(() => seen(page), (now) => /^Changed/.test(now.note));
      await press(page, "Undo");
      await holds(page, "Now we perambulate, past a red lantern. Ok.");
      await page.close();
    });

    test("an editor with long steps in its history: what was typed is one, ours another", async () => {
      const page = await openPage(at.browser, `${at.server.url}/hostile/steps`);
      await page.click("#field");
      const typed = "Now we perambulate, past a red lantern. Ok.";
      await page.keyboard.type(typed);
      await press(page, "abcA quiet note");
      await press(page, "Use “walk”");
      await holds(page, "Now we walk, past a red lantern. Ok.");
      await undo(page);
      await holds(page, typed);
      await page.close();
    });

    test("a page that takes the focus away meanwhile: the way back stays", async () => {
      const page = await openPage(at.browser, `${at.server.url}/hostile/restless`);
      await page.click("#field");
      await page.evaluate(() => document.execCommand("insertText", false,
        "Now we perambulate, past a red lantern. Ok."));
      await press(page, "abcA quiet note");
      await press(page, "Use “walk”");
      await holds(page, "Now we walk, past a red lantern. Ok.");
      await press(page, "Undo");
      await holds(page, "Now we perambulate, past a red lantern. Ok.");
      await page.close();
    });
  });
}
