/* Who opens a folder finds one line a file: in its own README, or in that of the
   folder above. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** More files than this want a README. */
const MANY = 5;
/** Not ours, or of one kind each, which their folder says of all of them. */
const SKIPPED = /(^|\/)(node_modules|scenarios|pack|sources)(\/|$)/;
const LOOKED_INTO = ["web", "tests/bench", "tests/browser", "tests/store", "tests/web"];
const UNTOLD = /^(README\.md|package(-lock)?\.json|\..*)$/;

const foldersIn = (folder) => readdirSync(join(ROOT, folder), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => join(folder, name))
  .filter((name) => !SKIPPED.test(name))
  .flatMap((name) => [name, ...foldersIn(name)]);

const readme = (folder) => {
  const path = join(ROOT, folder, "README.md");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

const named = (text, name) =>
  new RegExp(`(?<![\\w-])${name.split(".")[0]}(?![\\w-])`).test(text);

test("every file of a folder that has many is told about", () => {
  const folders = LOOKED_INTO.flatMap((top) => [top, ...foldersIn(top)]);
  assert.ok(folders.length > 15, `${folders}`);
  const missing = folders.flatMap((folder) => {
    const files = readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((one) => one.isFile() && !UNTOLD.test(one.name))
      .map(({ name }) => name);
    const told = readme(folder) + readme(dirname(folder));
    return files.length <= MANY && !readme(folder) ? []
      : files.filter((name) => !named(told, name))
        .map((name) => join(folder, name));
  });
  assert.deepEqual(missing, []);
});
