/* Gentler details in the editors of the sites: several go in at once, each is
   seen first, and both the card's way back and the editor's take them out. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { holds, inEditors, modelOf, openEditor, undo } from "./editors/driver.mjs";
import { EDITORS } from "./editors/editors.mjs";
import { cardFrame, click, control, eventually, press, seen } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const only = process.env.EARSHOT_EDITOR;
const TYPED = "My neighbour’s cousin is fourteen, in Thornwick. Ok.";
const SOFT = "My neighbour’s cousin is a teenager, locally. Ok.";
const HALF = "My neighbour’s cousin is a teenager, in Thornwick. Ok.";

/** Gutenberg's page has no history (that is WordPress' own); SunEditor counts
    its steps by the clock. */
const hasUndo = ({ name }) => name !== "Gutenberg" && name !== "SunEditor";

for (const name of BROWSERS) {
  describe(`details softened in ${name}`, () => {
    const at = inEditors(name);

    for (const editor of EDITORS.filter((one) => !only || one.name === only)) {
      test(`${editor.name}: softened, taken back by either way`, async () => {
        const { page, frame } = await openEditor(at.browser, at.server.url, editor);
        await page.keyboard.type(TYPED);
        await holds(page, TYPED);
        const soften = async (wanted) => {
          await press(frame, "Soften 2 details");
          await press(frame, "Soften these");
          await holds(page, wanted);
          await eventually(() => seen(frame), (now) => /^Softened/.test(now.note));
        };
        await soften(SOFT);
        await press(frame, "Undo");
        await holds(page, TYPED);
        await eventually(() => seen(frame), (now) => /^Your own words are back/.test(now.note));
        await soften(SOFT);
        if (hasUndo(editor)) {
          // One undo for each detail at most.
          await undo(page);
          if (await modelOf(page) !== TYPED) await undo(page);
          await holds(page, TYPED);
          // What is not ticked stays.
          await press(frame, "Soften 2 details");
          await untick(frame);
          await press(frame, "Soften these");
          await holds(page, HALF);
        }
        assert.deepEqual(page.faults, []);
        await page.close();
      });
    }
  });
}

/** The second detail's box. */
async function untick(frame) {
  await control(frame, "Soften these");
  const box = (await (await cardFrame(frame)).evaluateHandle(() =>
    [...document.querySelectorAll("[data-earshot]")].flatMap(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll(".softening input")])[1])).asElement();
  await box.evaluate((element) => element.scrollIntoView({ block: "nearest" }));
  await click(box);
}
