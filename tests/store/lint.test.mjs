/* What Firefox's store runs on what one hands in: no error, no warning, no
   notice. Chromium has no such program. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { EXTENSION } from "../web/files.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** web-ext counts on a name that Debian 12's node (18) keeps in a module. */
const NAMES = "data:text/javascript," + encodeURIComponent(
  'import { File } from "node:buffer"; globalThis.File ??= File;');

function lint(folder) {
  const { stdout, stderr } = spawnSync(process.execPath,
    ["--import", NAMES, here("node_modules/web-ext/bin/web-ext.js"), "lint", "--output", "json",
      "--no-config-discovery", "--source-dir", folder], {
      encoding: "utf8", maxBuffer: 1 << 26, env: { ...process.env, CI: "1" },
    });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`web-ext lint: ${stdout}${stderr}`);
  }
}

const codes = ({ errors, warnings, notices }) =>
  [...errors, ...warnings, ...notices].map(({ code, file, line }) =>
    `${code} ${file ?? ""}:${line ?? ""}`);

test("web-ext lint has nothing to say", () => {
  const said = lint(join(EXTENSION, "firefox"));
  assert.deepEqual(codes(said), []);
  const { errors, warnings, notices } = said.summary;
  assert.deepEqual({ errors, warnings, notices },
    { errors: 0, warnings: 0, notices: 0 });
});

test("and would have had", () => {
  const folder = mkdtempSync(join(tmpdir(), "earshot-lint-"));
  try {
    cpSync(join(EXTENSION, "firefox"), folder, { recursive: true });
    appendFileSync(join(folder, "popup.js"), "\neval(document.title);\n");
    assert.match(codes(lint(folder)).join(), /DANGEROUS_EVAL popup\.js/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
