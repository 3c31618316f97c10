/* What leaves the page: a draft, by the person's own hand, to the clipboard, a
   file or paper. Nothing else, watched by a listener that everything on the
   page is told to call. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import {
  BROWSERS, launch, listener, open, paste, testPage, type, until, waitText,
  withBrowser, withFolder,
} from "./harness.mjs";

/** Every way out that a script has, tried in the page itself. */
const ESCAPES = {
  fetch: (url) => fetch(`${url}/fetch`),
  beacon: (url) => navigator.sendBeacon(`${url}/beacon`, "x"),
  request: (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", `${url}/xhr`);
    request.send();
  },
  socket: (url) => new WebSocket(`${url.replace("http", "ws")}/socket`),
  events: (url) => new EventSource(`${url}/events`),
  image: (url) => {
    document.createElement("img").src = `${url}/img`;
  },
  script: (url) => {
    const script = document.createElement("script");
    script.src = `${url}/script.js`;
    document.head.append(script);
  },
  styles: (url) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = `${url}/style.css`;
    document.head.append(link);
  },
  prefetch: (url) => {
    const link = document.createElement("link");
    link.rel = "prefetch";
    link.href = `${url}/prefetch`;
    document.head.append(link);
  },
  frame: (url) => {
    const frame = document.createElement("iframe");
    frame.src = `${url}/frame`;
    document.body.append(frame);
  },
  "a fresh frame's names": (url) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentWindow.fetch(`${url}/frame-fetch`);
  },
  form: (url) => {
    const form = document.createElement("form");
    form.action = `${url}/form`;
    document.body.append(form);
    form.submit();
  },
  "a form's button": (url) => {
    const form = document.createElement("form");
    form.action = `${url}/form-click`;
    const button = document.createElement("button");
    form.append(button);
    document.body.append(form);
    button.click();
  },
  window: (url) => window.open(`${url}/open`),
  link: (url) => {
    const link = document.createElement("a");
    link.href = `${url}/link`;
    document.body.append(link);
    link.click();
  },
  "a new tab": (url) => {
    const link = document.createElement("a");
    link.href = `${url}/tab`;
    link.target = "_blank";
    document.body.append(link);
    link.click();
  },
  leaving: (url) => {
    location.href = `${url}/location`;
  },
  replacing: (url) => location.replace(`${url}/replace`),
  call: () => {
    const call = new RTCPeerConnection({ iceServers: [] });
    call.createDataChannel("x");
  },
  worker: (url) => {
    const code = `fetch("${url}/worker"); importScripts("${url}/import.js")`;
    new Worker(URL.createObjectURL(new Blob([code])));
  },
};

for (const name of BROWSERS) {
  describe(`leaving in ${name}`, () => {
    let file;
    let ear;
    let browser;
    /** the pages on which a way out was tried, kept open to the end of it */
    const tried = [];
    before(async () => {
      file = await testPage();
      ear = await listener();
      browser = await launch(name);
    });
    after(async () => {
      await browser?.close();
      await ear?.close();
    });

    test("a whole visit asks nobody for anything", async () => {
      const page = await open(browser, file);
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await type(page, "A red lantern on https://example.org/there and @someone. ");
      await page.evaluate(() => { location.hash = "principles"; });
      await page.waitForSelector(".address");
      await page.evaluate(() => { location.hash = "about"; });
      const outside = asked.filter((url) => !/^(blob:|file:|data:)/.test(url));
      assert.deepEqual(outside, []);
      assert.deepEqual(page.faults, []);
      await page.close();
    });

    test("the listener would hear a page without a policy", async () => {
      const page = await browser.newPage();
      await page.goto(`${ear.url}/itself`);
      await page.evaluate((url) => fetch(`${url}/control`), ear.url);
      assert.ok(ear.calls.includes("GET /control"), ear.calls.join());
      await page.close();
      ear.calls.length = 0;
    });

    for (const [way, escape] of Object.entries(ESCAPES)) {
      test(`does not get out by ${way}`, async () => {
        const page = await open(browser, file);
        const tabs = (await browser.pages()).length;
        await paste(page, "What nobody should hear.");
        await page.evaluate(`(async () => {
          try { await (${escape})("${ear.url}"); } catch { /* refused */ }
        })()`).catch(() => {});
        assert.deepEqual(ear.calls, []);
        assert.equal((await browser.pages()).length, tabs);
        assert.equal(await page.evaluate(() => location.protocol), "file:");
        tried.push(page);
      });
    }

    test("nor later: the pages that tried are where they were", async () => {
      assert.equal(tried.length, Object.keys(ESCAPES).length);
      const late = await browser.newPage();
      await late.goto(`${ear.url}/late`);
      assert.deepEqual(ear.calls.filter((call) => !/late|favicon/.test(call)), []);
      assert.equal((await browser.pages()).filter(
        (page) => page.url().startsWith("file:")).length, tried.length);
      for (const page of [...tried, late]) await page.close();
      ear.calls.length = 0;
    });

    test("calls and windows are not even there", async () => {
      const page = await open(browser, file);
      const left = await page.evaluate(() => {
        const works = [];
        for (const one of ["RTCPeerConnection", "WebSocket", "EventSource",
          "XMLHttpRequest", "fetch", "open"]) {
          try {
            new window[one]("x");
            works.push(one);
          } catch { /* as it should */ }
        }
        return works;
      });
      assert.deepEqual(left, []);
      const again = await page.evaluate(() => {
        try {
          Object.defineProperty(window, "open", { value: () => "back" });
          return "defined";
        } catch (fault) {
          return fault.name;
        }
      });
      assert.equal(again, "TypeError");
      await page.close();
    });

    test("nothing is stored, unless asked; then the four words only", async () => {
      const page = await open(browser, file);
      await type(page, "A red lantern.");
      const kept = () => page.evaluate(() => ({ ...localStorage }));
      assert.deepEqual(await kept(), {});
      assert.equal(await page.evaluate(() => document.cookie), "");
      await page.$eval(".choices", (choices) => { choices.open = true; });
      await page.click("#remember");
      await page.select("#role", "student");
      assert.deepEqual(await kept(),
        { "earshot.setting": "open/unstated/student/tweet" });
      await page.reload();
      await page.waitForFunction(
        () => document.documentElement.dataset.ready === "yes");
      assert.equal(await page.$eval("#role", (select) => select.value), "student");
      await page.$eval(".choices", (choices) => { choices.open = true; });
      await page.click("#remember");
      assert.deepEqual(await kept(), {});
      await page.close();
    });

    test("copy puts the draft on the clipboard, and says so", async () => {
      const page = await open(browser, file);
      await paste(page, "Words for elsewhere ☕");
      await page.click("#copy");
      await waitText(page, "#copy", /^Copied$/);
      await paste(page, "x");
      await page.$eval("#draft", (draft) => draft.select());
      await page.keyboard.down("Control");
      await page.keyboard.press("v");
      await page.keyboard.up("Control");
      assert.equal(await page.$eval("#draft", (draft) => draft.value),
        "Words for elsewhere ☕");
      await page.close();
    });

    test("print has the draft with its marks, the reminder, and no buttons", async () => {
      const page = await open(browser, file);
      await paste(page, "A red lantern in the rain.");
      if (name === "chromium") {
        await page.emulateMediaType("print");
        const shown = await page.evaluate(() => {
          const visible = (one) => one.checkVisibility();
          const mirror = document.querySelector("#mirror");
          return {
            colour: getComputedStyle(mirror).color,
            field: visible(document.querySelector("#draft")),
            buttons: [...document.querySelectorAll(".tools, .answers, .samples")]
              .filter(visible).length,
            card: visible(document.querySelector(".card")),
          };
        });
        assert.deepEqual(shown,
          { colour: "rgb(0, 0, 0)", field: false, buttons: 0, card: true });
        await page.emulateMediaType("screen");
      }
      const paper = await page.pdf();
      assert.equal(Buffer.from(paper.subarray(0, 5)).toString(), "%PDF-");
      assert.ok(paper.length > 5000, `${paper.length} bytes`);
      await page.close();
    });

    test("save writes the draft to a file, byte for byte", async () => {
      await withFolder((downloads) => withBrowser(name, async (own) => {
        const page = await open(own, file);
        if (name === "chromium") {
          const session = await own.target().createCDPSession();
          await session.send("Browser.setDownloadBehavior",
            { behavior: "allow", downloadPath: downloads });
        }
        const words = "Two lines\nand a cup ☕";
        await paste(page, words);
        await page.click("#save");
        const saved = join(downloads, "draft.txt");
        await until(() => whole(saved, words));
        assert.deepEqual(readdirSync(downloads), ["draft.txt"]);
        assert.equal(readFileSync(saved, "utf8"), words);
      }, { downloads }));
    });
  });
}

const whole = (file, words) =>
  existsSync(file) && readFileSync(file, "utf8") === words;
