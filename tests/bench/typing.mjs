/* What the extension costs the page per key, from a trace of Chromium:

     node tests/bench/typing.mjs [CHARACTERS] [KEYS]

   Fields that hold CHARACTERS (5,000) already are typed into at four to
   twelve keys a second. Counted is all time on the page's main thread in functions of the
   content script, what they make the browser lay out or style included. */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { launchExtension, serve } from "../browser/extension.mjs";

const [length = 5000, keys = 200] = process.argv.slice(2).map(Number);
const LINE = "We sat with the map and the lad I know, and drew the way home. ";
const TYPED = "Then a red lantern and rain, so we perambulate on and talk. ";

const page = (field) => `<!doctype html><meta charset="utf-8"><title>x</title>
<style>textarea, div { width: 600px; height: 300px; overflow: auto; }</style>${field}`;
const words = LINE.repeat(Math.ceil(length / LINE.length)).slice(0, length);
const PAGES = {
  "/textarea": page(`<textarea id="field">${words}</textarea>`),
  "/contenteditable": page(`<div id="field" contenteditable>${
    words.match(/.{1,250}/g).map((part) => `<p>${part}</p>`).join("")}</div>`),
};

/** @returns {number[]} ms for each key */
function costs(events) {
  const ours = events.filter(({ name, ph, args }) => ph === "X" &&
    name === "FunctionCall" && /content\.js$/.test(args?.data?.url ?? ""));
  const outer = ours.filter((one) => !ours.some((other) => other !== one &&
    other.tid === one.tid && other.ts <= one.ts &&
    other.ts + other.dur >= one.ts + one.dur));
  const presses = events.filter(({ name, args }) => name === "EventDispatch" &&
    args?.data?.type === "keydown").map(({ ts }) => ts).sort((a, b) => a - b);
  return presses.map((from, index) => {
    const until = presses[index + 1] ?? Infinity;
    return outer.filter(({ ts }) => ts >= from && ts < until)
      .reduce((sum, { dur }) => sum + dur / 1000, 0);
  });
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1,
  Math.floor(sorted.length * part))].toFixed(2);

const site = await serve(PAGES);
const browser = await launchExtension("chromium");
try {
  for (const path of Object.keys(PAGES)) {
    const tab = await browser.newPage();
    await tab.goto(site.url(path));
    await tab.focus("#field");
    await tab.keyboard.down("Control");
    await tab.keyboard.press("End");
    await tab.keyboard.up("Control");
    await tab.keyboard.type("Ok. ");
    await pause(3000);
    const file = `/tmp/earshot-typing-${process.pid}.json`;
    await tab.tracing.start({ path: file,
      categories: ["devtools.timeline", "v8.execute"] });
    for (let i = 0; i < keys; i += 1) {
      await tab.keyboard.press(TYPED[i % TYPED.length]);
      await pause(80 + (i * 37) % 160);
    }
    await pause(2500);
    await tab.tracing.stop();
    const { traceEvents } = JSON.parse(readFileSync(file, "utf8"));
    const sorted = costs(traceEvents).sort((a, b) => a - b);
    const sum = sorted.reduce((all, one) => all + one, 0) / sorted.length;
    console.log(`${path.slice(1)}, ${length} characters, ${sorted.length} keys: ` +
      `mean ${sum.toFixed(2)} ms, p50 ${at(sorted, 0.5)}, p95 ${at(sorted, 0.95)}, ` +
      `most ${at(sorted, 1)}`);
    await tab.close();
  }
} finally {
  await browser.close();
  await site.close();
}
