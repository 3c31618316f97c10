/* The editors' pages themselves, without the extension: what the tests of the
   extension take for granted. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { holds, openEditor } from "./editors/driver.mjs";
import { EDITORS } from "./editors/editors.mjs";
import { serveEditors } from "./editors/server.mjs";
import { BROWSERS, launch } from "./harness.mjs";

for (const name of BROWSERS) {
  describe(`editors in ${name}`, () => {
    let browser;
    let server;
    before(async () => {
      server = await serveEditors();
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    for (const editor of EDITORS) {
      test(`${editor.name} holds what is typed`, async () => {
        const { page } = await openEditor(browser, server.url, editor);
        await page.keyboard.type("A red lantern, 👩‍👧 and all.");
        await holds(page, "A red lantern, 👩‍👧 and all.");
        assert.deepEqual(page.faults, []);
        await page.close();
      });
    }

    test("the pages ask nobody else for anything", () => {
      assert.deepEqual(server.calls, []);
    });
  });
}
