/* Real browsers, a page from disk, and a listener that nobody should call. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { NOTICES, PACK, PAGE, SCRATCH, WASM, tool } from "../web/files.mjs";
import { buildPage } from "../../web/offline/build.mjs";

const { default: puppeteer } = await import(
  pathToFileURL(tool.resolve("puppeteer-core")).href);

// A browser that dies takes its promises along; the test's own fails first.
process.on("unhandledRejection", () => {});

export const BROWSERS = (process.env.EARSHOT_BROWSERS ?? "chromium,firefox").split(",");
export const AXE = readFileSync(tool.resolve("axe-core/axe.min.js"), "utf8");

/** Chromium calls home whatever one says; this keeps names from resolving, so
    that all we see is what the page does. */
const QUIET = [
  "--no-sandbox", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--no-first-run",
  "--disable-features=AutofillServerCommunication,NetworkTimeServiceQuerying," +
    "OptimizationHints",
];
const CHROMIUM = [
  ...QUIET,
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost",
];

const proxyFlags = (port, log) => [`--proxy-server=http://127.0.0.1:${port}`,
  "--proxy-bypass-list=127.0.0.1;localhost;*.localhost",
  ...(log ? [`--log-net-log=${log}`, "--net-log-capture-mode=Default"] : [])];

/** As Firefox has it. @param {number | undefined} port */
export const proxyPrefs = (port) => (port ? {
  "network.proxy.type": 1, "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port, "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port, "network.proxy.no_proxies_on": "127.0.0.1, localhost",
} : {});

/** @param {string} name "chromium" or "firefox"
    @param {{dark?: boolean, downloads?: string, extension?: string,
      proxy?: number, log?: string, prefs?: Record<string, any>}} [options] `extension`: a folder, for
      Chromium; Firefox installs it later. `proxy`: a port that hears all that
      goes beyond this machine. `log`: a file for Chromium's network log.
      `prefs`: Firefox's */
export async function launch(name, { dark = false, downloads, extension, proxy, log, prefs } = {}) {
  if (name === "firefox") {
    return puppeteer.launch({
      browser: "firefox", headless: true, timeout: 90000, protocolTimeout: 90000,
      executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
      extraPrefsFirefox: {
        "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
        "media.peerconnection.ice.loopback": true,
        ...proxyPrefs(proxy), ...prefs,
        ...(downloads ? {
          "browser.download.folderList": 2, "browser.download.dir": downloads,
          "browser.download.useDownloadDir": true,
          "browser.download.always_ask_before_handling_new_types": false,
        } : {}),
      },
    });
  }
  return puppeteer.launch({
    headless: true, pipe: true, timeout: 90000, protocolTimeout: 90000,
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: proxy ? [...QUIET, ...proxyFlags(proxy, log)] : CHROMIUM,
    ...(extension ? { enableExtensions: [extension] } : {}),
  });
}

/** @param {string} name @param {(browser: any) => Promise<void>} body
    @param {object} [options] */
export async function withBrowser(name, body, options) {
  const browser = await launch(name, options);
  try {
    await body(browser);
  } finally {
    await browser.close().catch(() => browser.process()?.kill("SIGKILL"));
  }
}

/** The page with the pack of these tests; a file of its own for each process.
    @param {{wasm?: string, name?: string}} [other] */
export async function testPage({ wasm = WASM, name = "test" } = {}) {
  const out = join(SCRATCH, `${name}-${process.pid}.html`);
  const here = (folder) => new URL(folder, import.meta.url).pathname;
  await buildPage({ wasm, pack: here("pack"), scenarios: here("scenarios"),
    notices: NOTICES, out });
  return out;
}

export const realPage = () => PAGE;
export { PACK };

/** Opens a page from disk and waits until its engine answers.
    @param {any} browser @param {string} file
    @param {{width?: number, height?: number, hash?: string}} [options] */
export async function open(browser, file, { width = 1200, height = 900, hash = "" } = {}) {
  const page = await browser.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error?.message ?? error)));
  await page.setViewport({ width, height });
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForFunction(() => document.documentElement.dataset.ready === "yes");
  return page;
}

/** Types by keyboard and waits for the pause and its answer. */
export async function type(page, text) {
  await page.focus("#draft");
  await page.keyboard.type(text);
  await settled(page);
}

/** Until the state light says something that is not "reading". */
export const settled = (page) => page.waitForFunction(() => {
  const { light } = document.querySelector("#state").dataset;
  return light !== "checking" && light !== "empty";
});

/** Puts a text in as a paste does, and waits for its answer. */
export async function paste(page, text) {
  await page.evaluate((words) => {
    const draft = document.querySelector("#draft");
    draft.focus();
    draft.select();
    document.querySelector("#state").dataset.light = "checking";
    draft.value = words;
    draft.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  }, text);
  if (text.trim() !== "") await settled(page);
}

/** What is marked: [words, level]; pieces of one mark are put together. */
export const marks = (page) => page.$eval("#mirror", (mirror) => {
  const found = [];
  let before = null;
  for (const node of mirror.childNodes) {
    const level = node.dataset?.level ?? null;
    if (level && level === before) found.at(-1)[0] += node.textContent;
    else if (level) found.push([node.textContent, level]);
    before = level;
  }
  return found;
});

export const textOf = (page, selector) =>
  page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " ").trim());

export const waitText = (page, selector, pattern) =>
  page.waitForFunction((where, source) =>
    new RegExp(source).test(document.querySelector(where)?.textContent ?? ""),
  {}, selector, pattern.source);

/** Somebody on this machine who writes down every call. */
export async function listener() {
  const calls = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "access-control-allow-origin": "*" });
    response.end("called");
  });
  server.on("upgrade", (request, socket) => {
    calls.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done()));
  return {
    calls,
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => server.close(done)),
  };
}

/** Waits for what happens outside the page, such as a file being there.
    @param {() => boolean} condition */
export async function until(condition) {
  for (let i = 0; i < 600 && !condition(); i += 1) await pause(50);
}

/** A folder that is gone afterwards. @param {(folder: string) => Promise<void>} body */
export async function withFolder(body) {
  const folder = mkdtempSync(join(tmpdir(), "earshot-"));
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
