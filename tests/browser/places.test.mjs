/* Marks lie under their words, however the field lies on the page. The words are
   all the ink there is, so the picture itself says where they are: the ink, and
   the colour of the mark beside it. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { frameOf } from "./editors/driver.mjs";
import { eventually, launchExtension, marked, seen, serve } from "./extension.mjs";
import { BROWSERS } from "./harness.mjs";

const STYLE = `<style>
  body { margin: 30px; font: 18px/1.5 sans-serif; background: #fff; }
  #field { display: block; width: 360px; height: 120px; box-sizing: border-box; padding: 8px 11px;
    border: 2px solid #ddd; background: #fff; color: #000; caret-color: transparent; outline: none;
    font: 18px/1.5 sans-serif; overflow: auto; resize: none; white-space: pre-wrap; }
  input#field { height: 44px; white-space: pre; }
  .tall { height: 1600px; } p { color: #eee; }
</style>`;
const FIELDS = {
  textarea: '<textarea id="field" spellcheck="false"></textarea>',
  editable: '<div id="field" contenteditable spellcheck="false"></div>',
  input: '<input id="field" spellcheck="false">',
};
const page = (field, { around = "%", style = "" } = {}) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${STYLE}
  <style>${style}</style>${around.replace("%", field)}<div class="tall"></div></html>`;

/** What is done to the page once the words are marked (`then`), how it is built
    (`around`, `style`), what stands before the words (`lead`), by how much the
    lines are turned (`turn`, in degrees), how far a space that a mark covers may
    hang behind the last letter of a line (`hangs`), and whether none of it is to
    be seen (`hidden`). */
const CASES = {
  "as it is": {},
  "the page scrolled": { then: () => scrollBy(0, 25) },
  "the field scrolled": { lead: "\n\n\n\n      ", line: `${" ".repeat(90)}`,
    then: () => {
      const field = document.querySelector("#field");
      field.scrollTop += 31;
      field.scrollLeft += 40;
    } },
  "enlarged to 200 %": { scale: 2, style: "html { zoom: 2 }" },
  "made narrow": { lead: `${" ".repeat(12)}`, hangs: 8, then: () => {
    document.querySelector("#field").style.width = "230px";
  } },
  "grown": { lead: "\n\n\n\n\n\n   ", line: "   ", then: () => {
    const field = document.querySelector("#field");
    field.style.height = `${field.scrollHeight + 4}px`;
  } },
  "pushed down by what comes in above": { then: () => {
    const late = document.createElement("div");
    late.style.height = "67px";
    document.body.prepend(late);
  } },
  "scaled": { scale: 1.4, around: '<div style="transform: scale(1.4, 1.2); transform-origin: 0 0">%</div>' },
  "turned by 20°": { turn: 20, around: '<div style="padding: 90px 20px; rotate: 20deg; width: 400px">%</div>' },
  "turned by 90° while scrolled": { turn: 90, around: '<div style="padding: 150px 0; width: 400px"><div style="transform: rotate(90deg)">%</div></div>',
    then: () => scrollBy(0, 40) },
  "from right to left": { around: '<div dir="rtl" style="width: 420px">%</div>' },
  "behind emoji": { lead: "🟩🟩 💛🟨  " },
  "spaced out": { hangs: 20, style: "#field { letter-spacing: 2px; word-spacing: 9px; text-indent: 15px }" },
  "in a box that scrolls": { around: `<div id="box" style="height: 150px; width: 380px; overflow: auto; border: 1px solid #eee">
      <div style="height: 90px"></div>%<div style="height: 400px"></div></div>`,
    then: () => { document.querySelector("#box").scrollTop = 70; } },
  "scrolled out of its box": { hidden: true, around: `<div id="box" style="height: 150px; width: 380px; overflow: auto; border: 1px solid #eee">
      <div style="height: 20px"></div>%<div style="height: 700px"></div></div>`,
    then: () => { document.querySelector("#box").scrollTop = 330; } },
  "under the page's own head": { hidden: true,
    around: '<div style="position: fixed; inset: 0 0 auto 0; height: 120px; background: #eef; z-index: 9"></div><div style="height: 80px"></div>%',
    then: () => scrollBy(0, 95) },
  "fixed, the page scrolled": { around: '<div style="position: fixed; left: 60px; top: 50px">%</div>',
    then: () => scrollBy(0, 300) },
  "sticky, the page scrolled": { around: '<div style="height: 50px"></div><div style="position: sticky; top: 20px; height: 130px">%</div>',
    then: () => scrollBy(0, 200) },
  "in a frame, both scrolled": { framed: true, then: () => scrollBy(0, 25) },
};

/** Where ink and mark are in a picture, along and across the lines. */
const look = (lens, picture, turn) => lens.evaluate(async (base64, degrees) => {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const angle = degrees * Math.PI / 180;
  const extent = () => ({ count: 0, from: Infinity, until: -Infinity, top: Infinity, bottom: -Infinity });
  const ink = extent();
  const mark = extent();
  for (let i = 0; i < data.length; i += 4) {
    const [r, g, b] = [data[i], data[i + 1], data[i + 2]];
    const which = r < 70 && g < 70 && b < 70 ? ink
      : Math.abs(r - 49) < 40 && Math.abs(g - 137) < 25 && Math.abs(b - 171) < 25 ? mark : null;
    if (!which) continue;
    const x = (i / 4) % image.width;
    const y = Math.floor(i / 4 / image.width);
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const across = y * Math.cos(angle) - x * Math.sin(angle);
    which.count += 1;
    which.from = Math.min(which.from, along);
    which.until = Math.max(which.until, along);
    which.top = Math.min(which.top, across);
    which.bottom = Math.max(which.bottom, across);
  }
  return { ink, mark };
}, picture, turn);

/** How far the mark is from lying just under its words; 0 is right. In px. */
function off({ ink, mark }, { scale = 1, hangs = 0 } = {}) {
  if (ink.count < 40 || mark.count < 12) return Infinity;
  // The descender of "y" reaches through the mark; letters have bearings.
  const low = mark.bottom - ink.bottom;
  const behind = Math.max(ink.until - mark.until, mark.until - ink.until - hangs);
  return Math.max(Math.abs(ink.from - mark.from), behind,
    low < -5 * scale || low > 5 * scale ? Math.abs(low) : 0) / scale;
}

for (const name of BROWSERS) {
  describe(`marks lie under their words, ${name}`, () => {
    let browser;
    let site;
    let tab;
    let lens;
    before(async () => {
      const pages = {};
      for (const [kind, field] of Object.entries(FIELDS)) {
        Object.values(CASES).forEach((one, n) => {
          pages[`/${kind}/${n}`] = one.framed ? page(`<iframe title="x" width="480" height="300"
            src="/${kind}/0"></iframe>`) : page(field, one);
        });
      }
      site = await serve({ ...pages, "/lens": "<title>A lens</title>" });
      browser = await launchExtension(name);
      lens = await browser.newPage();
      await lens.goto(site.url("/lens"));
      tab = await browser.newPage();
      await tab.setViewport({ width: 900, height: 640 });
    });
    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /** Writes the words, waits for their mark, hides what is no mark. */
    async function write(kind, { lead = "     ", line = " ", framed = false }, n) {
      await tab.bringToFront();
      await tab.goto(site.url(`/${kind}/${n}`));
      const frame = framed ? await frameOf(tab) : tab.mainFrame();
      await frame.waitForSelector("#field");
      const text = `${lead}mysterious stranger${line}`;
      await frame.evaluate((words, single) => {
        const field = document.querySelector("#field");
        field.focus();
        const whole = single ? words.replaceAll("\n", " ") : words;
        if ("value" in field) field.value = whole;
        else {
          field.textContent = whole;
          getSelection().collapse(field.firstChild, whole.length);
        }
        field.setSelectionRange?.(whole.length, whole.length);
        field.scrollTop = 0;
      }, text, kind === "input");
      await tab.keyboard.type("  ");
      await eventually(() => marked(frame), (all) => all.length === 1);
      await eventually(() => seen(frame), ({ light }) => light === "some");
      await frame.evaluate(() => {
        const { shadowRoot } = document.querySelector("[data-earshot]");
        const style = new CSSStyleSheet();
        style.replaceSync(".light, .float { visibility: hidden !important }");
        shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, style];
        document.querySelector("#field").scrollTop = 0;
        document.querySelector("#field").scrollLeft = 0;
      });
      return frame;
    }

    const picture = async () => {
      await tab.bringToFront();
      return tab.screenshot({ encoding: "base64" });
    };

    for (const kind of Object.keys(FIELDS)) {
      Object.entries(CASES).forEach(([what, one], n) => {
        if (kind === "input" && /grown|made narrow/.test(what)) return;
        test(`${kind}: ${what}`, async () => {
          const frame = await write(kind, one, n);
          if (one.then) await frame.evaluate(one.then);
          const { hangs, scale, turn = 0, hidden } = one;
          // Where the page is scrolled to is told when it never is right.
          const now = async () => ({ ...await look(lens, await picture(), turn),
            scrolled: await frame.evaluate(() => ["html", "#box", "#field"].map((where) =>
              document.querySelector(where)?.scrollTop)) });
          await eventually(now, ({ ink, mark }) => hidden ? ink.count < 10 && mark.count < 3
            : off({ ink, mark }, { scale, hangs }) <= 2.5);
        });
      });
    }

    test("a mark that is elsewhere would be noticed", async () => {
      await write("editable", {}, 0);
      await tab.evaluate(() => {
        const [range] = CSS.highlights.get("earshot-ask");
        range.setStart(range.startContainer, range.startOffset + 1);
      });
      const { ink, mark } = await look(lens, await picture(), 0);
      assert.ok(off({ ink, mark }) > 5, JSON.stringify({ ink, mark }));
    });
  });
}
