/* A whole visit, as a person makes it: answers the four questions, writes in a
   feed, a group, a blog and a chat, gives every answer that a card has, looks at
   the popup, changes every option, brings a pack, teaches, checks for oneself,
   forgets everything. */
import assert from "node:assert/strict";
import { STARTER } from "../../web/pages/own-pack.mjs";
import { eventually, marked, seen } from "./extension.mjs";

/** A word that is nowhere else, to be looked for in logs. */
export const NONCE = "zwiebelfisch";
const WRITING = 0;
const BESIDE = 1;
const LAST = 2;

const light = (page, wanted) =>
  eventually(() => seen(page), (now) => now?.light === wanted);
const note = (page, wanted) =>
  eventually(() => seen(page), (now) => now?.note?.startsWith(wanted));
const valueOf = (page) => page.evaluate(() => {
  const field = document.querySelector("#field");
  return field.value ?? field.textContent;
});

/** Presses a button or what unfolds in the card, by its words. */
const pressInCard = (page, words) => eventually(() => page.evaluate((wanted) => {
  const root = document.querySelector("[data-earshot]").shadowRoot;
  const found = [...root.querySelectorAll(".float button, .float summary")]
    .find(({ textContent, ariaLabel }) =>
      (ariaLabel ?? textContent).trim().startsWith(wanted));
  found?.click();
  return Boolean(found);
}, words), Boolean);

async function write(page, address, words) {
  await page.go(address);
  await page.evaluate(() => document.querySelector("#field").focus());
  await light(page, "empty");
  await page.type(words);
  await light(page, "some");
  await eventually(() => marked(page), (all) => all.length > 0);
  await page.chord("Alt", "Shift", "e");
  await eventually(() => seen(page), (now) => now.card !== null);
}

async function firstRun(page) {
  await page.open("welcome.html");
  await page.choose("#role", "student");
  await page.choose("#identity", "named");
  await page.choose("#audience", "open");
  await page.click("#done");
  await page.until(() => document.activeElement.id === "next");
}

async function places(page, address, leaving) {
  const draft = `A red lantern for ${NONCE}, we perambulate. `;
  await write(page, address("feed"), draft);
  await pressInCard(page, "Show me");
  await page.chord("Alt", "Shift", "e");
  await pressInCard(page, "Keep it");
  await page.press("Escape");
  await eventually(() => marked(page), (all) => all.length === 1);
  await leaving();

  await write(page, address("group"), `${draft}A mysterious stranger. `);
  await pressInCard(page, "Less of this");
  await note(page, "You will see less");
  await pressInCard(page, "Not relevant");
  await leaving();

  await write(page, address("blog"), `We perambulate, ${NONCE}. `);
  await pressInCard(page, "Copy “walk”");
  await pressInCard(page, "Use “stroll”");
  await note(page, "Changed");
  assert.match(await valueOf(page), /^We stroll/);
  await pressInCard(page, "Undo");
  await note(page, "Your own words are back");
  await leaving();

  await write(page, address("blog"), `My neighbour’s cousin, ${NONCE}, is fourteen. `);
  await pressInCard(page, "Soften a detail");
  await pressInCard(page, "Soften it");
  await note(page, "Softened");
  assert.doesNotMatch(await valueOf(page), /fourteen/);
  await leaving();

  await write(page, address("chat"), `We perambulate, ${NONCE}. `);
  await page.evaluate(() => document.querySelector("#send").click());
  await leaving();
}

/** The popup of the tab where somebody writes, opened beside it. */
async function popup(page) {
  await page.tab(BESIDE);
  await page.open("welcome.html");
  const tab = await page.evaluate(async () => {
    const { tabs } = globalThis.browser ?? globalThis.chrome;
    const { id: here } = await tabs.getCurrent();
    const answers = await Promise.all((await tabs.query({})).map(({ id }) =>
      id === here ? null : tabs.sendMessage(id, { tell: "status" })
        .then((status) => status && id, () => null)));
    return answers.find(Boolean);
  });
  await page.open(`popup.html?tab=${tab}`);
  await page.has("#site", "chat.localhost");
  await page.choose("#medium", "whatsapp");
  for (const value of ["site", "now", "everywhere", "on"]) {
    await page.click(`#off [value="${value}"]`);
    await page.has("#line", value === "on" ? "" : "Off");
  }
}

async function options(page) {
  await page.open("options.html");
  await page.has("#answer-list", "Keep it: Hold the lantern");
  await page.click("#answer-list button");
  await page.has("#said", "may speak again");
  await page.choose('[aria-label="Hold the lantern"]', "quieter");
  await page.choose('[aria-label="Choose plain words"]', "muted");
  await page.choose("#you-role", "carer");
  await page.click("#switches input");
  await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "ours.md"));
    const input = document.querySelector("#pack-files");
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, STARTER);
  await page.has("#principle-list", "kettle");
}

async function teaching(page) {
  const go = (hash) => page.evaluate((to) => { window.location.hash = to; }, hash);
  await page.open("teach.html");
  await go("teach/situation/scenarios/strong-view");
  await page.has("#teach-title", "A strong view");
  await page.evaluate((word) => {
    const draft = document.querySelector(".situation .draft");
    draft.value = `I saw a red lantern tonight, ${word}.`;
    draft.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
  }, NONCE);
  await page.has(".situation .panel", "Hold the lantern");
  await go("teach/rooms");
  await page.evaluate((word) => {
    const words = document.querySelector("#room-draft");
    words.value = `My neighbour’s cousin turned fourteen, ${word}.`;
    words.dispatchEvent(new Event("input"));
  }, NONCE);
  await page.has(".room", "Let people stay puzzles");
  await go("own");
}

/** All that is kept, but for a secret that is not the one named: a draft that is
    still open elsewhere is read again at once, and then a new one is made. */
const keptBeside = (page, old) => page.evaluate(async (before) => {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  const { secret, ...rest } = { ...await storage.local.get(null), ...await storage.session.get(null) };
  return secret === before ? { secret, ...rest } : rest;
}, old);

async function forget(page) {
  await page.open("options.html");
  const secret = await page.evaluate(async () =>
    (await (globalThis.browser ?? globalThis.chrome).storage.local.get("secret")).secret ?? "none");
  await page.click("#forget");
  await page.click("#forget-sure");
  await page.has("#said", "Everything is forgotten");
  assert.deepEqual(await keptBeside(page, secret), {});
}

/** @param {any} page of openOurs @param {(place: string) => string} address
    @param {{leaving?: () => Promise<void>, tries?: boolean}} [options]
      `leaving`: before each page is left; `tries`: also presses the button that
      has every part try to send */
export async function visit(page, address, { leaving = async () => {}, tries = true } = {}) {
  await page.tab(WRITING);
  await firstRun(page);
  await leaving();
  await places(page, address, leaving);
  for (const part of [popup, options]) {
    await part(page);
    await leaving();
  }
  await page.open("principles.html#principle-lantern");
  await leaving();
  await teaching(page);
  await leaving();
  // That tab asks before it goes with a group's work.
  await page.tab(LAST);
  await page.go("check.html");
  if (tries) {
    await page.click("#try");
    await page.has("#outcome", "tries:");
    assert.match(await page.text("#outcome"), / 0 got out\./);
  }
  await leaving();
  await forget(page);
}
