/* The engine stumbles: the page says so, the draft is whole, and the next check
   works. The engine here is a double that traps on "!". */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { doubleModule } from "../web/double.mjs";
import { SCRATCH } from "../web/files.mjs";
import {
  BROWSERS, open, paste, testPage, textOf, waitText, withBrowser,
} from "./harness.mjs";

for (const name of BROWSERS) {
  describe(`a trap in ${name}`, () => {
    test("is said, loses nothing, and is over", async () => {
      mkdirSync(SCRATCH, { recursive: true });
      const wasm = join(SCRATCH, `double-${name}.wasm`);
      writeFileSync(wasm, doubleModule());
      const file = await testPage({ wasm, name: `trap-${name}` });
      await withBrowser(name, async (browser) => {
        const page = await open(browser, file);
        await paste(page, "! and my words");
        await waitText(page, "#state", /^Earshot stumbled over this/);
        assert.equal(await page.$eval("#draft", (draft) => draft.value),
          "! and my words");
        await waitText(page, "#live", /not checked/);
        await paste(page, "My words");
        assert.equal(await textOf(page, "#state"),
          "Nothing to add. That is not an approval.");
        await page.close();
      });
    });

    test("an engine that does not start is said, not hidden", async () => {
      const wasm = join(SCRATCH, `broken-${name}.wasm`);
      writeFileSync(wasm, "this is not a module");
      const file = await testPage({ wasm, name: `broken-${name}` });
      await withBrowser(name, async (browser) => {
        const page = await browser.newPage();
        await page.goto(`file://${file}`);
        await page.waitForFunction(
          () => document.documentElement.dataset.ready === "no");
        assert.match(await textOf(page, "#state"), /^Earshot cannot check here/);
        await page.focus("#draft");
        await page.keyboard.type("My words");
        assert.match(await textOf(page, "#state"), /^Earshot cannot check here/);
      });
    });
  });
}
