/* The card on a page of somebody else: in sight, out of the way, by keyboard,
   by ear, and in every light. */
import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildExtension } from "../../web/extension/build.mjs";
import { NOTICES, WASM } from "../web/files.mjs";
import { chord } from "./editors/driver.mjs";
import { eventually, launchExtension, press, seen, serve } from "./extension.mjs";
import { AXE, BROWSERS, withFolder } from "./harness.mjs";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>A place to write</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 sans-serif; margin: 16px; max-width: 600px; }
  #field { height: 130px; overflow: auto; border: 1px solid; }
  .send { text-align: right; }
</style>
<main><h1>A place</h1><div id="field" contenteditable role="textbox"
  aria-label="Your post"></div><div class="send"><button id="send">Post</button></div>
</main></html>`;

const SMALL = `<!doctype html><html lang="en"><title>x</title><style>body { margin: 4px }
  textarea { width: 95%; height: 40px; box-sizing: border-box }</style><textarea id="field"></textarea></html>`;
const FRAME = `<!doctype html><html lang="en"><title>x</title><body><script>
  const [width, height, host] = location.search.slice(1).split(",");
  const frame = Object.assign(document.createElement("iframe"), { width, height,
    src: host ? \`//\${host}:\${location.port}/small\` : "/small" });
  document.body.append(frame);</script></html>`;

const THREE = "My manager said the family are nightmare junkies, in court tomorrow " +
  "at Leeds family court. Photo of the little lad attached, he is 7.";
/** Frames that hold little more than the field. */
const FRAMES = [[420, 60], [420, 100], [320, 140], [260, 200]];
const LONG = "Perambulate, a red lantern, a mysterious stranger.";
/** A desk, a telephone, a small one, and a laptop's window at 200 %. */
const SIZES = [[1000, 700], [390, 700], [320, 568], [500, 380]];

/** Everything that matters, as boxes in the window. */
const scene = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("[data-earshot]");
  const box = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const range = getSelection().getRangeAt(0).cloneRange();
  range.setStart(range.startContainer, Math.max(0, range.startOffset - 1));
  return {
    card: box(shadowRoot.querySelector(".float")), caret: box(range),
    answers: [...shadowRoot.querySelectorAll(".answers button")].map(box),
    send: box(document.querySelector("#send")),
    field: box(document.querySelector("#field")),
    open: [...shadowRoot.querySelectorAll(".card details[open]")].length,
    height: innerHeight, width: innerWidth,
  };
});

const within = (inner, outer) => inner.left >= outer.left - 1 &&
  inner.top >= outer.top - 1 && inner.right <= outer.right + 1 &&
  inner.bottom <= outer.bottom + 1;
const apart = (one, other) => one.right <= other.left || other.right <= one.left ||
  one.bottom <= other.top || other.bottom <= one.top;

/** What axe says about what is ours. */
const axed = (page) => page.evaluate(async () => {
  const { violations, passes } = await window.axe.run(document,
    // A card of ours is no part of the page's own outline.
    { rules: { region: { enabled: false } } });
  const ours = (all) => all.flatMap(({ id, nodes }) => nodes
    .filter(({ target }) => Array.isArray(target[0])).map(({ html }) =>
      `${id}: ${html.slice(0, 120)}`));
  return { passes: ours(passes).length, found: ours(violations) };
});

/** In a layer over the page axe cannot tell what lies behind a letter: the same
    elements in the same style, laid out in a page of their own. */
const layBare = (page) => page.evaluate(() => {
  const { shadowRoot } = document.querySelector("[data-earshot]");
  const style = document.createElement("style");
  style.textContent = [...shadowRoot.adoptedStyleSheets[0].cssRules]
    .map(({ cssText }) => cssText).join("\n");
  const skin = shadowRoot.querySelector(".skin").cloneNode(true);
  for (const part of skin.querySelectorAll("[style]")) part.removeAttribute("style");
  document.body.replaceChildren(style, skin);
  skin.querySelector(".answers").style.position = "static";
});
const contrast = (page) => page.evaluate(async () => {
  const { violations, passes } = await window.axe.run(document.querySelector(".card"),
    { runOnly: ["color-contrast"] });
  return { passes: passes.flatMap(({ nodes }) => nodes).length,
    found: violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)) };
});

/** A pack whose reminders are as long as any would be. */
function longPack(folder) {
  cpSync(new URL("pack", import.meta.url), folder, { recursive: true });
  const file = join(folder, "pack.md");
  writeFileSync(file, readFileSync(file, "utf8").replace(
    "Lanterns are held, never waved.",
    "Lanterns are held, and every one of them lights a face beside your own. ".repeat(8)));
  return folder;
}

for (const name of BROWSERS) {
  describe(`the card in ${name}`, () => {
    let browser;
    let site;
    let page;
    before(async () => {
      site = await serve({ "/": PAGE, "/frame": FRAME, "/small": SMALL });
      browser = await launchExtension(name, { real: true });
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    async function write(text, [width, height] = SIZES[0], tab = page) {
      await tab.setViewport({ width, height });
      await tab.goto(site.url());
      await tab.click("#field");
      await tab.keyboard.type(text);
      await eventually(() => seen(tab), (now) => now?.card);
      // Placed after the browser has laid it out.
      await eventually(() => scene(tab), ({ card }) => card.left > 0);
      return scene(tab);
    }

    function fits({ card, caret, answers, send, field, open, width, height }) {
      assert.equal(answers.length, 4);
      assert.ok(within(card, { left: 0, top: 0, right: width, bottom: height }));
      for (const answer of answers) assert.ok(within(answer, card), "an answer is out of sight");
      assert.ok(apart(card, caret), "the card lies on the caret");
      assert.ok(apart(card, send), "the card lies on the button that sends");
      if (width >= 1000) assert.ok(apart(card, field), "the card lies on the field");
      assert.equal(open, 0, "what can wait is folded");
    }

    for (const size of SIZES) {
      test(`${size.join(" × ")}: the answers are in sight, the caret and Post are free`, async () => {
        fits(await write(THREE, size));
      });
    }

    for (const [width, height] of FRAMES) {
      test(`a frame of ${width} × ${height}: a title, and whole answers`, async () => {
        await page.goto(site.url(`/frame?${width},${height},localhost`));
        const frame = await (await page.$("iframe")).contentFrame();
        await frame.click("#field");
        await page.keyboard.type(THREE);
        await eventually(() => seen(frame), (now) => now?.card);
        await eventually(() => frame.evaluate(() => {
          const { shadowRoot } = document.querySelector("[data-earshot]");
          const card = shadowRoot.querySelector(".float");
          const { left, right, top, bottom } = card.getBoundingClientRect();
          const parts = [...card.querySelectorAll("h3, .answers button, .fold, .grow")]
            .filter((one) => one.checkVisibility());
          return { parts: parts.length, inside: left > 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
            whole: parts.every((one) => {
              const box = one.getBoundingClientRect();
              const at = document.querySelector("[data-earshot]").shadowRoot
                .elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
              return box.width > 40 && box.left >= left && box.right <= right &&
                (at === one || one.contains(at));
            }) };
        }), ({ parts, inside, whole }) => parts >= 3 && inside && whole);
      });
    }

    test("a long reminder scrolls within the card, the answers do not", () =>
      withFolder(async (folder) => {
        const [own] = (await buildExtension({ wasm: WASM, pack: longPack(join(folder, "pack")),
          version: "0.0.1", notices: NOTICES, test: true, out: join(folder, "out") }))
          .filter((one) => one.endsWith(name));
        const other = await launchExtension(name, { folder: own });
        try {
          const tab = await other.newPage();
          for (const size of SIZES) fits(await write(LONG, size, tab));
        } finally {
          await other.close();
        }
      }));

    test("what was done, and its undo, are in sight in a small window", async () => {
      await write(THREE, SIZES[3]);
      await press(page, "Less of this");
      await eventually(() => seen(page), ({ note }) => /^You will see less/.test(note));
      await eventually(() => page.evaluate(() => {
        const { shadowRoot } = document.querySelector("[data-earshot]");
        const undo = shadowRoot.querySelector(".note button").getBoundingClientRect();
        const at = shadowRoot.elementFromPoint(undo.left + 5, undo.top + undo.height / 2);
        return at === shadowRoot.querySelector(".note button");
      }), Boolean);
      await press(page, "Undo");
      await eventually(() => seen(page), ({ note }) => /^Back as it was/.test(note));
    });

    test("what unfolds makes the card grow, and the answers stay", async () => {
      const small = await write(THREE);
      await press(page, "You could");
      const grown = await eventually(() => scene(page), ({ card }) =>
        card.bottom - card.top > small.card.bottom - small.card.top + 50);
      for (const answer of grown.answers) assert.ok(within(answer, grown.card));
    });

    test("by keyboard: there, through everything in order, and back to the caret", async () => {
      await write(THREE);
      const inCard = () => page.evaluate(() => {
        const { activeElement } = document.querySelector("[data-earshot]").shadowRoot;
        return activeElement && (activeElement.ariaLabel ?? (activeElement.localName ===
          "article" ? "the card" : activeElement.textContent));
      });
      assert.equal(await inCard(), null, "the focus is not taken");
      await chord(page, "Alt", "Shift", "e");
      await eventually(inCard, (where) => where === "the card");
      for (const next of ["Fold away", "You could", "Show me", "Keep it",
        "Not relevant", "Less of this", "Why this reminder?"]) {
        await page.keyboard.press("Tab");
        assert.equal(await inCard(), next);
      }
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => document.activeElement.id === "field");
      await eventually(() => seen(page), (now) => now.card === null);
      await page.keyboard.type(" More");
      assert.ok((await page.$eval("#field", (field) => field.innerText)).endsWith("is 7. More"));
    });

    test("what is read out is polite, and says how many and how to get there", async () => {
      await write(THREE);
      const live = await page.evaluate(() => [...document.querySelector("[data-earshot]")
        .shadowRoot.querySelectorAll("[aria-live]")].map((one) =>
        [one.getAttribute("aria-live"), one.textContent]));
      assert.deepEqual(live.map(([how, words]) => [how, words.replace(/^\d/, "N")]),
        [["polite", "N reminders. Alt, Shift and E goes there."], ["polite", ""]]);
    });

    if (name === "chromium") {
      test("its names, as a screen reader is told them", async () => {
        await write(THREE);
        const { nodes } = await (await page.createCDPSession()).send("Accessibility.getFullAXTree");
        const told = nodes.filter((node) => !node.ignored)
          .map(({ role, name: words }) => `${role?.value} ${words?.value ?? ""}`
            .replace(/: \d reminders/, ": N reminders"));
        for (const wanted of [
          "region Earshot’s reminders", "article Let live proceedings rest with the court",
          "heading Let live proceedings rest with the court", "group Your answer",
          "button Show me", "button Keep it", "button Not relevant", "button Less of this",
          "button Fold away", "button Earshot: N reminders for you.",
        ]) assert.ok(told.some((one) => one.trim() === wanted), `${wanted}\nnot in\n${told.join("\n")}`);
        // A folded card says how strong it is and what it is about, whichever principle of the pack that is.
        assert.ok(told.some((one) => /^button A quiet note \p{Lu}[\p{L} ,]{9,}$/u.test(one.trim())), told.join("\n"));
      });

      test("forced colours keep edges and shapes; reduced motion keeps still", async () => {
        const session = await page.createCDPSession();
        await session.send("Emulation.setEmulatedMedia", { features: [
          { name: "forced-colors", value: "active" }, { name: "prefers-reduced-motion", value: "reduce" }] });
        fits(await write(THREE));
        const shown = await page.evaluate(() => {
          const { shadowRoot } = document.querySelector("[data-earshot]");
          const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
          return { edge: style(".float").borderTopWidth, button: style(".answers button").borderTopWidth,
            shape: style(".card .shape").textDecorationStyle,
            moves: [...shadowRoot.querySelectorAll("*")].filter((one) => {
              const { transitionDuration, animationName } = getComputedStyle(one);
              return transitionDuration !== "0s" || animationName !== "none";
            }).length };
        });
        assert.deepEqual(shown, { edge: "2px", button: "1px", shape: "solid", moves: 0 });
        await session.send("Emulation.setEmulatedMedia", { features: [] });
      });
    }
  });

  for (const dark of [false, true]) {
    test(`axe finds nothing on light and card, ${name}, ${dark ? "dark" : "light"}`, async () => {
      const site = await serve({ "/": PAGE });
      const browser = await launchExtension(name, { real: true, dark });
      try {
        const page = await browser.newPage();
        if (name === "chromium") {
          await page.emulateMediaFeatures(
            [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
        }
        await page.goto(site.url());
        await page.click("#field");
        await page.keyboard.type(THREE);
        await eventually(() => seen(page), (now) => now?.card);
        await page.evaluate(() => {
          for (const part of document.querySelector("[data-earshot]").shadowRoot
            .querySelectorAll("details")) part.open = true;
        });
        await page.evaluate(AXE);
        const { passes, found } = await axed(page);
        assert.ok(passes > 20, `${passes} looks at our own`);
        assert.deepEqual(found, []);
        // And it would have found something.
        await page.evaluate(() => document.querySelector("[data-earshot]")
          .shadowRoot.querySelector(".answers").append(document.createElement("button")));
        assert.match((await axed(page)).found.join(), /button-name/);

        await layBare(page);
        const ground = await page.evaluate(() =>
          getComputedStyle(document.querySelector(".float")).backgroundColor);
        assert.equal(Number(ground.match(/\d+/)[0]) < 100, dark, ground);
        const bare = await contrast(page);
        assert.ok(bare.passes > 15, `${bare.passes} texts looked at`);
        assert.deepEqual(bare.found, []);
        await page.evaluate(() => {
          document.querySelector(".card h3").style.color = "rgb(128 128 128 / 40%)";
        });
        assert.equal((await contrast(page)).found.length, 1);
      } finally {
        await browser.close();
        await site.close();
      }
    });
  }
}

test("forced colours in Firefox: the words of a textarea stay in sight under their marks",
  { skip: !BROWSERS.includes("firefox") }, async () => {
  const site = await serve({ "/": SMALL });
  const browser = await launchExtension("firefox", { real: true,
    prefs: { "browser.display.document_color_use": 2, "ui.forcedColors": 1, "ui.useAccessibilityTheme": 1 } });
  try {
    const page = await browser.newPage();
    await page.goto(site.url());
    assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
    await page.click("#field");
    await page.keyboard.type(THREE);
    await eventually(() => seen(page), (now) => now?.card);
    const grounds = await page.evaluate(() => [...document.querySelector("[data-earshot]")
      .shadowRoot.querySelectorAll(".overlay mark")].map((mark) => getComputedStyle(mark).backgroundColor));
    assert.ok(grounds.length > 0);
    // Let through at least two thirds of what is under them.
    for (const ground of grounds) assert.match(ground, /^rgba\(0, 0, 0, 0\)$|transparent|\/ 0?\.3\)|, 0?\.3\)/);
  } finally {
    await browser.close();
    await site.close();
  }
});
