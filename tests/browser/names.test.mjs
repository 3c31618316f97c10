/* What a screen reader is told in Firefox, read from the browser's own
   accessibility tree (Chromium's: card.test.mjs). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, extensionFolder, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";
import { firefoxPages } from "./marionette.mjs";

const PAGE = `<!doctype html><html lang="en"><title>x</title>
<textarea id="field" aria-label="Your post"></textarea></html>`;

/** Role and name of all in the page; nothing the first time: asking starts it. */
const READ = `
  const all = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const rows = [];
  const walk = (one) => {
    rows.push((all.getStringRole(one.role) + " " + (one.name ?? "")).trim());
    for (let at = one.firstChild; at; at = at.nextSibling) walk(at);
  };
  const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
  const page = all.getAccessibleFor(gBrowser.selectedBrowser);
  if (page) walk(page);
  return rows;`;

test("Firefox tells a screen reader what there is, in order",
  { skip: !BROWSERS.includes("firefox") }, async () => {
    const folder = (await extensionFolder()).find((one) => one.endsWith("firefox"));
    const site = await serve({ "/": PAGE });
    const firefox = await firefoxPages(folder, { prefs: { "accessibility.force_disabled": -1 } });
    try {
      const { line } = firefox;
      await line.send("WebDriver:Navigate", { url: site.url() });
      const [id] = Object.values(await line.send("WebDriver:FindElement",
        { using: "css selector", value: "#field" }));
      await line.send("WebDriver:ElementClick", { id });
      await line.send("WebDriver:ElementSendKeys", { id, text: "A red lantern." });
      const told = await eventually(() => firefox.privileged(READ),
        (rows) => rows.some((one) => one.startsWith("text leaf 1 reminder.")));
      const wanted = ["entry Your post", "pushbutton Earshot: 1 reminder for you.",
        "region Earshot’s reminders", "article Hold the lantern", "pushbutton Fold away",
        "heading Hold the lantern", "grouping Your answer", "pushbutton Show me",
        "pushbutton Keep it", "pushbutton Not relevant", "pushbutton Less of this",
        "summary Why this reminder?", "text leaf 1 reminder. Alt, Shift and E goes there."];
      assert.deepEqual(told.filter((one) => wanted.includes(one)), wanted, told.join("\n"));
    } finally {
      await firefox.close();
      await site.close();
    }
  });
