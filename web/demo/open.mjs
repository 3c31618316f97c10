/* `make demo`: a browser with the extension loaded, on pages of invented
   people. Without a display: takes pictures of it to build/demo, and says how
   to see it.

     node web/demo/open.mjs [chromium|firefox] */
import { appendFileSync, mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { buildExtension, currentVersion } from "../extension/build.mjs";
import { PLACES } from "./people.mjs";
import { serveDemo } from "./serve.mjs";

const { default: puppeteer } = await import("puppeteer-core");
const root = resolve(import.meta.dirname, "../..");
const out = join(root, "build/demo");
const name = process.argv[2] ?? "chromium";
const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

const PROGRAMS = { chromium: "/usr/bin/chromium", firefox: "/usr/bin/firefox-esr" };
/** What holds to begin with, as if a student had answered the four questions. */
const PROFILE = { audience: "open", identity: "named", role: "student", asked: true };
const SITES = {
  "feed.localhost": { medium: "tweet" },
  "group.localhost": { medium: "group-post", audience: "group" },
  "blog.localhost": { medium: "comment" },
  "chat.localhost": { medium: "whatsapp", audience: "dm" },
};
const DRAFT = "Long day. My 14yo lad on Larkfield Road was in A&E again and " +
  "his mum never even rang me back.";

async function launch(folder) {
  const shared = { executablePath: process.env[name.toUpperCase()] ?? PROGRAMS[name],
    headless: !display, defaultViewport: display ? null : { width: 1100, height: 820 } };
  if (name === "firefox") {
    const browser = await puppeteer.launch({ ...shared, browser: "firefox" });
    await browser.installExtension(folder);
    return browser;
  }
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return puppeteer.launch({ ...shared, pipe: true, enableExtensions: [folder],
    args: [...asRoot, "--no-first-run"] });
}

/** The card lies in a closed tree, so its coming cannot be asked for: the
    picture is taken when the page has been still for a while. */
async function pictures(browser, demo) {
  const page = await browser.newPage();
  for (const place of Object.keys(PLACES)) {
    await page.goto(demo.address(place));
    await page.click("#field");
    await page.keyboard.type(DRAFT);
    await new Promise((done) => setTimeout(done, 3000));
    const path = join(out, `${place}.png`);
    await page.screenshot({ path });
    console.log(`  ${relative(root, path)}`);
  }
}

async function start() {
  const folders = await buildExtension({
    wasm: join(root, "build/earshot.wasm"), pack: join(root, "src/packs/social-work-uk"),
    notices: join(root, "build/NOTICES.txt"), version: currentVersion(),
    out: join(out, "extension"), also: ["http://*.localhost/*"], welcome: false,
  });
  for (const folder of folders) {
    appendFileSync(join(folder, "background.js"), "(globalThis.browser ?? chrome)" +
      `.storage.local.set(${JSON.stringify({ sites: SITES, profile: PROFILE })});\n`);
  }
  mkdirSync(out, { recursive: true });
  const demo = await serveDemo();
  const browser = await launch(folders.find((folder) => folder.endsWith(name)));
  try {
    if (!display) {
      console.log("There is no display here, so these are pictures of it:");
      await pictures(browser, demo);
      console.log("With a display, `make demo` opens a browser to write in " +
        "(`make demo BROWSER=firefox` for Firefox).");
      return;
    }
    const [page] = await browser.pages();
    await page.goto(demo.address("feed"));
    console.log(`${demo.address("feed")} is open until you close the browser. Write something.`);
    await new Promise((done) => browser.once("disconnected", done));
  } finally {
    await browser.close().catch(() => {});
    await demo.close();
  }
}

await start();
