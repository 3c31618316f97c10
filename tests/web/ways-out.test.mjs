/* The search for ways out finds what is seeded, lets plain code be, and has no
   exception that nothing needs. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { EXCEPTED } from "../../web/ways-out.config.mjs";
import { EXTENSION, PAGE } from "./files.mjs";
import { takeApart } from "./page.mjs";
import { waysOut } from "./ways-out.mjs";

const SEEDED = {
  "a request": "fetch('x')",
  "a request, asked for by its kind": "if (typeof fetch) n();",
  "by another name": "const go = window['fet' + 'ch']; go()",
  "a name that is made": "const n = 'fet'; const w = document[n + 'ch'];",
  "a name as a string": "navigator['sendBeacon'](u)",
  "a name taken out": "const { sendBeacon } = navigator;",
  "a name in a template": "const n = `fetch`;",
  "a socket": "new WebSocket(u)",
  "a line kept open": "new EventSource(u)",
  "an old request": "new XMLHttpRequest()",
  "another line": "new WebTransport(u)",
  "a call": "new RTCPeerConnection()",
  "a picture without a page": "new Image()",
  "a picture": "picture.src = u",
  "a picture, at once": "Object.assign(picture, { src: u })",
  "a picture by style": "p.style.background = u",
  "fetching ahead": "const l = document.createElement('link');",
  "an element by a name": "function f(n) { document.createElement(n) }",
  "an attribute": "function f(e) { e.setAttribute('src', u) }",
  "a link": "function f(a) { a.href = u }",
  "a form": "form.submit()",
  "a form, politely": "form.requestSubmit()",
  "a form's address": "Object.assign(form, { action: u })",
  "a window": "window.open(u)",
  "a window without its owner": "open(u)",
  "a window of the document": "document.open(u, 'x', 'y')",
  "a window of somebody's document": "e.ownerDocument.open(u, 'x', 'y')",
  "an alias of the global": "const w = window; w.x()",
  "the global, handed on": "function f(w) { w.x(); } f(globalThis);",
  "the global by this": "const f = function () { return this; };",
  "the global by an element": "e.ownerDocument.defaultView",
  "a frame's world": "frame.contentWindow",
  "the world around a frame": "window.parent.document.title = text",
  "the outermost world": "window.top.x()",
  "leaving": "document.location.href = u",
  "leaving by assignment": "window.location = u",
  "leaving by method": "document.location.assign(u)",
  "HTML from text": "p.innerHTML = text",
  "code from text": "eval(text)",
  "code from text, later": "setTimeout('x()', 1)",
  "code from text, indirectly": "[].map.constructor('return 1')()",
  "code from text, by its name": "new Function(text)",
  "a late import": "import('x')",
  "an import of a worker": "importScripts('x')",
  "a service worker": "navigator.serviceWorker.register(u)",
  "a thread": "new Worker(u)",
  "a thread from text": "new Worker(URL.createObjectURL(b))",
  "something told to the page": "window.postMessage(t, '*')",
  "an event told to the page": "document.dispatchEvent(new CustomEvent(t))",
  "something kept": "localStorage.setItem('a', u)",
  "a cookie": "document.cookie = t",
  "an address": "const there = 'https://example.org/x';",
  "an address that is made": "const there = `wss://${host}`;",
  "reflection": "Reflect.get(document, n)",
  "the browser's own, another": "api.downloads.download(o)",
  "the browser's own, too much": "api.runtime.setUninstallURL(u)",
  "the browser's own, made": "api[n].create()",
  "the browser's own, handed on": "const a = api; a.x();",
  "a tab that is not ours": "api.tabs.create({ url: u })",
  "a tab that is moved": "api.tabs.update(1, { url: u })",
  "code put into a page":
    "api.scripting.executeScript({ target: t, func: f })",
  "the browser's own, directly": "chrome.runtime.sendMessage(t)",
  "another program": "api.runtime.sendNativeMessage('x', t)",
};

const BUNDLES = ["content.js", "background.js", "offscreen.js", "options.js"];

describe("the search for ways out", () => {
  for (const [what, code] of Object.entries(SEEDED)) {
    test(`finds ${what}`, () => {
      for (const bundle of BUNDLES) {
        // What is seeded is what is found, not a variable that is not there.
        const known = "u, t, n, e, b, o, p, text, picture, form, frame, host, api";
        const found = waysOut(
          `"use strict"; (() => { let ${known};\n${code}\n})();`, bundle);
        assert.ok(found.some((line) => line.startsWith("2:")), bundle);
      }
    });
  }

  test("lets plain code be", () => {
    assert.deepEqual(waysOut(`"use strict"; (() => {
      const state = { open: true, share: 1, view: null };
      class A { constructor() { this.a = state.share; } open() { this.a = 2; } }
      const a = new A();
      a.open();
      window.addEventListener("x", () => state[a.a] ?? document.title);
    })();`, "content.js"), []);
  });

  test("an unknown bundle is not looked over", () =>
    assert.throws(() => waysOut("", "other.js"), /other\.js/));
});

describe("each exception", () => {
  const scripts = ["chromium", "firefox"].flatMap((browser) =>
    ["content", "background", "offscreen", "engine", "check", "options",
      "popup", "principles", "teach", "welcome"]
      .filter((name) => browser === "chromium" || name !== "offscreen")
      .map((name) => [`${name}.js`,
        readFileSync(join(EXTENSION, browser, `${name}.js`), "utf8")]));
  const { main } = takeApart(readFileSync(PAGE, "utf8"));
  scripts.push(["offline.js", main]);

  const found = scripts.flatMap(([name, code]) => waysOut(code, name, EXCEPTED))
    .map((line) => line.replace(/^\S+ /, ""));
  for (const [, what] of EXCEPTED) {
    test(`is needed: ${what}`, () => assert.ok(found.includes(what)));
  }
});
