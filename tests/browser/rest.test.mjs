/* Nothing runs when nobody writes: all that could wake the page is counted. And
   nothing is read while an input method is at work. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { buildExtension } from "../../web/extension/build.mjs";
import { NOTICES, SCRATCH, WASM } from "../web/files.mjs";
import { eventually, launchExtension, marked, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>
<textarea id="area" aria-label="One"></textarea>
<div id="rich" contenteditable role="textbox" aria-label="Two" style="min-height: 40px"></div>
<iframe id="frame" title="Three" srcdoc="<textarea></textarea>"></iframe></html>`;

/** Runs first in the content script: counts what of ours is called, and what
    still waits to be, and tells when the page asks. */
function count() {
  const counts = { timers: 0, frames: 0, observers: 0, messages: 0, events: 0, texts: [] };
  const waiting = new Set();
  const { setTimeout: later, clearTimeout: never, requestAnimationFrame: soon,
    cancelAnimationFrame: not } = globalThis;
  globalThis.setTimeout = (does, ms) => {
    const id = later(() => {
      waiting.delete(id);
      counts.timers += 1;
      does();
    }, ms);
    waiting.add(id);
    return id;
  };
  globalThis.clearTimeout = (id) => {
    waiting.delete(id);
    never(id);
  };
  globalThis.requestAnimationFrame = (does) => {
    const key = soon((now) => {
      waiting.delete(`frame ${key}`);
      counts.frames += 1;
      does(now);
    });
    waiting.add(`frame ${key}`);
    return key;
  };
  globalThis.cancelAnimationFrame = (key) => {
    waiting.delete(`frame ${key}`);
    not(key);
  };
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"]) {
    const Native = globalThis[name];
    globalThis[name] = class extends Native {
      constructor(does, how) {
        super((...given) => {
          counts.observers += 1;
          does(...given);
        }, how);
      }
    };
  }
  const { runtime } = globalThis.browser ?? globalThis.chrome;
  const send = runtime.sendMessage.bind(runtime);
  const counted = (message) => {
    counts.messages += 1;
    if (message.ask === "check") counts.texts.push(message.text);
    return send(message);
  };
  try {
    Object.defineProperty(runtime, "sendMessage", { value: counted });
  } catch {
    counts.messages = NaN;
  }
  const told = runtime.onMessage.addListener.bind(runtime.onMessage);
  runtime.onMessage.addListener = (does) => told((...given) => {
    counts.messages += 1;
    return does(...given);
  });
  document.addEventListener("earshot-count", () => document.dispatchEvent(
    new CustomEvent("earshot-counted", {
      detail: JSON.stringify({ ...counts, waiting: [...waiting].length }) })));
}

async function build(seed = "") {
  const folders = await buildExtension({ wasm: WASM, test: true, version: "0.0.1",
    pack: new URL("pack", import.meta.url).pathname, notices: NOTICES,
    out: join(SCRATCH, `extension-rest${seed && "-seeded"}-${process.pid}`) });
  for (const folder of folders) {
    const path = join(folder, "content.js");
    writeFileSync(path, `(${count})();\n${seed}\n${readFileSync(path, "utf8")}`);
  }
  return folders;
}

const counts = (frame) => frame.evaluate(() => new Promise((done) => {
  document.addEventListener("earshot-counted", ({ detail }) => done(JSON.parse(detail)),
    { once: true });
  document.dispatchEvent(new CustomEvent("earshot-count"));
}));

/** What has changed between two looks, the first two seconds after the last key. */
async function atRest(frame) {
  await pause(2000);
  const first = await counts(frame);
  await pause(2500);
  return [first, await counts(frame)];
}

for (const name of BROWSERS) {
  describe(`at rest, ${name}`, () => {
    let browser;
    let site;
    let page;
    before(async () => {
      site = await serve({ "/": PAGE });
      const folder = (await build()).find((one) => one.endsWith(name));
      browser = await launchExtension(name, { folder });
      page = await browser.newPage();
      await page.goto(site.url());
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    test("before a field has the focus nothing has run, and nothing was said", async () => {
      const { timers, frames, messages, waiting } = await counts(page);
      assert.deepEqual({ timers, frames, messages, waiting },
        { timers: 0, frames: 0, messages: 0, waiting: 0 });
    });

    for (const id of ["area", "rich"]) {
      test(`#${id}: two seconds after the last key nothing runs or waits`, async () => {
        await page.click(`#${id}`);
        await page.keyboard.type("A red lantern, a mysterious stranger; ok.");
        await eventually(() => seen(page), (now) => now?.card);
        const [first, second] = await atRest(page);
        assert.ok(first.timers > 1 && first.messages > 2 && first.observers > 1,
          `it is counted: ${JSON.stringify(first)}`);
        assert.deepEqual(second, first);
        assert.equal(second.waiting, 0);
      });
    }

    test("a timer that goes on would be counted", async () => {
      const [folder] = (await build("setInterval(() => setTimeout(() => {}, 1), 300);"))
        .filter((one) => one.endsWith(name));
      const other = await launchExtension(name, { folder });
      try {
        const tab = await other.newPage();
        await tab.goto(site.url());
        await tab.click("#area");
        await tab.keyboard.type("Ok. ");
        const [first, second] = await atRest(tab);
        assert.ok(second.timers > first.timers);
      } finally {
        await other.close();
      }
    });
  });

  describe(`input methods, ${name}`, () => {
    let browser;
    let site;
    let page;
    let method;
    before(async () => {
      site = await serve({ "/": PAGE });
      const folder = (await build()).find((one) => one.endsWith(name));
      browser = await launchExtension(name, { folder });
      page = await browser.newPage();
      method = name === "chromium" ? await realMethod(page) : playedMethod(page);
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    for (const id of ["area", "rich"]) {
      test(`#${id}: nothing is read mid-composition, all of it right after`, async () => {
        await page.goto(site.url());
        await page.click(`#${id}`);
        await eventually(() => seen(page), (now) => now?.light === "empty");
        await page.keyboard.type("A red ");
        await method.compose("lan");
        await pause(1200);
        await method.compose("lantern");
        await pause(1200);
        const { texts } = await counts(page);
        assert.deepEqual(texts.filter((text) => /lan/.test(text)), []);
        assert.deepEqual(await marked(page), []);
        await method.commit("lantern");
        await page.keyboard.type(". Ok.");
        await eventually(() => marked(page), (all) =>
          JSON.stringify(all).replace("\u00a0", " ") === '[["red lantern","hold"]]');
      });

      test(`#${id}: a card that is due waits until the composition ends`, async () => {
        await page.goto(site.url());
        await page.click(`#${id}`);
        await page.keyboard.type("A red lantern. ");
        await method.compose("nih");
        await eventually(() => counts(page), ({ waiting }) => waiting === 0);
        await pause(1200);
        assert.equal((await seen(page)).card, null);
        await method.commit("你好");
        await eventually(() => seen(page), ({ card }) => card);
      });
    }
  });
}

/** Chromium's own. */
async function realMethod(page) {
  const session = await page.createCDPSession();
  return {
    compose: (text) => session.send("Input.imeSetComposition",
      { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text) => session.send("Input.insertText", { text }),
  };
}

/** Firefox cannot be asked for one: its events, in their order, by hand. */
function playedMethod(page) {
  const play = (text, end) => page.evaluate((words, ends) => {
    const field = document.activeElement;
    const tell = (kind, Event, more) => field.dispatchEvent(
      new Event(kind, { bubbles: true, composed: true, data: words, ...more }));
    const { now: last = null } = window.method ?? {};
    if (last === null) tell("compositionstart", CompositionEvent);
    tell("compositionupdate", CompositionEvent);
    const put = (old) => {
      if ("value" in field) field.value = field.value.slice(0, field.value.length - old.length) + words;
      else field.textContent = field.textContent.slice(0, field.textContent.length - old.length) + words;
    };
    put(last ?? "");
    tell("input", InputEvent, { inputType: "insertCompositionText", isComposing: !ends });
    window.method = { now: ends ? null : words };
    if (ends) tell("compositionend", CompositionEvent);
    if (!("value" in field)) getSelection().selectAllChildren(field);
    if (!("value" in field)) getSelection().collapseToEnd();
  }, text, end);
  return { compose: (text) => play(text, false), commit: (text) => play(text, true) };
}
