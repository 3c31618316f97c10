/* The extension in real browsers: a build for tests (its card can be looked at,
   this machine's pages are among its sites), and pages to write on. */
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NOTICES, PACK, SCRATCH, WASM } from "../web/files.mjs";
import { buildExtension } from "../../web/extension/build.mjs";
import { launch } from "./harness.mjs";

let built = null;

/** The pack of these tests, or the default one.
    @param {{real?: boolean}} [options] @returns {Promise<string>} a folder */
export function extensionFolder({ real = false } = {}) {
  const pack = real ? PACK : new URL("pack", import.meta.url).pathname;
  built ??= {};
  built[pack] ??= buildExtension({
    wasm: WASM, pack, version: "0.0.1", notices: NOTICES, test: true,
    out: join(SCRATCH, `extension-${real ? "real" : "test"}-${process.pid}`),
  });
  return built[pack];
}

/** @param {string} name "chromium" or "firefox"
    @param {object} [options] `folder`: a build that the test made itself */
export async function launchExtension(name, { real = false, folder: own, ...options } = {}) {
  const folder = own ?? (await extensionFolder({ real }))
    .find((one) => one.endsWith(name));
  const browser = await launch(name, { ...options, extension: folder });
  if (name === "firefox") await browser.installExtension(folder);
  return browser;
}

/** Serves pages: {"/path": html | {body, headers}}.
    @param {Record<string, any>} pages */
export async function serve(pages) {
  const server = createServer((request, response) => {
    const page = pages[request.url.split("?")[0]];
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { body = page, headers = {} } = page;
    response.writeHead(200,
      { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
  const { port } = server.address();
  return {
    url: (path = "/") => `http://127.0.0.1:${port}${path}`,
    other: (path = "/") => `http://localhost:${port}${path}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

/** What Earshot shows in a page or frame: its light, its card, what it reads
    out. */
export const seen = (frame) => frame.evaluate(() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap((element) =>
    element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element]);
  // In a page around the field's frame there is only a card.
  const host = all(document).find((one) => one.hasAttribute("data-earshot") &&
    one.shadowRoot.querySelector(".light"));
  if (!host) return null;
  const light = host.shadowRoot.querySelector(".light");
  const root = host.shadowRoot.querySelector(".float") ? host.shadowRoot
    : [...window.top.document.querySelectorAll("[data-earshot]")]
      .map(({ shadowRoot }) => shadowRoot)
      .find((one) => one.querySelector(".float") && !one.querySelector(".light"));
  if (!root) return null;
  const card = root.querySelector(".float");
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  return {
    light: light.hidden ? "hidden" : light.dataset.light, line: light.title,
    card: card.hidden ? null : words(card.querySelector(".panel")),
    said: words(root.querySelector("[aria-live]")),
    note: root.querySelector(".note").hidden ? null
      : words(root.querySelector(".note")),
  };
});

/** What is marked, by level, read from the browser's own registry of
    highlights, or from the overlay where there is one.
    @returns {Promise<[string, string][]>} [words, level] in order */
export const marked = (frame) => frame.evaluate(() => {
  const found = [];
  // Out of a closed shadow tree only its page can tell.
  const valueOf = () => document.activeElement.value ?? window.editor.text();
  for (const level of ["ask", "note", "pause", "hold"]) {
    for (const range of CSS.highlights.get(`earshot-${level}`) ?? []) {
      const words = range.startContainer ? range.toString()
        : valueOf().slice(range.startOffset, range.endOffset);
      found.push([words, level]);
    }
  }
  const host = document.querySelector("[data-earshot]");
  for (const mark of host?.shadowRoot.querySelectorAll(
    ".overlay mark[data-level]") ?? []) {
    found.push([mark.textContent, mark.dataset.level]);
  }
  return found;
});

/** Waits until what is seen is as wanted, for as long as a machine may take that
    has much else to do; says what it was when it never is. What cannot be looked
    at yet (a page on its way, a part not there) is looked at again.
    @template T @param {() => Promise<T>} look @param {(seen: T) => boolean} wanted
    @returns {Promise<T>} */
export async function eventually(look, wanted) {
  let last;
  for (let i = 0; i < 1000; i += 1) {
    try {
      const now = await look();
      if (wanted(now)) return now;
      last = JSON.stringify(now);
    } catch (fault) {
      last = String(fault);
    }
    await pause(50);
  }
  throw new Error(`never so; at last: ${last}`);
}

/** A button (or summary) of Earshot's by its words or label, ready to be
    pressed. @returns {Promise<any>} */
export async function control(frame, words) {
  const find = (wanted) => {
    const hosts = [...document.querySelectorAll("*")].flatMap((element) =>
      [element, ...element.shadowRoot?.querySelectorAll("[data-earshot]") ?? []])
      .filter((one) => one.hasAttribute("data-earshot"));
    const found = hosts.flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll(
      "button, summary")]).find((one) => one.checkVisibility() &&
        (one.ariaLabel ?? one.textContent).trim().startsWith(wanted));
    return found ?? null;
  };
  const look = async () => {
    for (let at = frame; at; at = at.parentFrame?.()) {
      const found = (await at.evaluateHandle(find, words)).asElement();
      if (found) return found;
    }
    return null;
  };
  await eventually(look, Boolean);
  return look();
}

/** As a person does: brings it out from under what stays in sight, sees it stand
    still, clicks, and looks whether that was where it is: what comes in
    meanwhile may move it away, or draw it anew. */
export async function press(frame, words) {
  for (let left = 5; ; left -= 1) {
    const found = await control(frame, words);
    try {
      await found.evaluate(stillThere);
      await click(found);
      if (await found.evaluate((element) => element.pressed === true)) return;
    } catch (fault) {
      if (!/detached|not clickable|no such node|not an element/i.test(fault.message)) throw fault;
    }
    if (left === 0) throw new Error(`“${words}” was never where it was pressed`);
  }
}

async function stillThere(element) {
  element.pressed = false;
  element.addEventListener("click", () => { element.pressed = true; },
    { once: true, capture: true });
  element.scrollIntoView({ block: "nearest" });
  const place = () => JSON.stringify(element.getBoundingClientRect());
  for (let last = "", still = 0; still < 3; last = place()) {
    await new Promise((done) => requestAnimationFrame(done));
    still = place() === last ? still + 1 : 0;
  }
}

/** Firefox says of what has come from another document that it is no element.
    @param {any} found */
export async function click(found) {
  if (await found.boundingBox()) return found.click();
  const [x, y] = await found.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });
  await found.frame.page().mouse.click(x, y);
}

/** The frame that the card of a field in this one stands in.
    @param {any} frame @returns {Promise<any>} */
export async function cardFrame(frame) {
  const holds = () => [...document.querySelectorAll("[data-earshot]")].some(
    ({ shadowRoot }) => shadowRoot.querySelector(".float"));
  for (let at = frame; at; at = at.parentFrame?.()) {
    if (await at.evaluate(holds)) return at;
  }
  return frame;
}
