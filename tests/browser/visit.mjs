/* A whole visit, as a person makes it: writes in a feed, a group, a blog and a
   chat, goes to the card, answers, takes an answer back, looks at every page of
   the extension, changes options, brings a pack, forgets everything. */
import { STARTER } from "../../web/pages/own-pack.mjs";
import { eventually, marked, seen } from "./extension.mjs";

/** A word that is nowhere else, to be looked for in logs. */
export const NONCE = "zwiebelfisch";

const light = (page, wanted) =>
  eventually(() => seen(page), (now) => now?.light === wanted);

/** Presses a button in the card, by its words. */
async function pressInCard(page, words) {
  const there = await page.evaluate((wanted) => {
    const root = document.querySelector("[data-earshot]").shadowRoot;
    const buttons = [...root.querySelectorAll(".float button")];
    const names = buttons.map(({ textContent }) => textContent);
    buttons[names.indexOf(wanted)]?.click();
    return names;
  }, words);
  if (!there.includes(words)) throw new Error(`no “${words}”, but ${there}`);
}

async function write(page, address, words) {
  await page.go(address);
  await page.evaluate(() => document.querySelector("#field").focus());
  await light(page, "empty");
  await page.type(words);
  await light(page, "some");
  await eventually(() => marked(page), (all) => all.length > 0);
}

/** @param {any} page of openOurs @param {(place: string) => string} address
    @param {() => Promise<void>} [leaving] before each page is left */
export async function visit(page, address, leaving = async () => {}) {
  const draft = `A red lantern for ${NONCE}, we perambulate. `;
  await write(page, address("feed"), draft);
  await page.chord("Alt", "Shift", "e");
  await pressInCard(page, "Keep it");
  await eventually(() => marked(page), (all) => all.length === 1);
  await leaving();

  await write(page, address("group"), `${draft}A mysterious stranger. `);
  await page.chord("Alt", "Shift", "e");
  await pressInCard(page, "Not relevant");
  await page.press("Escape");
  await leaving();

  for (const place of ["blog", "chat"]) {
    await write(page, address(place), `We perambulate, ${NONCE}. `);
    await page.evaluate(() => document.querySelector("#send").click());
    await leaving();
  }

  await page.open("options.html");
  await page.has("#answer-list", "Keep it: Hold the lantern");
  await page.click("#answer-list button");
  await page.has("#said", "may speak again");
  await page.choose('[aria-label="Hold the lantern"]', "quieter");
  await page.evaluate((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "ours.md"));
    const input = document.querySelector("#pack-files");
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, STARTER);
  await page.has("#principle-list", "kettle");
  for (const file of ["popup.html", "welcome.html", "principles.html#principle-lantern"]) {
    await page.open(file);
  }
  await page.go("check.html");
}
