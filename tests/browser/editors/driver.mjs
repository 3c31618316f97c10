/* Types into editors as a person does, and reads what became of it. */

import { after, before } from "node:test";
import { launchExtension } from "../extension.mjs";
import { serveEditors } from "./server.mjs";

/** For a suite: a browser with the extension, and the editors' pages.
    @param {string} name of the browser
    @returns {{browser: any, server: any}} there once the suite has begun */
export function inEditors(name) {
  const at = { browser: null, server: null };
  before(async () => {
    at.server = await serveEditors();
    at.browser = await launchExtension(name);
  });
  after(async () => {
    await at.browser?.close();
    await at.server?.close();
  });
  return at;
}

/** How long an editor may take to render what was typed: it is waited for by
    its model, never by the clock alone. */
const PATIENCE = { timeout: 60000 };

/** @typedef {import("./editors.mjs").Editor} Editor */

/** Opens an editor's page and clicks into its field.
    @param {any} browser @param {string} url of the server @param {Editor} editor */
export async function openEditor(browser, url, editor) {
  const page = await openPage(browser, `${url}/editor/${editor.path}`);
  await page.evaluate(() => window.starting);
  await page.waitForFunction(() => Boolean(window.editor));
  const frame = editor.frame ? await frameOf(page) : page.mainFrame();
  await frame.waitForSelector(editor.field);
  await frame.click(editor.field);
  return { page, frame, editor };
}

/** @param {any} browser @param {string} address */
export async function openPage(browser, address) {
  const page = await browser.newPage();
  page.faults = [];
  page.on("pageerror", (error) => {
    const words = String(error?.message ?? error);
    // The browser's own wish for a picture of the site.
    if (!words.includes("/favicon.ico")) page.faults.push(words);
  });
  await page.setViewport({ width: 1000, height: 800 });
  await page.goto(address);
  return page;
}

/** The first frame within a page, once it is there. */
export async function frameOf(page) {
  await page.waitForSelector("iframe");
  const frame = await (await page.$("iframe")).contentFrame();
  await frame.waitForSelector("body");
  return frame;
}

/** The editor's own idea of what it holds; a block is a line. */
export const modelOf = async (page) =>
  (await page.evaluate(() => window.editor.text())).replace(/\n\n+/g, "\n");

/** Until the editor's model is these words. */
export async function holds(page, words) {
  await page.waitForFunction((wanted) =>
    window.editor.text().replace(/\n\n+/g, "\n") === wanted, PATIENCE, words)
    .catch(async () => {
      throw new Error(`wanted ${JSON.stringify(words)}, the editor holds ` +
        JSON.stringify(await modelOf(page)));
    });
}

/** Keys together, as in chord(page, "Control", "z"). */
export async function chord(page, ...keys) {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

export const undo = (page) => chord(page, "Control", "z");
