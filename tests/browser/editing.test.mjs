/* The extension in every editor: what is typed is read and marked where it
   stands, the editor's own idea of its text stays right, the keyboard goes to
   the card and comes back. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chord, holds, inEditors, openEditor } from "./editors/driver.mjs";
import { EDITORS } from "./editors/editors.mjs";
import { cardFrame, eventually, marked, seen } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const TYPED = "A red lantern, a mysterious stranger 👩‍👧; ok.";
const MARKED = [["mysterious stranger", "ask"], ["red lantern", "hold"]];

for (const name of BROWSERS) {
  describe(`the extension in editors, ${name}`, () => {
    const at = inEditors(name);

    for (const editor of EDITORS) {
      test(`${editor.name}: read, marked, and left as it is`, async () => {
        const { page, frame } = await openEditor(at.browser, at.server.url, editor);
        const light = (wanted) =>
          eventually(() => seen(frame), (now) => now?.light === wanted);
        await light("empty");
        await page.keyboard.type(TYPED);
        await holds(page, TYPED);
        const now = await light("some");
        assert.match(now.card, /Hold the lantern/);
        assert.deepEqual((await marked(frame)).sort(), MARKED);

        // There and back by keyboard, and what is typed lands where it should.
        await chord(page, "Alt", "Shift", "e");
        await eventually(() => focused(frame), (where) => where === "ours");
        await page.keyboard.press("Escape");
        await eventually(() => focused(frame), (where) => where === "theirs");
        await page.keyboard.type(" More");
        await holds(page, `${TYPED} More`);
        await eventually(async () => (await marked(frame)).sort(),
          (all) => JSON.stringify(all) === JSON.stringify(MARKED));
        assert.deepEqual(page.faults, []);
        await page.close();
      });
    }

    test("nobody was asked for anything", () => {
      assert.deepEqual(at.server.calls, []);
    });
  });
}

/** Whether the focus is in our layer or in the page. */
const focused = async (frame) => (await cardFrame(frame)).evaluate(() =>
  document.activeElement?.hasAttribute("data-earshot") ? "ours" : "theirs");
