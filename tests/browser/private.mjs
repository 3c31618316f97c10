/* Chromium with the extension allowed in private windows, as a person allows it
   on the page of extensions; Firefox has a word for it when it installs. */
import { setTimeout as pause } from "node:timers/promises";

/** @param {any} browser @param {string} id of the extension
    @param {string} own address of a page of ours
    @returns {Promise<any>} a page in a private window */
export async function privatePage(browser, id, own) {
  const page = await browser.newPage();
  await page.goto("chrome://extensions/");
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = /** @type {any} */ (globalThis).chrome;
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration(
      { extensionId, incognitoAccess: true });
  }, id);
  // It starts anew with that.
  for (let tries = 0; ; tries += 1) {
    await page.goto(own).catch(() => {});
    if (await page.evaluate(() => Boolean(globalThis.chrome?.windows))) break;
    if (tries > 100) throw new Error("the extension did not come back");
    await pause(100);
  }
  const there = "about:blank#private";
  await page.evaluate((url) =>
    globalThis.chrome.windows.create({ incognito: true, url }), there);
  const target = await browser.waitForTarget((one) => one.url() === there);
  await page.close();
  return target.page();
}
