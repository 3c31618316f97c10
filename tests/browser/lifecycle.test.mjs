/* What happens to the extension while somebody writes: its parts are stopped,
   die, are updated; pages write themselves anew, come back, are frozen. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { buildExtension } from "../../web/extension/build.mjs";
import { NOTICES, SCRATCH, WASM } from "../web/files.mjs";
import { eventually, marked, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";
import { openOurs } from "./ours.mjs";

const FIELD = `<textarea id="field" rows="5" cols="40" aria-label="Your post"></textarea>`;
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>A place to write</title><script>
  window.faults = [];
  addEventListener("error", ({ message }) => window.faults.push(message));
  addEventListener("pageshow", ({ persisted }) => { window.persisted = persisted; });
</script><main>${body}</main><p id="elsewhere" tabindex="0">Elsewhere</p></html>`;
const PAGES = { "/": page(FIELD), "/other": page("Somewhere else"),
  "/rich": page('<div id="field" contenteditable style="min-height: 60px"></div>') };

const LANTERN = [["red lantern", "hold"]];
const BOTH = [["mysterious stranger", "ask"], ...LANTERN];

/** A build whose worker is let go soon, and can be ended as if it had died. */
async function build() {
  const out = join(SCRATCH, `extension-lifecycle-${process.pid}`);
  const folders = await buildExtension({ wasm: WASM, test: true, version: "0.0.1",
    pack: new URL("pack", import.meta.url).pathname, notices: NOTICES, idle: 1500, out });
  for (const [folder, name] of [[folders[0], "offscreen.js"], [folders[1], "background.js"]]) {
    const path = join(folder, name);
    writeFileSync(path, `globalThis.workers = [];
      globalThis.Worker = class extends Worker {
        constructor(...given) { super(...given); workers.push(this); }
        terminate() { super.terminate(); this.ended = true; }
      };\n${readFileSync(path, "utf8")}`);
  }
  return folders;
}

for (const name of BROWSERS) {
  describe(`while somebody writes, ${name}`, () => {
    let site;
    let ours;
    before(async () => {
      site = await serve(PAGES);
      const folder = (await build()).find((one) => one.endsWith(name));
      ours = await openOurs(name, { folder,
        // However little memory there is: a page that is left is kept.
        prefs: { "browser.sessionhistory.max_total_viewers": 8 } });
    });
    after(async () => {
      await ours?.close();
      await site?.close();
    });

    const light = (wanted) => eventually(() => seen(ours), (now) => now?.light === wanted);
    const marks = (wanted) => eventually(async () => JSON.stringify((await marked(ours)).sort()),
      (all) => all === JSON.stringify(wanted));
    const focus = () => ours.evaluate(() => document.querySelector("#field").focus());
    /** Nothing of ours is seen: no light, no card, no mark. */
    const nothing = () => eventually(() => ours.evaluate(() => [
      ...["ask", "note", "pause", "hold", "open", "evidence"].filter((level) =>
        CSS.highlights.has(`earshot-${level}`)),
      ...document.querySelectorAll("[data-earshot]")].length), (count) => count === 0);
    const noFaults = async () => {
      assert.deepEqual(await ours.evaluate(() => window.faults), []);
      assert.deepEqual(ours.faults, []);
    };
    async function write(path = "/") {
      await ours.tab(0);
      await ours.go(site.url(path));
      await focus();
      await light("empty");
      await ours.type("A red lantern. ");
      await marks(LANTERN);
    }
    async function goOn() {
      await ours.type("A mysterious stranger. ");
      await marks(BOTH);
      assert.match((await light("some")).line, /^2 reminders/);
      await noFaults();
    }
    /** What a page of ours says, in another tab. */
    async function aside(does, ...given) {
      await ours.tab(1);
      await ours.open("popup.html");
      const said = await ours.evaluate(does, ...given);
      await ours.tab(0);
      return said;
    }

    test("the background is stopped: the next words are read", async () => {
      await write();
      await ours.stopBackground();
      await goOn();
    });

    test("the engine's worker is let go, and is back within the same pause", async () => {
      await write();
      await eventually(() => aside(async () => {
        if (globalThis.chrome?.offscreen) return globalThis.chrome.offscreen.hasDocument();
        const { workers } = await globalThis.browser.runtime.getBackgroundPage();
        return workers.some(({ ended }) => !ended);
      }), (there) => there === false);
      await goOn();
    });

    /** Ends the engine's worker as if it had died, from the page that holds it
        or one of ours beside it. @returns {Promise<boolean>} whether there was
        one: it may just have been let go */
    async function kill() {
      const end = async () => {
        const { workers, Worker } = globalThis.workers ? globalThis
          : await globalThis.browser.runtime.getBackgroundPage();
        const last = workers.at(-1);
        if (!last || last.ended) return false;
        Object.getPrototypeOf(Worker.prototype).terminate.call(last);
        return true;
      };
      if (name === "chromium") {
        const target = await ours.browser.waitForTarget((one) =>
          one.url().endsWith("/offscreen.html"));
        return (await target.asPage()).evaluate(end);
      }
      await ours.tab(1);
      const died = await ours.evaluate(end);
      await ours.tab(0);
      return died;
    }

    test("the engine's worker dies without a word: it is replaced, the draft is read", async () => {
      await aside(() => true);
      await eventually(async () => {
        await write();
        return kill();
      }, Boolean);
      await focus();
      await goOn();
    });

    for (const path of ["/", "/rich"]) {
      test(`the extension is updated, ${path}: the old one goes quiet, or the new one takes over`, async () => {
        await write(path);
        await eventually(() => seen(ours), ({ card }) => /Hold the lantern/.test(card));
        await ours.update();
        if (name === "chromium") {
          // Chromium starts nothing in pages that are open: it says so.
          await ours.type("Now, ");
          const { line, card } = await light("stale");
          assert.match(line, /Reload the page/);
          assert.equal(card, null);
          assert.deepEqual(await marked(ours), []);
          await ours.type("a mysterious stranger. ");
          await ours.evaluate(() => document.querySelector("#elsewhere").dispatchEvent(
            new PointerEvent("pointerdown", { bubbles: true })));
          await nothing();
          await ours.evaluate(() => document.querySelector("#elsewhere").focus());
          await focus();
          await ours.type("More. ");
          await nothing();
        } else {
          await eventually(() => marked(ours), (all) => all.length === 1);
          await ours.evaluate(() => document.querySelector("#elsewhere").focus());
          await focus();
          await ours.type("A mysterious stranger. ");
          await marks(BOTH);
          assert.equal(await ours.evaluate(() =>
            document.querySelectorAll("[data-earshot]").length), 1);
        }
        await noFaults();
        // Opened again, all is as ever.
        await write(path);
        await goOn();
      });
    }

    const REWRITES = {
      "document.write": (field) => {
        document.open();
        document.write(`<title>New</title>${field}`);
        document.close();
        window.faults = [];
      },
      "innerHTML of body": (field) => { document.body.innerHTML = field; },
      "another view": (field) => {
        history.pushState({}, "", "/view/2");
        document.querySelector("main").innerHTML = field;
      },
    };
    for (const [how, does] of Object.entries(REWRITES)) {
      test(`${how}: nothing is left behind, and the new field is read`, async () => {
        await write();
        await ours.evaluate(does, FIELD);
        await nothing();
        await focus();
        await ours.type("A red lantern. ");
        await marks(LANTERN);
        await goOn();
      });
    }

    /** Leaves the page and comes back to it as it was left. A browser that has
        much to do may throw it away meanwhile: then all of it once more.
        @param {() => Promise<void>} prepare the page, written on
        @param {() => Promise<void>} [meanwhile] */
    async function backAgain(prepare, meanwhile = async () => {}) {
      const seenThen = [];
      while (seenThen.length < 5) {
        await prepare();
        await ours.evaluate(() => { window.left = true; });
        await ours.go(site.url("/other"));
        await meanwhile();
        await ours.back();
        await ours.until(() => document.querySelector("#field") &&
          document.readyState === "complete");
        if (await ours.evaluate(() => window.left === true)) {
          await ours.until(() => window.persisted);
          return;
        }
        seenThen.push(await ours.evaluate(() => JSON.stringify(
          performance.getEntriesByType("navigation")[0].notRestoredReasons ?? "no reason told")));
      }
      assert.fail(`the browser never kept the page: ${seenThen}`);
    }
    const choose = (sites) => aside(async (kept) => {
      const { storage } = globalThis.browser ?? globalThis.chrome;
      await storage.local.set({ sites: kept });
    }, sites);

    test("back to a page as it was left: it reads on, and what was switched off meanwhile is off", async () => {
      await backAgain(write);
      await focus();
      await goOn();
      await backAgain(async () => {
        await choose({});
        await write();
        await goOn();
      }, () => choose({ "127.0.0.1": { off: true } }));
      await light("off");
      assert.deepEqual(await marked(ours), []);
      await choose({});
      await marks(BOTH);
    });

    test("a tab is discarded and looked at again: what is written then is read", async () => {
      await write();
      await ours.discard();
      await eventually(() => ours.evaluate(() => document.readyState === "complete" &&
        document.querySelector("#field") !== null).catch(() => false), Boolean);
      if (name === "chromium") assert.ok(await ours.evaluate(() => document.wasDiscarded));
      await focus();
      // Firefox gives the words back as well.
      await eventually(() => seen(ours), (now) => /^(empty|some)$/.test(now?.light));
      await ours.evaluate(() => document.querySelector("#field").select());
      await ours.type("A red lantern. ");
      await marks(LANTERN);
      await goOn();
    });

    if (name === "chromium") {
      test("the engine's page is closed: it is opened again", async () => {
        await write();
        await aside(() => globalThis.chrome.offscreen.closeDocument().catch(() => {}));
        await goOn();
      });

      test("a tab is frozen and thawed: it reads on", async () => {
        await write();
        const session = await ours.cdp();
        await session.send("Page.setWebLifecycleState", { state: "frozen" });
        await pause(300);
        await session.send("Page.setWebLifecycleState", { state: "active" });
        await goOn();
      });
    }
  });
}
