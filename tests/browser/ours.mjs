/* The extension's own pages in both browsers, with one face: go, look, press
   keys, take a picture. Chromium by puppeteer, Firefox by Marionette. */
import { eventually, extensionFolder, launchExtension } from "./extension.mjs";
import { firefoxPages } from "./marionette.mjs";
import { privatePage } from "./private.mjs";

/** As WebDriver writes keys that are no letters. */
const KEYS = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C", ArrowDown: "\uE015",
  Alt: "\uE00A", Shift: "\uE008", Control: "\uE009" };

/** @param {string} name "chromium" or "firefox" @param {object} [options] */
export const openOurs = (name, options = {}) =>
  (name === "firefox" ? inFirefox(options) : inChromium(options));

const folderOf = async (name, { folder, ...options }) => folder ??
  (await extensionFolder(options)).find((one) => one.endsWith(name));

async function inChromium(options) {
  const folder = await folderOf("chromium", options);
  const browser = await launchExtension("chromium", { ...options, folder });
  const target = await browser.waitForTarget((one) => one.type() === "service_worker");
  const faults = [];
  const tabs = [];
  let page;
  const tab = async (n) => {
    // An update closes pages of ours.
    if (!tabs[n] || tabs[n].isClosed()) {
      tabs[n] = await browser.newPage();
      tabs[n].on("pageerror", (error) => faults.push(String(error?.message ?? error)));
      if (options.dark) {
        await tabs[n].emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
      }
      await tabs[n].setViewport({ width: 1000, height: 800 });
    }
    page = tabs[n];
    await page.bringToFront();
  };
  await tab(0);
  const address = (file) => (/^http/.test(file) ? file : new URL(file, target.url()).href);
  return ours({
    browser, faults, address, tab,
    /** Makes tab n one in a private window. */
    async secret(n) {
      const own = target.url().replace("service-worker.js", "options.html");
      tabs[n] = await privatePage(browser, new URL(own).host, own);
      await tab(n);
    },
    /** Once the tab of the four questions is there, which opens by itself and
        takes the front, the one in use gets it back. */
    async welcomed() {
      const own = await browser.waitForTarget((one) => one.type() === "page" &&
        one.url() === address("welcome.html"));
      await (await own.page()).close();
      await page.bringToFront();
    },
    shut: () => page.close(),
    /** As an update does: all of ours starts anew, pages stay as they are. */
    update: () => browser.installExtension(folder),
    /** The background is stopped, as browsers do when it is idle. It may be gone
        before it is let go of, which is as well. */
    async stopBackground() {
      const running = browser.targets().find((one) => one.type() === "service_worker");
      const worker = await running?.worker();
      await worker?.close().catch((error) => {
        if (!/No session with given id/.test(error.message)) throw error;
      });
    },
    /** The tab's page is thrown away, as browsers do when memory is short, and
        comes back once the tab is looked at. Tab 1 is looked at meanwhile. */
    async discard() {
      const url = page.url();
      await tab(1);
      const worker = await (await browser.waitForTarget((one) => one.type() === "service_worker")).worker();
      // The extension may not know addresses; the tab is the one left last.
      const gone = await worker.evaluate(async () => {
        const [left] = (await globalThis.chrome.tabs.query({ active: false }))
          .sort((a, b) => b.lastAccessed - a.lastAccessed);
        const { id, discarded } = await globalThis.chrome.tabs.discard(left.id);
        if (discarded) await globalThis.chrome.tabs.update(id, { active: true });
        return discarded;
      });
      if (!gone) throw new Error("the tab was not discarded");
      const back = await browser.waitForTarget((one) => one.type() === "page" && one.url() === url);
      tabs[0] = await back.page();
      await tab(0);
    },
    /** Presses the toolbar's button. @returns {Promise<{text: () =>
        Promise<string>, click: (selector: string) => Promise<void>}>} its popup */
    async toolbar() {
      const [extension] = (await browser.extensions()).values();
      await page.triggerExtensionAction(extension);
      const shown = await browser.waitForTarget((one) => one.url() === address("popup.html"));
      const popup = await shown.asPage();
      return {
        text: () => popup.evaluate(() => document.body.innerText),
        click: (selector) => popup.evaluate((where) =>
          document.querySelector(where).click(), selector),
      };
    },
    back: () => page.goBack(),
    cdp: () => page.createCDPSession(),
    go: (file) => page.goto(address(file)),
    evaluate: (does, ...given) => page.evaluate(does, ...given),
    run: (source) => page.evaluate(source),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    chord: async (...keys) => {
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.reverse()) await page.keyboard.up(key);
    },
    picture: async () => Buffer.from(await page.screenshot({ fullPage: true })),
    size: (width, height) => page.setViewport({ width, height }),
    close: () => browser.close(),
  });
}

async function inFirefox(options) {
  const folder = await folderOf("firefox", options);
  const { line, address, close, install, privileged } =
    await firefoxPages(folder, options);
  const perform = (steps) => line.send("WebDriver:PerformActions", { actions: [{
    type: "key", id: "keys",
    actions: steps.map(([type, key]) => ({ type, value: KEYS[key] ?? key })),
  }] });
  const press = (key) => perform([["keyDown", key], ["keyUp", key]]);
  const handles = [await line.send("WebDriver:GetWindowHandle")];
  return ours({
    faults: [], address, press, close,
    async tab(n) {
      // An update closes pages of ours.
      if (!(await line.send("WebDriver:GetWindowHandles")).includes(handles[n])) {
        handles[n] = (await line.send("WebDriver:NewWindow", { type: "tab" })).handle;
      }
      await line.send("WebDriver:SwitchToWindow", { handle: handles[n], focus: true });
    },
    async secret(n) {
      await install({ allowPrivateBrowsing: true });
      const { handle } = await line.send("WebDriver:NewWindow",
        { type: "window", private: true });
      handles[n] = handle;
      await this.tab(n);
    },
    /** As in Chromium: whatever has not the front gets no focus. */
    async welcomed() {
      const handle = await eventually(async () => (await line.send("WebDriver:GetWindowHandles"))
        .find((one) => !handles.includes(one)), Boolean);
      await line.send("WebDriver:SwitchToWindow", { handle, focus: true });
      await line.send("WebDriver:CloseWindow");
      await this.tab(0);
    },
    shut: () => line.send("WebDriver:CloseWindow"),
    update: () => install(),
    /** As Firefox does when it is idle, now. */
    async stopBackground() {
      await privileged("return extension.terminateBackground().then(() => true)");
      await eventually(() => privileged("return extension.backgroundState"),
        (state) => state === "stopped");
    },
    privileged,
    async discard() {
      await this.tab(1);
      const gone = await privileged(`
        const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
        const [left] = gBrowser.tabs.filter((tab) => tab !== gBrowser.selectedTab);
        gBrowser.discardBrowser(left, true);
        return left.hasAttribute("pending");`);
      if (!gone) throw new Error("the tab was not discarded");
      await this.tab(0);
    },
    toolbar: () => pressFirefox(privileged),
    back: () => line.send("WebDriver:Back"),
    type: (text) => perform([...text].flatMap((key) => [["keyDown", key], ["keyUp", key]])),
    chord: (...keys) => perform([...keys.map((key) => ["keyDown", key]),
      ...[...keys].reverse().map((key) => ["keyUp", key])]),
    run: (script) => line.send("WebDriver:ExecuteScript", { script, sandbox: null }),
    go: (file) => line.send("WebDriver:Navigate", { url: address(file) }),
    evaluate: (does, ...given) => line.send("WebDriver:ExecuteAsyncScript", {
      script: `const done = arguments[arguments.length - 1];
        Promise.resolve((${does})(...[...arguments].slice(0, -1)))
          .then((value) => done([value ?? null]), (fault) => done([null, String(fault)]));`,
      args: given, sandbox: null,
    }).then(([value, fault]) => {
      if (fault) throw new Error(fault);
      return value;
    }),
    picture: async () => Buffer.from(await line.send("WebDriver:TakeScreenshot",
      { full: true }), "base64"),
    size: (width, height) => line.send("WebDriver:SetWindowRect", { width, height }),
  });
}

/** The popup is in a process of its own: looked at by what Firefox sends there.
    It is loaded out of sight and moved into its panel, and what is sent before
    that is lost: so its panel must be open first, and words that do not come are
    asked for again.
    @param {(script: string, ...args: any[]) => Promise<any>} privileged */
async function pressFirefox(privileged) {
  const inWindow = (script, ...args) => privileged(`return (async (given) => {
    const win = Services.wm.getMostRecentWindow("navigator:browser");
    const popup = () => win.document.querySelector("browser[webextension-view-type=popup]");
    const send = (code) => popup().messageManager.loadFrameScript(
      "data:application/javascript," + encodeURIComponent(code), false);
    ${script} })(arguments[0]);`, ...args);
  await inWindow(`
    const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(win);`);
  await eventually(() => inWindow(`const panel = popup()?.closest("panel");
    return panel && [panel.id, panel.state];`),
  (panel) => panel?.[0] === "customizationui-widget-panel" && panel[1] === "open");
  return {
    text: () => inWindow(`return new Promise((done) => {
      const { messageManager } = popup();
      const hear = ({ data }) => {
        messageManager.removeMessageListener("words", hear);
        done(data);
      };
      messageManager.addMessageListener("words", hear);
      send("sendAsyncMessage('words', content.document.body?.innerText ?? '')");
      win.setTimeout(hear, 2000, { data: "" }); });`),
    click: (selector) => inWindow("send(`content.document.querySelector('${given}').click()`);",
      selector),
  };
}

/** @param {any} page */
function ours(page) {
  const until = (does, ...given) =>
    eventually(() => page.evaluate(does, ...given), Boolean).catch(async (fault) => {
      throw new Error(`${fault.message}: ${does} ${JSON.stringify(given)}\n` +
        await page.evaluate(() => document.body.innerText));
    });
  return {
    ...page, until,
    /** Opens a page of ours and waits until it is drawn. */
    async open(file) {
      await page.go(file);
      await until(() => document.documentElement.dataset.ready === "yes");
    },
    click: (selector) => page.evaluate((where) =>
      document.querySelector(where).click(), selector),
    choose: (selector, value) => page.evaluate((where, wanted) => {
      const select = document.querySelector(where);
      select.value = wanted;
      select.dispatchEvent(new Event("change"));
    }, selector, value),
    text: (selector) => page.evaluate((where) =>
      document.querySelector(where).textContent.replace(/\s+/g, " ").trim(), selector),
    has: (selector, words) => until((where, wanted) =>
      document.querySelector(where)?.textContent.includes(wanted), selector, words),
  };
}
