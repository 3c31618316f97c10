/* The zips for the stores: what was built, as it is, and the same bytes wherever
   and whenever they are made. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { filesIn } from "../../web/extension/zip.mjs";
import { EXTENSION, tool } from "../web/files.mjs";

const { unzipSync } = tool("fflate");
const ZIP = fileURLToPath(new URL("../../web/extension/zip.mjs", import.meta.url));

function zip(folder, out, zone) {
  const { status, stderr } = spawnSync(process.execPath, [ZIP, folder, out],
    { encoding: "utf8", env: { ...process.env, TZ: zone, LC_ALL: "sv_SE" } });
  assert.equal(status, 0, stderr);
  return readFileSync(out);
}

for (const browser of ["chromium", "firefox"]) {
  describe(`the zip for ${browser}`, () => {
    test("is what was built, and the same from another place, time and mode", () => {
      const folder = join(EXTENSION, browser);
      const work = mkdtempSync(join(tmpdir(), "earshot-zip-"));
      try {
        const one = zip(folder, join(work, "one.zip"), "UTC");
        const copy = join(work, "elsewhere");
        cpSync(folder, copy, { recursive: true });
        for (const name of readdirSync(copy)) {
          utimesSync(join(copy, name), 1, 1);
          if (name.endsWith(".js")) chmodSync(join(copy, name), 0o700);
        }
        const two = zip(copy, join(work, "two.zip"), "Pacific/Auckland");
        assert.ok(one.equals(two));

        const files = unzipSync(one);
        assert.deepEqual(Object.keys(files), filesIn(folder));
        assert.ok(Object.keys(files).includes("manifest.json"));
        for (const [name, bytes] of Object.entries(files)) {
          assert.ok(readFileSync(join(folder, name)).equals(bytes), name);
        }
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    });
  });
}
