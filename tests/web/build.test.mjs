import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { buildPage } from "../../web/offline/build.mjs";
import {
  NOTICES, PACK, PAGE, SCENARIOS, SCRATCH, WASM, pack, scenarios, wasm,
} from "./files.mjs";
import { unpackPacks } from "../../web/engine/packed.mjs";
import { takeApart } from "./page.mjs";
import { waysOut } from "./ways-out.mjs";

const MOST_BYTES = 2 * 1024 * 1024;
const inputs = {
  wasm: WASM, pack: PACK, scenarios: SCENARIOS, notices: NOTICES,
};

describe("the offline page", () => {
  let page;
  let parts;
  before(() => {
    page = readFileSync(PAGE, "utf8");
    parts = takeApart(page);
  });

  test("is the same, byte for byte, when built again", async () => {
    for (const name of ["one.html", "two.html"]) {
      const built = await buildPage({ ...inputs, out: join(SCRATCH, name) });
      assert.equal(built, page, "build/offline/earshot.html is stale: run make");
    }
  });

  test("is at most 2 MB", () => {
    const size = Buffer.byteLength(page);
    assert.ok(size <= MOST_BYTES, `${size} bytes`);
  });

  test("holds the engine, the packs and the notices as they are", async () => {
    assert.ok(parts.wasm.equals(wasm()));
    assert.deepEqual(await unpackPacks(parts.packs),
      [pack(), scenarios()].map((one) => ({ ...one, proved: true })));
    const [{ files }] = parts.packs;
    assert.deepEqual(files.filter((file) => !("text" in file)).map(({ name }) =>
      name), ["learned.weights"], "what people read stands there as it is");
    const [first] = readFileSync(NOTICES, "utf8").split("\n").filter(Boolean);
    assert.ok(page.includes(first.replaceAll("&", "&amp;").replaceAll("<", "&lt;")));
  });

  test("has a policy that names exactly its own scripts and styles", () => {
    const hash = (text) =>
      `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const { guard, main, style } = parts;
    assert.deepEqual(parts.policy.split("; "), [
      "default-src 'none'",
      `script-src ${hash(guard)} ${hash(main)} 'wasm-unsafe-eval'`,
      `style-src ${hash(style)}`,
      "worker-src blob:", "connect-src 'none'", "form-action 'none'",
      "base-uri 'none'",
    ]);
  });

  test("puts the policy before, and the guard first among, what runs", () => {
    const policy = page.indexOf("Content-Security-Policy");
    assert.ok(policy > 0 && policy < page.indexOf("<script"));
    assert.ok(page.indexOf("<script>") < page.indexOf("<style>"));
  });

  test("asks for nothing: no address in an attribute, no handler, no frame", () => {
    const markup = page
      .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "")
      .replace(/<pre\b[\s\S]*?<\/pre>/g, "");
    for (const [, name, value] of markup.matchAll(
      /\s(href|src|srcset|action|data|poster|background|ping|style|on\w+)="([^"]*)"/g)) {
      assert.ok(name === "href" && value.startsWith("#"), `${name}="${value}"`);
    }
    assert.doesNotMatch(markup, /<(iframe|object|embed|link|img|base|form|frame)\b/i);
    assert.doesNotMatch(parts.style, /url\(|@import|@font-face/i);
  });

  test("has no way out in its code and its worker, by syntax", () => {
    assert.deepEqual(waysOut(parts.main, "offline.js"), []);
    assert.deepEqual(waysOut(parts.worker, "engine.js"), []);
  });
});
