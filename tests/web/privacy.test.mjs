/* web/PRIVACY.md is true to the code: what is kept, what is asked for, what is
   named. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { IDLE_MS } from "../../web/extension/build.mjs";
import { manifest } from "../../web/extension/manifest.mjs";
import { SITES } from "../../web/extension/sites.mjs";
import { KEPT, MOST_ANSWERS } from "../../web/extension/store.mjs";
import { EXTENSION, PAGE } from "./files.mjs";
import { takeApart } from "./page.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(join(ROOT, "web/PRIVACY.md"), "utf8");
const MANIFESTS = ["chromium", "firefox"].map((browser) =>
  manifest(/** @type {any} */ (browser), { version: "1.0.0" }));

const section = (title) => {
  const [, rest] = text.split(`### ${title}\n`);
  return rest.split(/^##/m)[0];
};
/** Rows of the table in a section, without its two lines of head. */
const rows = (title) => section(title).split("\n")
  .filter((line) => line.startsWith("|")).slice(2)
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
const codes = (words) => [...words.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
const unique = (all) => [...new Set(all)].sort();

/** Keys of a manifest that somebody has looked at. */
const LOOKED_AT = `action background browser_specific_settings commands
  content_scripts content_security_policy description icons incognito
  manifest_version minimum_chrome_version name optional_host_permissions
  options_ui permissions version`.split(/\s+/);

describe("what is kept", () => {
  const kept = rows("What is kept");

  test("has a row for every key of the store, and for no other", () => {
    const told = kept.flatMap(([, as]) => codes(as));
    assert.deepEqual(unique(told), unique([...KEPT, "earshot.step"]));
  });

  test("each row says where, for how long and how to clear it", () => {
    for (const row of kept) {
      assert.equal(row.length, 5, row[0]);
      assert.ok(row.every((cell) => cell !== ""), row[0]);
    }
  });

  test("and in the browser's storage of pages nothing else", () => {
    const bundles = ["options", "popup", "principles", "teach", "welcome", "check"]
      .map((name) => readFileSync(join(EXTENSION, "chromium", `${name}.js`), "utf8"));
    const named = [...bundles, takeApart(readFileSync(PAGE, "utf8")).main]
      .flatMap((code) => [...code.matchAll(/"(earshot\.[a-z]+)"/g)]
        .map(([, key]) => key));
    assert.deepEqual(unique(named), ["earshot.setting", "earshot.step"]);
    for (const key of unique(named)) assert.ok(text.includes(`\`${key}\``), key);
  });

  test("with its numbers", () => {
    assert.ok(section("What is kept").includes(
      `of ${MOST_ANSWERS.toLocaleString("en-GB")} the oldest go`));
    assert.equal(IDLE_MS, 60000);
    assert.match(section("What is kept"), /a minute after the last question/);
  });
});

describe("what it may do", () => {
  const why = rows("What it may do, and why");

  test("each permission has its reason, and nothing is told that is not asked", () => {
    const asked = MANIFESTS.flatMap(({ permissions, optional_host_permissions }) =>
      [...permissions, ...optional_host_permissions]);
    assert.deepEqual(unique(why.flatMap(([what]) => codes(what))), unique(asked));
    assert.ok(why.every(([, reason]) => reason.length > 20));
  });

  test("offscreen is Chromium's alone", () => {
    assert.deepEqual(MANIFESTS.map(({ permissions }) => permissions.includes("offscreen")),
      [true, false]);
  });

  test("the sites are those of the manifest", () => {
    const names = SITES.map(({ name }) => name);
    assert.ok(why[0][1].includes(
      `These are ${names.slice(0, -1).join(", ")} and ${names.at(-1)}.`));
    for (const { content_scripts: scripts, host_permissions: hosts } of MANIFESTS) {
      assert.equal(scripts.length, 1);
      assert.equal(hosts, undefined);
      assert.deepEqual(scripts[0].matches,
        SITES.flatMap(({ hosts: named }) => named.map((host) => `https://${host}/*`)));
    }
  });

  test("what is not asked for is not asked for", () => {
    const [, line] = /\*\*Not asked for:\*\*([^]*?)at install/.exec(text);
    const not = codes(line);
    assert.ok(not.length >= 14);
    for (const one of MANIFESTS) {
      const { optional_host_permissions: _, ...install } = one;
      for (const name of not) {
        assert.ok(!JSON.stringify(install).includes(`"${name}"`), name);
      }
    }
  });

  test("the manifests have no key that nobody has looked at", () => {
    for (const one of MANIFESTS) {
      assert.deepEqual(Object.keys(one).filter((key) => !LOOKED_AT.includes(key)), []);
      assert.equal(one.incognito, "spanning");
    }
    const { gecko } = MANIFESTS[1].browser_specific_settings;
    assert.deepEqual(gecko.data_collection_permissions, { required: ["none"] });
    assert.equal(MANIFESTS[1].browser_specific_settings.gecko.update_url, undefined);
  });

  test("the built manifests are these", () => {
    for (const [i, browser] of ["chromium", "firefox"].entries()) {
      const { version, ...built } = JSON.parse(readFileSync(
        join(EXTENSION, browser, "manifest.json"), "utf8"));
      assert.match(version, /^\d+\.\d+\.\d+$/);
      const { version: _, ...wanted } = MANIFESTS[i];
      assert.deepEqual(built, wanted);
    }
  });
});

describe("why it cannot send", () => {
  test("quotes the policies as they are", () => {
    const { content_security_policy: { extension_pages: policy } } = MANIFESTS[0];
    const [quoted] = codes(section("Why it cannot send"))
      .filter((code) => code.startsWith("default-src"));
    for (const part of quoted.split("; ")) assert.ok(policy.includes(part), part);
    assert.match(policy, /^sandbox (?!.*allow-popups)/);
    const page = takeApart(readFileSync(PAGE, "utf8")).policy;
    const [ofPage] = codes(section("Why the page cannot send"))
      .filter((code) => code.startsWith("default-src"));
    for (const part of ofPage.split("; ")) assert.ok(page.includes(part), part);
  });

  test("counts the ways as they are", () => {
    const ways = readFileSync(join(ROOT, "web/extension/check/ways.mjs"), "utf8");
    const [, table] = /const WAYS = \{([^]*?)\n\};/.exec(ways);
    assert.equal(table.match(/^ {2}"[^"]+": /gm).length, 16);
    assert.match(text, /tries by sixteen ways/);
  });

  test("names files that are there, and targets that are", () => {
    const paths = codes(text).filter((code) => /^(web|tests)\/\S+\.\w+$/.test(code));
    assert.ok(paths.length >= 8, `${paths}`);
    for (const path of paths) assert.ok(existsSync(join(ROOT, path)), path);
    const make = readFileSync(join(ROOT, "Makefile"), "utf8") +
      readFileSync(join(ROOT, "tests/tests.mk"), "utf8");
    for (const code of codes(text).filter((one) => one.startsWith("make "))) {
      assert.match(make, new RegExp(`^${code.slice(5)}:`, "m"), code);
    }
  });
});
