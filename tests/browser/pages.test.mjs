/* The extension's own pages, in both browsers: the popup, options, the four
   questions, the principles, "Check for yourself". */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { STARTER } from "../../web/pages/own-pack.mjs";
import { AXE, BROWSERS } from "./harness.mjs";
import { openOurs } from "./ours.mjs";

const PAGES = ["popup.html", "options.html", "welcome.html", "principles.html"];

/** What is kept now, by the page's own hand. */
const kept = (page) => page.evaluate(async () => {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  return storage.local.get(null);
});

/** As if the person had chosen a file. */
const giveFile = (page, name, text) => page.evaluate((title, words) => {
  const files = new DataTransfer();
  files.items.add(new File([words], title, { type: "text/markdown" }));
  const input = document.querySelector("#pack-files");
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
}, name, text);

for (const name of BROWSERS) {
  describe(`pages of the extension in ${name}`, () => {
    let page;
    before(async () => { page = await openOurs(name); });
    after(() => page?.close());

    test("four questions, each answer kept as it is given", async () => {
      await page.open("welcome.html");
      await page.choose("#role", "student");
      await page.choose("#audience", "group");
      await page.click("#sites input");
      await page.click("#done");
      await page.until(() => document.activeElement.id === "next");
      await page.has("#key", "Alt + Shift + E");
      const { profile, sites } = await kept(page);
      assert.deepEqual(profile, { audience: "group", identity: "unstated",
        role: "student", asked: true });
      assert.deepEqual(sites, { "facebook.com": { off: true } });
    });

    test("they can be skipped, and say why they ask", async () => {
      await page.open("welcome.html");
      const reasons = await page.evaluate(() =>
        [...document.querySelectorAll(".questions .hint")].map((one) => one.textContent));
      assert.equal(reasons.length, 4);
      assert.ok(reasons.every((reason) => /^Why: /.test(reason)), reasons.join("\n"));
      await page.click("#skip");
      await page.until(() => !document.querySelector("#next").hidden);
    });

    test("options: a principle says nothing, or less", async () => {
      await page.open("options.html");
      await page.choose('[aria-label="Hold the lantern"]', "muted");
      await page.has("#said", "Hold the lantern: says nothing.");
      await page.choose('[aria-label="Choose plain words"]', "quieter");
      await page.has("#said", "Choose plain words: speaks less.");
      const { muted, quieter } = await kept(page);
      assert.deepEqual([muted, quieter], [["lantern"], ["plain"]]);
      await page.choose('[aria-label="Hold the lantern"]', "speak");
      await page.has("#said", "Hold the lantern: speaks.");
      assert.deepEqual((await kept(page)).muted, []);
    });

    test("options: a pack with a fault is not added, and the fault has its place", async () => {
      await page.open("options.html");
      await giveFile(page, "ours.md", STARTER.replace("\n- note\n", "\n- loud\n"));
      await page.has("#pack-outcome", "not loaded yet");
      assert.match(await page.text("#pack-outcome .place"), /^ours\.md:\d+:\d+$/);
      assert.equal((await kept(page)).packs, undefined);
    });

    test("options: a pack of one's own comes in, and goes out again", async () => {
      await page.open("options.html");
      await giveFile(page, "ours.md", STARTER);
      await page.has("#pack-list", "Our team's principles");
      await page.has("#principle-list", "Let the kettle boil first");
      await page.click("#pack-list button");
      await page.has("#said", "is taken out");
      await page.until(() => !document.querySelector("#principle-list")
        .textContent.includes("kettle"));
    });

    test("options: answers are listed, and taken back", async () => {
      await page.open("options.html");
      await page.evaluate(async () => {
        const { storage } = globalThis.browser ?? globalThis.chrome;
        await storage.local.set({ answers: [{ id: "a", when: 0, answer: "keep",
          pack: "test-pack", principle: "lantern", signal: "lantern-seen",
          host: "example.org", fingerprints: ["00"] }] });
      });
      await page.has("#answer-list", "Keep it: Hold the lantern");
      await page.click("#answer-list button");
      await page.has("#said", "may speak again");
      await page.has("#answer-list", "None yet");
      assert.deepEqual((await kept(page)).answers, []);
    });

    test("options: everything is forgotten, after a second question", async () => {
      await page.open("options.html");
      await page.has("#stored", "what you said about yourself");
      await page.click("#forget");
      assert.equal(await page.evaluate(() => document.activeElement.id), "forget-not");
      await page.click("#forget-not");
      assert.notDeepEqual(await kept(page), {});
      await page.click("#forget");
      await page.click("#forget-sure");
      await page.has("#said", "Everything is forgotten");
      assert.deepEqual(await kept(page), {});
      await page.has("#stored", "Nothing");
    });

    test("popup: off everywhere, and back", async () => {
      await page.open("popup.html");
      await page.click('#off [value="everywhere"]');
      await page.has("#line", "Off everywhere.");
      assert.deepEqual((await kept(page)).off, { everywhere: true });
      await page.click('#off [value="now"]');
      await page.has("#until", "until");
      await page.click('#off [value="on"]');
      await page.has("#line", "cannot read along");
      assert.deepEqual((await kept(page)).off, {});
    });

    test("the principles: read, found, gone to", async () => {
      await page.open("principles.html#principle-lantern");
      assert.equal(await page.evaluate(() => document.activeElement.id),
        "principle-lantern");
      await page.evaluate(() => {
        const find = document.querySelector("#find");
        find.value = "perambulate";
        find.dispatchEvent(new Event("input"));
      });
      await page.has("#found", "1 part with these words");
    });

    test("every page is small-screen fit: nothing is wider than 320 px", async () => {
      await page.size(320, 700);
      for (const file of [...PAGES, "check.html"]) {
        await (file === "check.html" ? page.go(file) : page.open(file));
        const wide = await page.evaluate(() => {
          const limit = document.documentElement.clientWidth;
          return [...document.querySelectorAll("body *")].filter((one) =>
            !one.closest(".scroll, .unseen, pre") &&
            one.getBoundingClientRect().right > limit + 1).map((one) => one.outerHTML.slice(0, 90));
        });
        assert.deepEqual(wide, [], file);
      }
      await page.size(1000, 800);
    });

    test("nothing went wrong unseen", () => assert.deepEqual(page.faults, []));
  });

  for (const dark of [false, true]) {
    test(`axe finds nothing in the pages, ${name}, ${dark ? "dark" : "light"}`, async () => {
      const page = await openOurs(name, { dark, real: true });
      const look = async () => {
        await page.run(AXE);
        return page.evaluate(async () => {
          const { violations, passes } = await window.axe.run(document);
          return { passes: passes.length, found: violations.map(({ id, nodes }) =>
            `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`) };
        });
      };
      try {
        for (const file of [...PAGES, "check.html"]) {
          await (file === "check.html" ? page.go(file) : page.open(file));
          if (file === "check.html") {
            await page.click("#try");
            await page.has("#outcome", "tries:");
          }
          const ground = await page.evaluate(() =>
            getComputedStyle(document.documentElement).backgroundColor);
          assert.equal(Number(ground.match(/\d+/)[0]) < 100, dark, ground);
          const { passes, found } = await look();
          assert.ok(passes > 10, `${passes} rules looked at in ${file}`);
          assert.deepEqual(found, [], file);
        }
        // And it would have found something.
        await page.evaluate(() => {
          document.querySelector("main").append(document.createElement("button"));
        });
        assert.match((await look()).found.join(), /button-name/);
      } finally {
        await page.close();
      }
    });
  }
}
